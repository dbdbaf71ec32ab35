import Foundation

/// How Vietnamese a text in some encoding reads: a count of its words that have letters beyond ASCII.
struct TextReading {
    /// The words that have a letter or sign beyond ASCII.
    private(set) var words = 0
    /// Those that are Vietnamese syllables, in small letters, in capitals or with one capital at the beginning.
    private(set) var syllables = 0
    /// A point for a syllable, half of one for a letter alone, and another for a word that lists of people have often.
    private var weight = 0.0
    /// Bytes and letters that have no meaning in the encoding.
    var unknown = 0
    /// The first three syllables.
    private(set) var examples: [String] = []

    /// From 0 to 1: half of it for syllables, half for frequent words.
    var score: Double { words + unknown == 0 ? 0 : weight / Double(2 * (words + unknown)) }

    /// The share of syllables, from 0 to 1.
    var share: Double { words + unknown == 0 ? 0 : Double(syllables) / Double(words + unknown) }

    /// Counts the words of a text, and those of them that are syllables where asked for.
    private mutating func add(_ text: String, countsSyllables: Bool) {
        var word: [Unicode.Scalar] = []
        var isPlain = true
        for scalar in text.unicodeScalars {
            if Self.endsWord(scalar) {
                if !isPlain { add(word: word, countsSyllables: countsSyllables) }
                word.removeAll(keepingCapacity: true)
                isPlain = true
            } else {
                word.append(scalar)
                if scalar.value >= 0x80 { isPlain = false }
            }
        }
        if !isPlain { add(word: word, countsSyllables: countsSyllables) }
    }

    private mutating func add(word: [Unicode.Scalar], countsSyllables: Bool) {
        words += 1
        guard countsSyllables, Self.hasUsualCase(word), let letters = SyllableLetters(word),
            SyllableParts(letters) != nil
        else { return }
        syllables += 1
        weight += word.count == 1 ? 0.5 : 1
        if FrequentWords.contains(letters) { weight += 1 }
        if examples.count < 3 {
            let example = String(String.UnicodeScalarView(word))
            if !examples.contains(example) { examples.append(example) }
        }
    }

    /// Whether a character stands between words: all of ASCII but letters, spaces, and the signs of typography.
    private static func endsWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A: false
        case ..<0x80, 0xA0, 0x2000...0x206F, 0xFEFF: true
        default: false
        }
    }

    private static func hasUsualCase(_ word: [Unicode.Scalar]) -> Bool {
        let capitals = word.count { $0.isVietnameseCapital }
        return capitals == 0 || capitals == word.count || capitals == 1 && word[0].isVietnameseCapital
    }
}

extension TextReading {
    /// Decodes and counts each of the cells that the bytes hold between delimiters and line breaks.
    mutating func add(cellsOf bytes: [UInt8], in encoding: TextEncoding) {
        var start = 0
        var isPlain = true
        for offset in 0...bytes.count {
            if offset < bytes.count {
                switch bytes[offset] {
                case 0x09, 0x0A, 0x0D, 0x22, 0x2C, 0x3B: break
                case 0x80...:
                    isPlain = false
                    continue
                default: continue
                }
            }
            if !isPlain { add(cell: bytes.span.extracting(start..<offset), in: encoding) }
            start = offset + 1
            isPlain = true
        }
    }

    private mutating func add(cell: Span<UInt8>, in encoding: TextEncoding) {
        let decoded = encoding.decode(cell)
        unknown += decoded.unknown
        // Unicode may write a letter as its base and combining marks, which begin with these bytes.
        let isDecomposed = encoding == .utf8 && cell.indices.contains { cell[$0] == 0xCC || cell[$0] == 0xCD }
        let text = isDecomposed ? decoded.text.precomposedStringWithCanonicalMapping : decoded.text
        // Letters that no byte is ever shown as, such as ễ, do not come into text of misread letters.
        let isOther = encoding.isMisread && Self.hasOtherLetters(cell)
        add(text, countsSyllables: !isOther)
    }

    private static func hasOtherLetters(_ cell: Span<UInt8>) -> Bool {
        TextEncoding.utf8.decode(cell).text.unicodeScalars.contains { scalar in
            !endsWord(scalar) && Windows1252.byte(of: scalar.value) == nil
        }
    }
}
