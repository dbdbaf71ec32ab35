/// The digits of a cell that holds a CCCD's or CMND's number.
package enum IDDigits {
    /// The digits, without the spaces, points and hyphens between them, an apostrophe before them, and a spreadsheet's `.0`
    /// behind them; nothing for every other text.
    package static func digits(_ text: String) -> String? {
        let bytes = text.utf8Span.span
        var hasOther = false
        for index in bytes.indices where bytes[index] &- UInt8(ascii: "0") > 9 { hasOther = true }
        if !hasOther { return text }
        return CellDigits.digits(text, without: " .-,")
    }

    /// Whether digits have the length of a CCCD or a CMND.
    package static func isLong(_ digits: String) -> Bool { digits.utf8.count == 12 || digits.utf8.count == 9 }
}
