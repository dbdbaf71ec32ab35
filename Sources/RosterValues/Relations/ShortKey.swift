/// A short text as two numbers, in small letters: a key for tables that needs no memory of its own.
package struct ShortKey: Hashable, Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    /// Takes at most 16 bytes of ASCII and precomposed Vietnamese letters; nil for longer text and other letters.
    package init?(_ text: String) {
        let bytes = text.utf8Span.span
        let count = bytes.count
        guard count > 0, count <= 16 else { return nil }
        var index = 0
        while index < count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): append(byte | 0x20)
            case ..<0x80: append(byte)
            case 0xC3:
                // À–Þ are 0x20 below à–þ.
                append(byte)
                index += 1
                append(bytes[index] | 0x20)
            case 0xC4...0xC6:
                append(byte)
                index += 1
                append(Self.small(lead: byte, bytes[index]))
            case 0xE1:
                append(byte)
                append(bytes[index + 1])
                index += 2
                append(bytes[index] | 1)
            default: return nil
            }
            index += 1
        }
    }

    /// The small letter's second byte: capitals are even, but Ư is odd and ư the number above.
    private static func small(lead: UInt8, _ byte: UInt8) -> UInt8 { lead == 0xC6 && byte >= 0xAF ? 0xB0 : byte | 1 }

    private mutating func append(_ byte: UInt8) {
        high = high << 8 | low >> 56
        low = low << 8 | UInt64(byte)
    }
}
