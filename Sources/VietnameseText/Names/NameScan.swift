/// What a name is made of, found in one pass over its bytes.
package struct NameScan {
    /// Unicode scalars, spaces counted.
    package private(set) var scalars = 0
    /// Words between spaces.
    package private(set) var words = 0
    /// Whether every character is a letter of Vietnamese or a sign of names, with single spaces between words.
    package private(set) var isVietnamese = true
    /// Whether letters follow each other as no Vietnamese name has them, as in text typed in an old font.
    package private(set) var isDoubtful = false
    /// Whether a word of the name begins with a small letter.
    package private(set) var hasSmallWord = false
    /// Whether a word of two letters or more has capitals alone; a number of Roman letters is none.
    package private(set) var hasCapitalWord = false
    /// Whether a word has small letters and more than one capital, as NGUYễN of a font without capitals for all letters.
    package private(set) var hasMixedWord = false
    /// Whether a word is a number of Roman letters.
    package private(set) var hasRomanWord = false
    /// Capitals and small letters of Vietnamese.
    package private(set) var capitals = 0, smalls = 0

    /// Whether capitals and small letters stand otherwise than at the beginning of words and within them.
    package var isCaseUnusual: Bool { hasSmallWord || hasCapitalWord || hasMixedWord }

    private var word = Word()
    /// Whether a letter was seen since the last space: the m of H'm is no beginning.
    private var isInWord = false

    /// The letters of a word so far.
    private struct Word {
        var capitals = 0, smalls = 0
        var isRoman = true
        var last: UInt8 = 0
    }

    /// Looks through a text.
    package init(_ text: String) {
        let bytes = text.utf8Span.span
        let count = bytes.count
        var index = 0
        var isAfterSpace = true
        // A formula's apostrophe may have to go.
        if count > 0, bytes[0] == UInt8(ascii: "'") { isVietnamese = false }
        while index < count {
            let byte = bytes[index]
            scalars += 1
            if byte == 0x20 {
                if isAfterSpace { isVietnamese = false }
                isAfterSpace = true
                isInWord = false
                endWord()
                index += 1
                continue
            }
            if isAfterSpace { words += 1 }
            isAfterSpace = false
            if byte < 0x80 {
                take(ascii: byte)
                index += 1
            } else if byte < 0xE0 {
                take(lead: byte, bytes[index + 1])
                index += 2
            } else if byte < 0xF0 {
                take(lead: byte, bytes[index + 1], bytes[index + 2])
                index += 3
            } else {
                takeOther()
                index += 4
            }
        }
        if isAfterSpace { isVietnamese = false }
        endWord()
    }

    private mutating func take(ascii byte: UInt8) {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): takeSmall(byte)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"):
            takeCapital(byte)
            if byte != UInt8(ascii: "I"), byte != UInt8(ascii: "V"), byte != UInt8(ascii: "X") { word.isRoman = false }
        case UInt8(ascii: "-"), UInt8(ascii: "'"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "("),
            UInt8(ascii: ")"):
            // What stands in parentheses may be a remark.
            if byte == UInt8(ascii: "(") { isInWord = true }
            endWord()
        default:
            isVietnamese = false
            endWord()
        }
    }

    private mutating func take(lead: UInt8, _ byte: UInt8) {
        let letters: UInt64
        switch lead {
        case 0xC3: letters = Self.c3
        case 0xC4: letters = Self.c4
        case 0xC5: letters = Self.c5
        case 0xC6: letters = Self.c6
        default: letters = 0
        }
        guard letters >> UInt64(byte & 0x3F) & 1 == 1 else { return takeOther() }
        let isSmall =
            switch lead {
            case 0xC3: byte >= 0xA0
            // Capitals are even, but Ư is odd and ư the number above.
            case 0xC6 where byte >= 0xAF: byte == 0xB0
            default: byte & 1 == 1
            }
        if lead == 0xC3, Self.isOldFont(word.last, byte) { isDoubtful = true }
        if isSmall {
            takeSmall(0)
        } else {
            if word.smalls > 0 { isDoubtful = true }
            takeCapital(0)
            word.isRoman = false
        }
    }

    private mutating func take(lead: UInt8, _ second: UInt8, _ third: UInt8) {
        // U+1EA0–U+1EF9
        if lead == 0xE1, second == 0xBA && third >= 0xA0 || second == 0xBB && third < 0xBA {
            if third & 1 == 1 {
                takeSmall(0)
            } else {
                takeCapital(0)
                word.isRoman = false
            }
        } else if lead == 0xE2, second == 0x80, third == 0x99 {
            // ’
            endWord()
        } else {
            takeOther()
        }
    }

    private mutating func takeSmall(_ byte: UInt8) {
        smalls += 1
        if !isInWord { hasSmallWord = true }
        word.smalls += 1
        word.last = byte
        isInWord = true
    }

    private mutating func takeCapital(_ byte: UInt8) {
        capitals += 1
        word.capitals += 1
        word.last = byte | 0x20
        isInWord = true
    }

    private mutating func takeOther() {
        isVietnamese = false
        isDoubtful = true
        isInWord = true
        word.last = 0
    }

    private mutating func endWord() {
        if word.capitals > 1 {
            if word.smalls > 0 {
                hasMixedWord = true
            } else if word.isRoman {
                hasRomanWord = true
            } else {
                hasCapitalWord = true
            }
        }
        word = Word()
    }

    /// Whether a vowel and a letter of Latin-1 follow each other as VNI writes one vowel, and Vietnamese no two.
    private static func isOldFont(_ last: UInt8, _ byte: UInt8) -> Bool {
        let small = byte | 0x20
        return switch last {
        case UInt8(ascii: "a"), UInt8(ascii: "e"): true
        // â, õ and ù
        case UInt8(ascii: "o"): small == 0xA2 || small == 0xB5 || small == 0xB9
        case UInt8(ascii: "u"): small == 0xB5 || small == 0xB9
        default: false
        }
    }

    // The Vietnamese letters among the 64 of each leading byte.
    /// ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ and the small ones, of U+00C0–U+00FF.
    private static var c3: UInt64 { 0x263C_370F_263C_370F }
    /// ĂăĐđĨĩ, of U+0100–U+013F.
    private static var c4: UInt64 { 0x0000_0300_0003_000C }
    /// Ũũ, of U+0140–U+017F.
    private static var c5: UInt64 { 0x0000_0300_0000_0000 }
    /// ƠơƯư, of U+0180–U+01BF.
    private static var c6: UInt64 { 0x0001_8003_0000_0000 }
}
