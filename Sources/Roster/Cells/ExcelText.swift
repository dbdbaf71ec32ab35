import Tables

/// How texts are written into CSV so that Excel takes them for texts.
enum ExcelText {
    /// A row of a file of text with the texts that are meant.
    static func plain(_ row: Row) -> Row {
        guard row.fields.contains(where: { $0.utf8.first == UInt8(ascii: "=") || $0.utf8.first == UInt8(ascii: "'") })
        else {
            return row
        }
        return row.with(fields: row.fields.map(plain))
    }

    /// The text that is meant: `0912…` for `="0912…"`, `12/03/1985` for `'12/03/1985`, `An` for `'An'`.
    private static func plain(_ field: String) -> String {
        switch field.utf8.first {
        case UInt8(ascii: "="), UInt8(ascii: "'"): unwrapped(field)
        default: field
        }
    }

    private static func unwrapped(_ field: String) -> String {
        if field.hasPrefix("=\""), field.hasSuffix("\""), field.utf8.count > 2 {
            return String(field.dropFirst(2).dropLast()).replacing("\"\"", with: "\"")
        }
        // Before a formula's sign it is what keeps Excel from calculating, and stays until the text is used.
        let rest = field.dropFirst()
        guard field.hasPrefix("'"), let first = rest.utf8.first, !"=+-@\t\r".utf8.contains(first) else { return field }
        return String(rest.hasSuffix("'") ? rest.dropLast() : rest)
    }
}
