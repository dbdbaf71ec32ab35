/// A language in which people are told something.
///
/// The raw value is that of BCP 47: `vi`, `en`.
public enum Language: String, CaseIterable, Codable, Sendable {
    case vietnamese = "vi"
    case english = "en"
}
