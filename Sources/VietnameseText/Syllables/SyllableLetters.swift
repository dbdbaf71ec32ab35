/// The letters of one word as small numbers, apart from its tone.
///
/// Numbers are 1–12 for a ă â e ê i o ô ơ u ư y, then the consonants from 13 on.
struct SyllableLetters {
    /// The consonants in the order of their numbers, 13 to 29.
    static let consonants = Array("bcdđghklmnpqrstvx".unicodeScalars)
    /// The numbers of small ASCII letters from a on; 0 for f, j, w and z.
    private static let numbers: [UInt8] = (UInt8(ascii: "a")...UInt8(ascii: "z")).map { letter in
        let scalar = Unicode.Scalar(letter)
        if let vowel = MarkedVowel(scalar.value) { return vowel.row + 1 }
        return consonants.firstIndex(of: scalar).map { UInt8($0) + 13 } ?? 0
    }

    /// The numbers, five bits each, the last letter lowest.
    private(set) var packed: UInt64 = 0
    private(set) var count = 0
    /// The tone, and the index of the letter that has it; -1 for none.
    private(set) var tone: UInt8 = 0
    private(set) var toneIndex = -1

    /// Reads a word; nil for a letter that no Vietnamese syllable has, for a second tone and for more than seven letters.
    init?(_ word: some Sequence<Unicode.Scalar>) {
        for scalar in word {
            guard count < 7 else { return nil }
            var number: UInt8 = 0
            if let vowel = MarkedVowel(scalar.value) {
                number = vowel.row + 1
                if vowel.tone != 0 {
                    guard tone == 0 else { return nil }
                    tone = vowel.tone
                    toneIndex = count
                }
            } else if scalar.value == 0x110 || scalar.value == 0x111 {
                number = Self.d
            } else if scalar.value < 0x80 {
                let letter = scalar.value | 0x20
                guard letter >= 0x61, letter <= 0x7A else { return nil }
                number = Self.numbers[Int(letter - 0x61)]
            }
            guard number != 0 else { return nil }
            packed = packed << 5 | UInt64(number)
            count += 1
        }
        guard count > 0 else { return nil }
    }

    private static let d = UInt8(13 + 3)

    /// The number of the letter at an index.
    subscript(index: Int) -> UInt8 { UInt8(truncatingIfNeeded: packed >> UInt64(5 * (count - 1 - index))) & 31 }

    /// The packed numbers of the letters from an index on.
    func packed(from index: Int) -> UInt64 { packed & ((1 << UInt64(5 * (count - index))) - 1) }

    /// The packed numbers of the letters before an index.
    func packed(before index: Int) -> UInt64 { packed >> UInt64(5 * (count - index)) }
}
