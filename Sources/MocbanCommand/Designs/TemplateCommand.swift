import Files
import ArgumentParser
import Layout
import Messages
import Mocban

struct TemplateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template",
        abstract: Message(
            en: "List, check and look at templates, and begin new ones.",
            vi: "Liệt kê, kiểm tra, xem thử các mẫu và tạo mẫu mới."),
        subcommands: [ListTemplates.self, CheckTemplate.self, PreviewTemplate.self, NewTemplate.self])
}

private struct ListTemplates: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: Message(en: "The templates that this office can use.", vi: "Các mẫu mà cơ quan này dùng được."))

    @OptionGroup var office: OfficeOption
    @Flag(help: .json) var json = false

    func answer() async throws {
        let library = TemplateLibrary(resources: try .located(), office: office.folder)
        try DesignRow.list(library.names, json: json) { name in
            let template = try library.template(name)
            return DesignRow(
                name: name, kind: template.kind.rawValue, summary: template.summary,
                width: template.size.width.millimetres, height: template.size.height.millimetres)
        } columns: {
            let size = "\($0.width ?? 0) × \($0.height ?? 0) mm".padded(to: 17)
            return [($0.kind ?? "").padded(to: 6), size, $0.summary ?? ""]
        }
    }
}

private struct CheckTemplate: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: Message(en: "Say what is wrong with a template.", vi: "Cho biết mẫu sai ở đâu."),
        discussion: Message(
            en: """
                Reads it in Vietnamese, in English and in both, loads its fonts, and fits usual, shortest and longest data \
                into it. Finds what leaves the safe area, overlaps, hardly stands out or may be set below 6 points, letters \
                of Vietnamese that a font lacks, and a code too small for its longest payload.
                """,
            vi: """
                Đọc mẫu bằng tiếng Việt, tiếng Anh và cả hai, nạp phông chữ, và đặt thử dữ liệu thường, ngắn \
                nhất và dài nhất. Tìm những gì ra ngoài vùng an toàn, chồng lên nhau, khó nhìn hoặc có thể \
                nhỏ hơn 6 point, chữ tiếng Việt mà phông thiếu, và mã quá nhỏ cho nội dung dài nhất.
                """))

    @OptionGroup var office: OfficeOption
    @Argument(
        help: ArgumentHelp(
            en: "The template's name, or its file.", vi: "Tên mẫu, hoặc tệp của mẫu.",
            value: Message(en: "template", vi: "MẪU"))) var template: String
    @Flag(help: .json) var json = false

    func answer() async throws {
        let resources = try Resources.located()
        let library = TemplateLibrary(resources: resources, office: office.folder)
        var faults: [Message] = []
        for language in TemplateLanguage.allCases {
            let chosen = try library.template(template, language: language)
            let found = try TemplateTrial(chosen, resources: resources, office: office.folder).faults()
            // What is wrong in Vietnamese already need not be said three times.
            faults += found.filter { !faults.contains($0) }
        }
        let lines = faults.isEmpty ? [Message(en: "all well", vi: "không có lỗi")] : faults
        try say(lines.map { $0.prefixed(template) }, faults.map(\.text), json: json)
        if !faults.isEmpty { throw FailureCategory.refused.code }
    }
}

private struct PreviewTemplate: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview",
        abstract: Message(
            en: "Draw a template with usual, shortest and longest data as a PNG picture.",
            vi: "Vẽ mẫu với dữ liệu thường, ngắn nhất và dài nhất thành ảnh PNG."))

    @OptionGroup var office: OfficeOption
    @Argument(
        help: ArgumentHelp(
            en: "The template's name, or its file.", vi: "Tên mẫu, hoặc tệp của mẫu.",
            value: Message(en: "template", vi: "MẪU"))) var template: String
    @Option(help: ArgumentHelp(en: "The picture to write.", vi: "Tệp ảnh cần ghi.", value: Message(verbatim: "PNG")))
    var out: String
    @Option(
        help: ArgumentHelp(
            en: "The language of its own words: \(TemplateLanguage.names).",
            vi: "Ngôn ngữ của chữ có sẵn trong mẫu: \(TemplateLanguage.names).",
            value: Message(en: "lang", vi: "NGÔN_NGỮ"))) var lang: TemplateLanguage =
            .vietnamese

    @Option(
        help: ArgumentHelp(en: "Dots an inch.", vi: "Số điểm trên một inch.", value: Message(en: "dpi", vi: "SỐ_ĐIỂM")))
    var dpi: Double = 150

    func validate() throws {
        if !(20...1200).contains(dpi) {
            throw ValidationError(en: "--dpi is 20 to 1200", vi: "--dpi là từ 20 đến 1200")
        }
    }

    func answer() async throws {
        let resources = try Resources.located()
        let library = TemplateLibrary(resources: resources, office: office.folder)
        let chosen = try library.template(template, language: lang)
        let trial = try TemplateTrial(chosen, resources: resources, office: office.folder)
        try DrawnFile.write(to: out) { try trial.writePreview(path: $0, dotsPerInch: dpi) }
        note(
            Message(
                en: "\(out) shows \(template) with usual, shortest and longest data",
                vi: "\(out) là mẫu \(template) với dữ liệu thường, ngắn nhất và dài nhất"))
    }
}

private struct NewTemplate: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: Message(
            en: "Begin the office's own template from another.", vi: "Tạo mẫu riêng của cơ quan từ một mẫu khác."),
        discussion: Message(
            en: """
                Copies the other with its comments into the office's templates/, and its pictures into templates/art/.
                """,
            vi: """
                Chép mẫu kia cùng ghi chú vào templates/ của cơ quan, và các ảnh của nó vào templates/art/.
                """))

    @OptionGroup var office: OfficeOption
    @Argument(
        help: ArgumentHelp(en: "The new template's name.", vi: "Tên mẫu mới.", value: Message(en: "name", vi: "TÊN")))
    var name: String
    @Option(
        help: ArgumentHelp(
            en: "The template to begin from: a name, or a file.", vi: "Mẫu để bắt đầu: tên, hoặc tệp.",
            value: Message(en: "TEMPLATE", vi: "MẪU")))
    var from: String
    @Option(
        help: ArgumentHelp(
            en: "A sentence about it, for lists; by itself the other's.",
            vi: "Một câu nói về mẫu, để liệt kê; nếu không ghi thì lấy câu của mẫu kia.", value: .words))
    var summary: String?

    func answer() async throws {
        let folder = office.folder
        // What is no office gets no templates.
        _ = try Office(folder: folder)
        let library = TemplateLibrary(resources: try .located(), office: folder)
        let copy = try TemplateCopy(name, from: from, summary: summary, office: folder, library: library)
        try say(Message(en: "\(copy.path) is a copy of \(from)", vi: "\(copy.path) là bản chép của \(from)"))
        if !copy.pictures.isEmpty {
            let count = copy.pictures.count
            try say(
                Message(
                    en: counted(count, "picture", verb: "of it lies", "of it lie") + " in \(folder)/templates/art",
                    vi: "\(count) ảnh của nó nằm trong \(folder)/templates/art"))
        }
        let option = folder == "." ? "" : " --office \(folder)"
        // A text of several lines, of which none is anybody else's.
        try say(
            text: Message(
                en: """
                    Change it, and look at it:  mocban template preview \(name)\(option) --out \(name).png
                    Let it be checked:          mocban template check \(name)\(option)
                    Print with it:              --template \(name), or `template: \(name)` in \(folder)/mocban.yaml
                    """,
                vi: """
                    Sửa rồi xem thử:  mocban template preview \(name)\(option) --out \(name).png
                    Kiểm tra:         mocban template check \(name)\(option)
                    Dùng để in:       --template \(name), hoặc `template: \(name)` trong \(folder)/mocban.yaml
                    """
            ).text)
    }
}
