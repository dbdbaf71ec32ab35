import VietnameseText

/// Writes rows as CSV after RFC 4180, with CRLF at the end of each.
///
/// A cell that begins with `=`, `+`, `-`, `@` or a form of theirs, also after white space and what nobody sees, and one that
/// begins with a tab or a line break, gets an apostrophe in front: Excel and its kind would run it as a formula when the
/// file is opened (OWASP, "CSV Injection"). ``RosterReader`` takes that apostrophe away.
package struct CSVWriter: Sendable {
    /// The bytes that a file begins with so that Excel reads it as UTF-8.
    package static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private let delimiter: UInt8

    package init(delimiter: CSVDelimiter = .comma) { self.delimiter = delimiter.rawValue }

    /// One row's bytes, in UTF-8; fields are quoted only where they need it.
    package func bytes(of fields: [String]) -> [UInt8] {
        var row: [UInt8] = []
        for (index, field) in fields.enumerated() {
            if index > 0 { row.append(delimiter) }
            append(field, to: &row)
        }
        // A row of one empty field would be read back as a blank row.
        if row.isEmpty { row = [0x22, 0x22] }
        row.append(0x0D)
        row.append(0x0A)
        return row
    }

    private func append(_ field: String, to row: inout [UInt8]) {
        let needsQuotes = field.utf8.contains {
            $0 == delimiter || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09
        }
        if needsQuotes { row.append(0x22) }
        if FormulaGuard.needsGuard(field) { row.append(UInt8(ascii: "'")) }
        for byte in field.utf8 {
            if byte == 0x22 { row.append(0x22) }
            row.append(byte)
        }
        if needsQuotes { row.append(0x22) }
    }
}

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
