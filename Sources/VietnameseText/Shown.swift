/// Text of a file as a message shows it.
package enum Shown {
    /// The text in so many characters at most, with a mark in place of control and format characters.
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

    /// A scalar's number in Unicode, as in `U+200B`.
    package static func code(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
