import Foundation

/// A cell's text made comparable: NFC, trimmed, every run of white space one space.
///
/// An apostrophe before a formula's sign, which ``CSVWriter`` puts there, is taken away again.
package struct CleanText {
    package let text: String
    /// The first control or format character, which no cell of a roster may hold; line breaks and tabs are white space.
    package let hidden: Unicode.Scalar?
    /// What the raw text was, beside a formula's apostrophe.
    package let changes: Changes

    package struct Changes: OptionSet, Sendable {
        package let rawValue: UInt8

        package init(rawValue: UInt8) { self.rawValue = rawValue }

        /// White space at the ends, doubled, or other than a space.
        package static let spaces = Changes(rawValue: 1)
        /// Letters that were not NFC, which Swift's `==` hides.
        package static let composition = Changes(rawValue: 2)
    }

    package init(_ raw: String) {
        if Self.isClean(raw) {
            text = raw
            hidden = nil
            changes = []
        } else {
            (text, hidden, changes) = Self.cleaned(raw)
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

    /// The clean text of a cell with its control and format characters taken out, and whether all of those are format
    /// characters (zero-width, bidirectional, byte order mark, soft hyphen), for which no letter was lost.
    package static func withoutHidden(_ raw: String) -> (text: String, onlyFormat: Bool) {
        var kept = String.UnicodeScalarView()
        var onlyFormat = true
        for scalar in raw.unicodeScalars {
            if scalar.properties.isWhitespace || !isHidden(scalar) {
                kept.append(scalar)
            } else if scalar.properties.generalCategory != .format {
                onlyFormat = false
            }
        }
        return (CleanText(String(kept)).text, onlyFormat)
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

    private static func cleaned(_ raw: String) -> (String, Unicode.Scalar?, Changes) {
        var clean = String.UnicodeScalarView()
        var hidden: Unicode.Scalar?
        var isPending = false
        var changes: Changes = []
        let composed = raw.precomposedStringWithCanonicalMapping
        if !composed.utf8.elementsEqual(raw.utf8) { changes.insert(.composition) }
        var scalars = composed.unicodeScalars[...]
        let blank = scalars.prefix { $0.properties.isWhitespace }
        if FormulaGuard.isGuarded(scalars.dropFirst(blank.count)) {
            if !blank.isEmpty { changes.insert(.spaces) }
            scalars = scalars.dropFirst(blank.count + 1)
        }
        for scalar in scalars {
            if scalar.properties.isWhitespace {
                if isPending || clean.isEmpty || scalar != " " { changes.insert(.spaces) }
                isPending = !clean.isEmpty
                continue
            }
            if hidden == nil, isHidden(scalar) { hidden = scalar }
            if isPending { clean.append(" ") }
            isPending = false
            clean.append(scalar)
        }
        if isPending { changes.insert(.spaces) }
        return (String(clean), hidden, changes)
    }
}
