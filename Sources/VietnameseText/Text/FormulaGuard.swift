/// The apostrophe that keeps a spreadsheet from running a cell as a formula (OWASP, "CSV Injection").
package enum FormulaGuard {
    /// Whether a spreadsheet may take a text for a formula: `=`, `+`, `-`, `@` or a form of theirs comes first, or first after
    /// white space and what nobody sees.
    package static func isFormula(_ text: some Sequence<Unicode.Scalar>) -> Bool {
        for scalar in text {
            if isSign(scalar) { return true }
            guard scalar == " " || scalar.properties.isWhitespace || CleanText.isHidden(scalar) else { return false }
        }
        return false
    }

    /// Whether a cell is written with an apostrophe in front: a formula, or what begins with a tab or a line end.
    package static func needsGuard(_ text: String) -> Bool {
        guard let first = text.utf8.first, first < 0x30 || first == 0x3D || first == 0x40 || first >= 0x7F else {
            return false
        }
        return startsLine(text.unicodeScalars) || isFormula(text.unicodeScalars)
    }

    /// A cell's text without the apostrophe that ``needsGuard(_:)`` had put there.
    package static func unguarded(_ text: String) -> String {
        isGuarded(text.unicodeScalars[...]) ? String(text.unicodeScalars.dropFirst()) : text
    }

    /// Whether the first character of a cell is an apostrophe that stands there for ``needsGuard(_:)``.
    static func isGuarded(_ scalars: Substring.UnicodeScalarView) -> Bool {
        guard scalars.first == "'" else { return false }
        let rest = scalars.dropFirst()
        return startsLine(rest) || isFormula(rest)
    }

    private static func startsLine(_ scalars: some Collection<Unicode.Scalar>) -> Bool {
        scalars.first == "\t" || scalars.first == "\n" || scalars.first == "\r"
    }

    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        // As typed, in full width, small, and the minus of typesetting.
        case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\u{FE66}", "\u{FE62}", "\u{FE63}",
            "\u{FE6B}", "\u{2212}":
            true
        default: false
        }
    }
}
