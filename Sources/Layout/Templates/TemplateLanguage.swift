/// The language of a template's own words; what is filled in stays as it was entered.
public enum TemplateLanguage: String, CaseIterable, Sendable, Codable {
    /// Vietnamese.
    case vietnamese = "vi"
    /// English.
    case english = "en"
    /// Both, Vietnamese first.
    case both = "vi+en"

    /// A word in the language; both with a stroke between.
    package func word(_ vietnamese: String, _ english: String) -> String {
        switch self {
        case .vietnamese: vietnamese
        case .english: english
        case .both: vietnamese == english ? vietnamese : "\(vietnamese) / \(english)"
        }
    }
}
