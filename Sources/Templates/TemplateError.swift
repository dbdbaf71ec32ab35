public import Layout
public import Messages

/// Why a template, or the fonts that it is drawn with, cannot be used.
public enum TemplateError: Failure, Equatable {
    /// The folder of templates and fonts is not there.
    case noResources
    /// No template of the name.
    case noTemplate(name: String, known: [String])
    /// The template is of the other kind.
    case wrongTemplateKind(name: String, wanted: TemplateKind?)
    /// A template cannot have the name.
    case unusableTemplateName(String)
    /// There is a template of the name.
    case templateExists(name: String)
    /// A template cannot be drawn, whatever the data.
    case faultyTemplate(name: String, reason: Message)
    /// A letter's font is not there.
    case noLetterFont(reason: Message)

    /// What kind of failure it is.
    public var category: FailureCategory {
        switch self {
        case .noResources, .noTemplate, .wrongTemplateKind, .unusableTemplateName, .faultyTemplate, .noLetterFont:
            .badConfiguration
        case .templateExists: .outputNotMade
        }
    }

    /// The message for a person.
    public var message: Message {
        switch self {
        case .noResources:
            Message(
                en: "the folder of templates and fonts was not found: set MOCBAN_RESOURCES to the folder "
                    + "that holds templates/ and fonts/",
                vi: "không tìm thấy thư mục mẫu và phông chữ: hãy đặt MOCBAN_RESOURCES là thư mục chứa "
                    + "templates/ và fonts/")
        case .noTemplate(let name, let known):
            Message(
                en: "there is no template '\(name)'; templates are \(known.joined(separator: ", "))",
                vi: "không có mẫu “\(name)”; các mẫu là \(known.joined(separator: ", "))")
        case .wrongTemplateKind(let name, let wanted):
            Message(
                en: "the template '\(name)' is not for a \(wanted?.rawValue ?? "")",
                vi: "mẫu “\(name)” không dùng cho \(wanted?.vietnamese ?? "")")
        case .unusableTemplateName(let name):
            Message(
                en: "'\(name)' cannot be a template's name: take letters, digits, - and _",
                vi: "“\(name)” không đặt làm tên mẫu được: hãy dùng chữ cái không dấu, chữ số, - và _")
        case .templateExists(let name):
            Message(
                en: "there is a template '\(name)' already: choose another name",
                vi: "đã có mẫu “\(name)”: hãy chọn tên khác")
        case .faultyTemplate(let name, let reason):
            Message(
                en: "the template '\(name)' cannot be drawn: \(reason.english)",
                vi: "không vẽ được mẫu “\(name)”: \(reason.vietnamese)")
        case .noLetterFont(let reason):
            Message(
                en: "the letter cannot be set: \(reason.english)", vi: "không dàn được văn bản: \(reason.vietnamese)")
        }
    }
}
