/// How much of a symbol may be unreadable and still decode, ISO/IEC 18004 section 6.5.1.
public enum RecoveryLevel: String, CaseIterable, Comparable, Sendable {
    /// About 7 % of the codewords.
    case low = "L"
    /// About 15 % of the codewords.
    case medium = "M"
    /// About 25 % of the codewords.
    case quartile = "Q"
    /// About 30 % of the codewords.
    case high = "H"

    /// Orders by strength: `low` first.
    public static func < (a: RecoveryLevel, b: RecoveryLevel) -> Bool { a.ordinal < b.ordinal }

    /// 0 for `low` to 3 for `high`, as libqrencode numbers them.
    var ordinal: Int {
        switch self {
        case .low: 0
        case .medium: 1
        case .quartile: 2
        case .high: 3
        }
    }
}
