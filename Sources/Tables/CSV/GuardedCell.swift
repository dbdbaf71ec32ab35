import VietnameseText

/// A cell that Excel must give back as it was: it would make 46085001234 of `046085001234` and a date of `1/2`.
///
/// What begins like a number, a date or a formula gets an apostrophe in front.
package enum GuardedCell {
    package static func guarded(_ text: String) -> String {
        guard let first = text.utf8.first else { return text }
        return first < UInt8(ascii: "A") || FormulaGuard.needsGuard(text) ? "'" + text : text
    }

    package static func text(_ guarded: String) -> String {
        guarded.utf8.first == UInt8(ascii: "'") ? String(guarded.unicodeScalars.dropFirst()) : guarded
    }
}
