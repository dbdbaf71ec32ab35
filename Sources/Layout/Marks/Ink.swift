/// What pages are printed with.
public enum Ink: String, CaseIterable, Sendable, Codable {
    /// The template's colours.
    case colour
    /// Black alone: nothing is grey, and nothing is lost.
    case black
}
