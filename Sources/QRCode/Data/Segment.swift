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
    public static func byte(_ text: some StringProtocol) -> Segment { Segment(mode: .byte, bytes: Array(text.utf8)) }

    private init?(mode: Mode, text: some StringProtocol, accepts: (UInt8) -> Bool) {
        let bytes = Array(text.utf8)
        guard bytes.allSatisfy(accepts) else { return nil }
        self.init(mode: mode, bytes: bytes)
    }

    private init(mode: Mode, bytes: [UInt8]) { (self.mode, self.bytes) = (mode, bytes) }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x3A, 0x41...0x5A, 0x20, 0x24, 0x25, 0x2A, 0x2B, 0x2D, 0x2E, 0x2F: true
        default: false
        }
    }

    /// How wide a segment's count of characters is: it grows with the version, in three steps (table 3).
    enum CountSize: Int, CaseIterable {
        /// Versions 1 to 9.
        case small
        /// Versions 10 to 26.
        case middle
        /// Versions 27 to 40.
        case large

        init(version: Int) { self = version < 10 ? .small : version < 27 ? .middle : .large }

        var versions: ClosedRange<Int> {
            switch self {
            case .small: 1...9
            case .middle: 10...26
            case .large: 27...40
            }
        }
    }

    /// The width of the segment's count of characters, in bits.
    func countBits(_ size: CountSize) -> Int {
        switch (mode, size) {
        case (.numeric, _): 10 + 2 * size.rawValue
        case (.alphanumeric, _): 9 + 2 * size.rawValue
        case (.byte, .small): 8
        case (.byte, _): 16
        }
    }

    /// The bits that the segment takes in a symbol: mode indicator, count and data; an empty one is left out.
    func bitCount(_ size: CountSize) -> Int {
        let count = bytes.count
        guard count > 0 else { return 0 }
        let header = 4 + countBits(size)
        return switch mode {
        case .numeric: header + (count * 10 + 2) / 3
        case .alphanumeric: header + (count * 11 + 1) / 2
        case .byte: header + count * 8
        }
    }
}
