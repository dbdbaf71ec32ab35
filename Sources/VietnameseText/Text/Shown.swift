/// Text of a file or a person as a message shows it.
///
/// What a terminal, a page or a table could act on without showing it stands there as U+FFFD: control characters, line
/// and paragraph separators, what turns writing around (U+202E and its kind), tags, byte order marks. Letters, accents
/// and the joiners of emoji stay as they are.
package enum Shown {
    /// The text in so many characters at most, with a mark in place of control and format characters, joiners too.
    package static func text(_ text: String, limit: Int = 40) -> String {
        var shown = String.UnicodeScalarView()
        var count = 0
        for scalar in text.unicodeScalars {
            guard count < limit else {
                shown.append("…")
                break
            }
            shown.append(CleanText.isHidden(scalar) ? "\u{FFFD}" : scalar)
            count += 1
        }
        return String(shown)
    }

    /// The whole text as one line of a terminal: nothing in it ends the line, moves on it or turns it around.
    package static func line(_ text: String) -> String {
        guard !isPlain(text) else { return text }
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { shown.append(isActive(scalar) ? "\u{FFFD}" : scalar) }
        return String(shown)
    }

    /// Whether a scalar may do something on a terminal or a page instead of being seen.
    package static func isActive(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // Joiners: parts of emoji, and of Persian words.
        case 0x200C, 0x200D: false
        // Tags, those without a name too.
        case 0xE0000...0xE007F: true
        default: CleanText.isHidden(scalar)
        }
    }

    /// JSON in UTF-8 with the same values, in which what a terminal could act on is written as `\u202e` is.
    ///
    /// Takes JSON whole or a part of it that ends between two characters; line ends stay, and of control characters it has
    /// no others outside of escapes.
    package static func json(_ json: [UInt8]) -> [UInt8] {
        guard mayBeActive(json) else { return json }
        var safe: [UInt8] = []
        safe.reserveCapacity(json.count + 64)
        for scalar in String(decoding: json, as: UTF8.self).unicodeScalars {
            guard scalar.value >= 0x7F, isActive(scalar) else {
                safe.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                continue
            }
            for unit in String(scalar).utf16 {
                let digits = String(unit, radix: 16)
                safe.append(contentsOf: "\\u".utf8)
                safe.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
                safe.append(contentsOf: digits.utf8)
            }
        }
        return safe
    }

    /// A scalar's number in Unicode, as in `U+200B`.
    package static func code(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// Whether bytes of UTF-8 may have such a character: only these bytes begin one, of which Vietnamese needs U+1Exx.
    private static func mayBeActive(_ bytes: [UInt8]) -> Bool {
        var previous: UInt8 = 0
        for byte in bytes {
            switch byte {
            case 0x7F, 0xC2, 0xD8...0xE0, 0xE2, 0xEF...: return true
            case 0xA0 where previous == 0xE1: return true
            default: previous = byte
            }
        }
        return false
    }

    private static func isPlain(_ text: String) -> Bool { text.utf8.allSatisfy { (0x20..<0x7F).contains($0) } }
}
