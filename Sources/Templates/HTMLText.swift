import VietnameseText

/// Text of a file as HTML: nothing in it is ever markup.
package enum HTMLText {
    /// Adds a text with all that has a meaning in HTML escaped, in content and in quoted attributes alike.
    ///
    /// Control and format characters, which would be invisible or turn the text around, become U+FFFD.
    package static func append(_ text: String, to bytes: inout [UInt8]) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": bytes.append(contentsOf: "&amp;".utf8)
            case "<": bytes.append(contentsOf: "&lt;".utf8)
            case ">": bytes.append(contentsOf: "&gt;".utf8)
            case "\"": bytes.append(contentsOf: "&quot;".utf8)
            case "'": bytes.append(contentsOf: "&#39;".utf8)
            case "\n", "\r", "\t": bytes.append(UInt8(ascii: " "))
            default: bytes.append(contentsOf: Character(Shown.isActive(scalar) ? "\u{FFFD}" : scalar).utf8)
            }
        }
    }
}
