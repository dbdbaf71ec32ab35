import VietnameseText

/// What a person's name may hold.
enum PersonName {
    /// Characters of the longest name, spaces counted.
    static let longest = 60

    /// Why a clean text is not a name; nothing for a name.
    ///
    /// A name has Latin letters, spaces, and the signs of compound, highland and second names: `-` `'` `’` `.` `,` `(`
    /// `)`. A question mark is refused: it is what a lost letter becomes.
    static func fault(in text: String) -> (rule: Rule, reason: String)? {
        var count = 0
        var hasLetter = false
        for scalar in text.unicodeScalars {
            count += 1
            if isLatinLetter(scalar) {
                hasLetter = true
            } else if !isSign(scalar) {
                let found = "“\(scalar)” (\(Shown.code(scalar)))"
                return (.nameSign, "“\(Shown.text(text))” holds \(found), which is no Latin letter")
            }
        }
        if count > longest { return (.tooLong, "has \(count) characters, at most \(longest) fit") }
        return hasLetter ? nil : (.nameSign, "“\(Shown.text(text))” holds no letter")
    }

    /// Whether a scalar is a letter of Basic Latin to Latin Extended-B, or of Latin Extended Additional.
    private static func isLatinLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF: true
        default: false
        }
    }

    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "-", "'", "\u{2019}", ".", ",", "(", ")": true
        default: false
        }
    }
}
