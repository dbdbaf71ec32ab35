/// What programs write for a letter that an encoding lacks.
package enum LostLetter {
    /// The sign of a lost letter in a clean text: U+FFFD, or a question mark before a letter or another question mark.
    ///
    /// A question mark at the end of a word may be one, as in a shop's name.
    package static func sign(in text: String) -> Character? {
        let bytes = text.utf8Span.span
        let count = bytes.count
        for index in 0..<count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "?"), index + 1 < count {
                let next = bytes[index + 1]
                let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(next | 0x20) || next >= 0x80
                if isLetter || next == byte { return "?" }
            } else if byte == 0xEF, bytes[index + 1] == 0xBF, bytes[index + 2] == 0xBD {
                return "\u{FFFD}"
            }
        }
        return nil
    }
}
