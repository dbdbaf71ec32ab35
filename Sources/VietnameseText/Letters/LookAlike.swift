import Foundation

/// Letters of other alphabets that look like Latin ones, as a wrong keyboard or a copied text leaves them in names.
///
/// Cyrillic, Greek and fullwidth letters, and the Icelandic and African letters Ð, ð and Ɖ, which stand for Đ and đ.
package enum LookAlike {
    /// The Latin letter that a letter looks like; nil for a letter that looks like none, and for Latin letters.
    package static func latin(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case ..<0xD0: nil
        case 0xFF21...0xFF3A, 0xFF41...0xFF5A: Unicode.Scalar(scalar.value - 0xFEE0)
        default: letters[scalar]
        }
    }

    /// The text, NFC, with a Latin letter in place of each that looks like one.
    ///
    /// Nil where there is no such letter, and where some other letter is not Latin either: such a text is in another
    /// alphabet.
    package static func latin(_ text: String) -> String? {
        guard text.unicodeScalars.contains(where: { !isVietnamese($0.value) }) else { return nil }
        var result = String.UnicodeScalarView()
        var hasLookAlike = false
        for scalar in text.unicodeScalars {
            if let latin = latin(scalar) {
                hasLookAlike = true
                result.append(latin)
            } else {
                guard isLatin(scalar) || !scalar.properties.isAlphabetic else { return nil }
                result.append(scalar)
            }
        }
        return hasLookAlike ? String(result).precomposedStringWithCanonicalMapping : nil
    }

    private static func isVietnamese(_ value: UInt32) -> Bool {
        value < 0x80 || value == 0x110 || value == 0x111 || MarkedVowel(value) != nil
    }

    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case ..<0x370, 0x1E00...0x1EFF, 0x2C60...0x2C7F, 0xA720...0xA7FF, 0xFB00...0xFB06: true
        default: false
        }
    }

    private static let letters: [Unicode.Scalar: Unicode.Scalar] = {
        var letters: [Unicode.Scalar: Unicode.Scalar] = [:]
        for (others, latin) in [
            // Cyrillic.
            ("АВЕКМНОРСТУХІЈЅҺԚԜЀЁЇӐӒӰ", "ABEKMHOPCTYXIJSHQWÈËÏĂÄŸ"),
            ("аекорсухіјѕһԛԝԁѐёїӑӓӱ", "aekopcyxijshqwdèëïăäÿ"),
            // Greek.
            ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧΆΈΊΌΎ", "ABEZHIKMNOPTYXÁÉÍÓÝ"), ("αικνορυχάίόύ", "aikvopuxáíóú"),
            // Letters of the Latin alphabet that are not in Vietnamese or French.
            ("ÐƉðɖɑɡı", "ĐĐđđagi"),
        ] {
            for (other, letter) in zip(others.unicodeScalars, latin.unicodeScalars) { letters[other] = letter }
        }
        return letters
    }()
}
