import VietnameseText

/// A person's sex as identity papers state it.
public enum Sex: String, CaseIterable, Sendable {
    /// Nam.
    case male
    /// Nữ.
    case female

    /// Reads `Nam`, `Nữ`, `male`, `female`, `M` or `F`; case and accents do not matter.
    public init?(_ text: String) {
        switch LatinFolding.folded(text) {
        case "nam", "male", "m": self = .male
        case "nu", "female", "f": self = .female
        default: return nil
        }
    }
}
