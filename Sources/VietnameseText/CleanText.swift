import Foundation

/// A cell's text made comparable: NFC, trimmed, every run of white space one space.
///
/// An apostrophe before `=`, `+`, `-` or `@`, which ``CSVWriter`` puts there, is taken away again.
package struct CleanText {
    package let text: String
    /// The first control or format character, which no cell of a roster may hold; line breaks and tabs are white space.
    package let hidden: Unicode.Scalar?

    package init(_ raw: String) {
        if Self.isClean(raw) {
            text = raw
            hidden = nil
        } else {
            (text, hidden) = Self.cleaned(raw)
        }
    }

    /// Whether a scalar is a control or format character, a surrogate or a line or paragraph separator.
    package static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x7F { return scalar.value < 0x20 }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator: return true
        default: return false
        }
    }

    /// Whether the text needs no cleaning for sure: only characters below U+0300, where nothing composes, and the
    /// precomposed letters U+1E00–U+1EFF, with single spaces inside.
    private static func isClean(_ text: String) -> Bool {
        let bytes = text.utf8Span.span
        var index = 0
        let count = bytes.count
        var followsSpace = true
        if count > 0, bytes[0] == UInt8(ascii: "'") { return false }
        while index < count {
            let byte = bytes[index]
            if byte < 0x80 {
                if byte <= 0x20 {
                    if byte != 0x20 || followsSpace { return false }
                    followsSpace = true
                } else {
                    if byte == 0x7F { return false }
                    followsSpace = false
                }
                index += 1
            } else if byte < 0xCC {
                // U+0080–U+009F are controls, U+00A0 and U+00AD invisible.
                if byte == 0xC2 { return false }
                followsSpace = false
                index += 2
            } else if byte == 0xE1, bytes[index + 1] >= 0xB8, bytes[index + 1] <= 0xBB {
                followsSpace = false
                index += 3
            } else {
                return false
            }
        }
        return count == 0 || !followsSpace
    }

    private static func cleaned(_ raw: String) -> (String, Unicode.Scalar?) {
        var clean = String.UnicodeScalarView()
        var hidden: Unicode.Scalar?
        var isPending = false
        for scalar in raw.precomposedStringWithCanonicalMapping.unicodeScalars {
            if scalar.properties.isWhitespace {
                isPending = !clean.isEmpty
                continue
            }
            if hidden == nil, isHidden(scalar) { hidden = scalar }
            if isPending { clean.append(" ") }
            isPending = false
            clean.append(scalar)
        }
        if clean.first == "'", let second = clean.dropFirst().first, "=+-@".unicodeScalars.contains(second) {
            clean.removeFirst()
        }
        return (String(clean), hidden)
    }
}
