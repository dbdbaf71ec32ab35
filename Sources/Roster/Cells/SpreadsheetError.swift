/// The error values that spreadsheets leave in cells.
enum SpreadsheetError {
    /// Whether a clean text is an error of Excel (`#N/A`, `#REF!`) or LibreOffice (`Err:504`), or the `####` that Excel
    /// writes for what a narrow column did not show.
    static func isOne(_ text: String) -> Bool {
        let bytes = text.utf8Span.span
        guard bytes.count > 1 else { return false }
        switch bytes[0] {
        case UInt8(ascii: "#"): return excel.contains(text.uppercased()) || text.utf8.allSatisfy { $0 == bytes[0] }
        case UInt8(ascii: "E"): return text.utf8.count == 7 && text.hasPrefix("Err:5")
        default: return false
        }
    }

    private static let excel: Set<String> = ["#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"]
}
