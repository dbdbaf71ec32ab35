/// A key that sorts text as a Vietnamese dictionary does.
///
/// Letters come first (a ă â b c d đ e ê … o ô ơ … u ư …), then tones (none, huyền, hỏi, ngã, sắc, nặng), as the `vi`
/// collation of CLDR has it; numbers sort by value, so `Thôn 2` is before `Thôn 10`. Signs do not count. Text of the same
/// letters and tones sorts by its bytes, so that the order is total.
package struct CollationKey: Hashable, Comparable, Sendable {
    private let bytes: [UInt8]

    /// The key of a text.
    package init(_ text: String) { self.init(parts: [text]) }

    /// The key of several texts, of which the first decides before the second is looked at.
    init(parts: [String]) {
        var bytes: [UInt8] = []
        for part in parts { Self.append(part, to: &bytes) }
        for part in parts {
            bytes.append(contentsOf: part.utf8)
            bytes.append(0)
        }
        self.bytes = bytes
    }

    /// Whether one text sorts before another.
    package static func < (one: CollationKey, other: CollationKey) -> Bool {
        one.bytes.lexicographicallyPrecedes(other.bytes)
    }

    /// Adds letters, 0, tones, 0.
    ///
    /// Weights: a space 2, a digit 3 and the number's length, a letter 16 and up (four apart, for its qualities), other
    /// text 255 and its bytes.
    private static func append(_ text: String, to bytes: inout [UInt8]) {
        var tones: [UInt8] = []
        var digits: [UInt8] = []
        for scalar in text.unicodeScalars {
            let value = scalar.value
            if value >= 0x30, value <= 0x39 {
                if digits == [0x30] { digits = [] }
                digits.append(UInt8(value))
                continue
            }
            append(number: &digits, to: &bytes)
            switch value {
            case 0x41...0x5A, 0x61...0x7A:
                bytes.append(weight(UInt8(value) | 0x20))
                tones.append(1)
            case 0x20: bytes.append(2)
            case ..<0x80: break
            default:
                if let letter = LatinLetter.letters[value] {
                    bytes.append(weight(letter.base) + letter.quality)
                    tones.append(letter.tone + 1)
                    if letter.second != 0 {
                        bytes.append(weight(letter.second))
                        tones.append(1)
                    }
                } else {
                    bytes.append(255)
                    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                }
            }
        }
        append(number: &digits, to: &bytes)
        bytes.append(0)
        bytes.append(contentsOf: tones)
        bytes.append(0)
    }

    private static func append(number digits: inout [UInt8], to bytes: inout [UInt8]) {
        guard !digits.isEmpty else { return }
        bytes.append(3)
        bytes.append(UInt8(min(digits.count, 255)))
        bytes.append(contentsOf: digits)
        digits = []
    }

    private static func weight(_ letter: UInt8) -> UInt8 { 16 + (letter - UInt8(ascii: "a")) * 4 }
}
