import Mustache
import VietnameseText

/// Text on a page: nothing in it is ever markup, in content and in quoted attributes alike.
///
/// Control and format characters, which would be invisible or turn the text around, become U+FFFD. Mustache's own escaping
/// takes whole characters, and a quotation mark that somebody has put an accent on is none to it.
package struct PageEscaping: MustacheContentType {
    package func escapeText(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
            case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
            case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
            case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
            case "\n", "\r", "\t": escaped.append(" ")
            default: escaped.append(Shown.isActive(scalar) ? "\u{FFFD}" : scalar)
            }
        }
        return String(escaped)
    }
}
