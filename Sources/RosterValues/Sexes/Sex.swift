import VietnameseText

/// A person's sex as identity papers state it.
package enum Sex: String, CaseIterable, Sendable {
    /// Nam.
    case male
    /// Nữ.
    case female

    /// Reads `Nam`, `Nữ`, `male`, `female`, `M` or `F`; case and accents do not matter.
    package init?(_ text: String) {
        let bytes = text.utf8Span.span
        if bytes.count == 3, bytes[0] == UInt8(ascii: "N"), bytes[1] == UInt8(ascii: "a"), bytes[2] == UInt8(ascii: "m")
        {
            self = .male
            return
        }
        // Nữ
        if bytes.count == 4, bytes[0] == UInt8(ascii: "N"), bytes[1] == 0xE1, bytes[2] == 0xBB, bytes[3] == 0xAF {
            self = .female
            return
        }
        switch LatinFolding.folded(text) {
        case "nam", "male", "m": self = .male
        case "nu", "female", "f": self = .female
        default: return nil
        }
    }

    /// The word that Vietnamese papers write.
    package var vietnamese: String {
        switch self {
        case .male: "Nam"
        case .female: "Nữ"
        }
    }
}
