/// A run of a symbol's text in one mode, ISO/IEC 18004 section 7.4.
///
/// Segments are explicit because an encoder that splits modes by itself may spoil the density that a payload was
/// designed for.
public struct Segment: Hashable, Sendable {
    /// The character set of a segment.
    public enum Mode: Hashable, Sendable {
        /// Digits, ten bits for three.
        case numeric
        /// Digits, capitals and ` $%*+-./:`, eleven bits for two.
        case alphanumeric
        /// Any byte, eight bits each.
        case byte
    }

    /// The segment's mode.
    public let mode: Mode
    /// The segment's text as bytes, all of them in the mode's character set.
    public let bytes: [UInt8]

    /// A numeric segment; nil where `text` has anything but ASCII digits.
    public static func numeric(_ text: some StringProtocol) -> Segment? {
        Segment(mode: .numeric, text: text) { (0x30...0x39).contains($0) }
    }

    /// An alphanumeric segment; nil where `text` leaves the 45 characters of ISO/IEC 18004 table 5.
    public static func alphanumeric(_ text: some StringProtocol) -> Segment? {
        Segment(mode: .alphanumeric, text: text) { isAlphanumeric($0) }
    }

    /// A byte segment of the UTF-8 bytes of `text`.
    public static func byte(_ text: some StringProtocol) -> Segment {
        Segment(mode: .byte, bytes: Array(text.utf8))
    }

    private init?(mode: Mode, text: some StringProtocol, accepts: (UInt8) -> Bool) {
        let bytes = Array(text.utf8)
        guard bytes.allSatisfy(accepts) else { return nil }
        self.init(mode: mode, bytes: bytes)
    }

    private init(mode: Mode, bytes: [UInt8]) {
        self.mode = mode
        self.bytes = bytes
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x3A, 0x41...0x5A, 0x20, 0x24, 0x25, 0x2A, 0x2B, 0x2D, 0x2E, 0x2F: true
        default: false
        }
    }

    /// The bits that the segment takes in a symbol of `version`: mode indicator, count and data.
    func bitCount(version: Int) -> Int {
        let sizeClass = version < 10 ? 0 : version < 27 ? 1 : 2
        let count = bytes.count
        switch mode {
        case .numeric: return 4 + [10, 12, 14][sizeClass] + count / 3 * 10 + [0, 4, 7][count % 3]
        case .alphanumeric: return 4 + [9, 11, 13][sizeClass] + count / 2 * 11 + count % 2 * 6
        case .byte: return 4 + [8, 16, 16][sizeClass] + count * 8
        }
    }
}
