/// A Vietnamese vowel with its tone, as a number from 0 to 143: twelve for each of a ă â e ê i o ô ơ u ư y, six tones of
/// the small letter, then six of the capital.
struct MarkedVowel: Equatable {
    let index: UInt8

    init(index: UInt8) { self.index = index }

    /// The vowel of a precomposed letter; nil for every other scalar.
    init?(_ scalar: UInt32) {
        let found: UInt8
        if scalar < 0x1B1 {
            found = Self.indices.low[Int(scalar)]
        } else if scalar >= 0x1EA0, scalar < 0x1EFA {
            found = Self.indices.high[Int(scalar - 0x1EA0)]
        } else {
            return nil
        }
        guard found != 0xFF else { return nil }
        index = found
    }

    /// The index among a ă â e ê i o ô ơ u ư y.
    var row: UInt8 { index / 12 }
    var isCapital: Bool { index % 12 >= 6 }
    /// The tone: 0 none, 1 huyền, 2 hỏi, 3 ngã, 4 sắc, 5 nặng.
    var tone: UInt8 { index % 6 }
    /// The precomposed letter.
    var scalar: UInt32 { UInt32(Self.scalars[Int(index)]) }
    var small: MarkedVowel { isCapital ? MarkedVowel(index: index - 6) : self }
    var capital: MarkedVowel { isCapital ? self : MarkedVowel(index: index + 6) }

    /// The letter with a mark added; nil where it has that kind of mark already or never takes it.
    func adding(_ mark: Mark) -> MarkedVowel? {
        guard tone == 0 || mark.tone == 0 else { return nil }
        let offset = index % 12 + mark.tone
        switch mark.quality {
        case 0: return MarkedVowel(index: row * 12 + offset)
        case Mark.circumflex:
            switch row {
            case 0: return MarkedVowel(index: 2 * 12 + offset)
            case 3, 6: return MarkedVowel(index: (row + 1) * 12 + offset)
            default: return nil
            }
        default: return row == 0 ? MarkedVowel(index: 12 + offset) : nil
        }
    }

    /// What a byte after a letter adds to it: a tone, a circumflex or breve, or both.
    struct Mark: Equatable {
        static let circumflex: UInt8 = 8
        static let breve: UInt8 = 16
        /// The combining characters of the tones 1 to 5.
        static let combining: [UInt32] = [0x300, 0x309, 0x303, 0x301, 0x323]

        let code: UInt8

        var tone: UInt8 { code & 7 }
        var quality: UInt8 { code & 0x18 }
    }

    static let scalars: [UInt16] = LatinLetter.vietnamese.prefix(12).flatMap { row in
        row.unicodeScalars.dropFirst(3).map { UInt16($0.value) }
    }

    private static let indices: (low: [UInt8], high: [UInt8]) = {
        var low = [UInt8](repeating: 0xFF, count: 0x1B1)
        var high = [UInt8](repeating: 0xFF, count: 0x5A)
        for (index, scalar) in scalars.enumerated() {
            if scalar < 0x1B1 { low[Int(scalar)] = UInt8(index) } else { high[Int(scalar) - 0x1EA0] = UInt8(index) }
        }
        return (low, high)
    }()
}

extension Unicode.Scalar {
    /// Whether a letter of Vietnamese is a capital.
    var isVietnameseCapital: Bool {
        value < 0x80 ? value & 0x20 == 0 : MarkedVowel(value)?.isCapital ?? (value == 0x110)
    }
}
