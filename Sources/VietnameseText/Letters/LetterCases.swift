/// The cases of a word's letters, counted apart for letters with a tone, which the fonts of TCVN3 have no capitals of.
struct LetterCases {
    private var word = Word()
    private var hasCapitalWord = false, hasMixedWord = false, hasDoubtfulWord = false, hasLowInitial = false

    struct Word {
        /// Capitals, without and with tones.
        var capitals = 0
        /// Small letters without a tone.
        var smalls = 0
        /// Small letters with a tone.
        var tonedSmalls = 0
        var hasLowInitial = false
        var isEmpty: Bool { capitals + smalls + tonedSmalls == 0 }

        /// Takes a letter; false for every other character, which ends the word.
        mutating func take(_ scalar: UInt32, vowel: MarkedVowel?) -> Bool {
            if let vowel {
                if vowel.isCapital {
                    capitals += 1
                } else if vowel.tone == 0 {
                    smalls += 1
                } else {
                    if isEmpty { hasLowInitial = true }
                    tonedSmalls += 1
                }
                return true
            }
            switch scalar {
            case 0x41...0x5A, 0x110: capitals += 1
            case 0x61...0x7A, 0x111: smalls += 1
            default: return false
            }
            return true
        }
    }

    /// The words of a text with the cases of their letters.
    static func words(of scalars: [Unicode.Scalar]) -> [(range: Range<Int>, cases: Word)] {
        var words: [(range: Range<Int>, cases: Word)] = []
        var start = 0
        var cases = Word()
        for index in 0...scalars.count {
            if index < scalars.count, cases.take(scalars[index].value, vowel: MarkedVowel(scalars[index].value)) {
                continue
            }
            if start < index { words.append((start..<index, cases)) }
            start = index + 1
            cases = Word()
        }
        return words
    }

    mutating func take(_ scalar: UInt32, vowel: MarkedVowel?) { if !word.take(scalar, vowel: vowel) { endWord() } }

    /// Whether ``CapitalRepair`` could find something in the text taken so far.
    mutating func needRepair() -> Bool {
        endWord()
        return hasMixedWord || hasLowInitial || hasCapitalWord && hasDoubtfulWord
    }

    private mutating func endWord() {
        if word.isEmpty { return }
        if word.smalls == 0 {
            if word.capitals >= 2 {
                hasCapitalWord = true
                if word.tonedSmalls > 0 { hasMixedWord = true }
            } else if word.tonedSmalls > 0 {
                hasDoubtfulWord = true
            }
        }
        if word.hasLowInitial { hasLowInitial = true }
        word = Word()
    }
}
