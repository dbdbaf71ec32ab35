public import Messages

/// Why a template, or the fonts that it is drawn with, cannot be used.
public enum TemplateError: Failure, Equatable {
    /// The folder of templates and fonts is not there.
    case noResources
    /// No template of the name.
    case noTemplate(name: String, known: [String])
    /// The template is of the other kind.
    case wrongTemplateKind(name: String, wanted: String)
    /// A template cannot have the name.
    case unusableTemplateName(String)
    /// There is a template of the name.
    case templateExists(name: String)
    /// A template cannot be drawn, whatever the data.
    case faultyTemplate(name: String, message: String)
    /// A letter's font is not there.
    case noLetterFont(message: String)

    /// What kind of failure it is.
    public var category: FailureCategory {
        switch self {
        case .noResources, .noTemplate, .wrongTemplateKind, .unusableTemplateName, .faultyTemplate, .noLetterFont:
            .badConfiguration
        case .templateExists: .outputNotMade
        }
    }

    /// The message for a person.
    public var description: String {
        switch self {
        case .noResources:
            "the folder of templates and fonts was not found: "
                + "set MOCBAN_RESOURCES to the folder that holds templates/ and fonts/"
        case .noTemplate(let name, let known):
            "there is no template '\(name)'; templates are \(known.joined(separator: ", "))"
        case .wrongTemplateKind(let name, let wanted): "the template '\(name)' is not for a \(wanted)"
        case .unusableTemplateName(let name):
            "'\(name)' cannot be a template's name: take letters, digits, - and _"
        case .templateExists(let name): "there is a template '\(name)' already: choose another name"
        case .faultyTemplate(let name, let message): "the template '\(name)' cannot be drawn: \(message)"
        case .noLetterFont(let message): "the letter cannot be set: \(message)"
        }
    }
}
