package import VietnameseText

/// Reads a CSV file row by row, in memory that does not grow with the file.
///
/// Takes RFC 4180 as Excel and its kind write it: a comma, semicolon or tab, found from the first rows; quoted fields with
/// doubled quotation marks and line breaks; CR, LF or CRLF; any ``TextEncoding``, found from the text. A field may have
/// 1 MiB, a row 4 MiB.
package struct CSVReader: ~Copyable {
    /// How the file is read.
    package let facts: TableFacts
    /// Fields that a row has; 0 while it is not known.
    package var width = 0

    private var scanner: RecordScanner

    /// Opens a file that is read `chunk` bytes at a time.
    ///
    /// - Throws: ``TableError`` `missing`, `unreadable`, `empty`, `notText` or `tooLong`.
    package init(
        path: String, copy: String? = nil, encoding: TextEncoding? = nil, chunk: Int = FileInput.usualChunk
    ) throws(TableError) {
        var input = try FileInput(path: path, copy: copy, chunk: chunk)
        let look = try FirstLook(&input, encoding: encoding)
        facts = TableFacts(form: .csv(look.delimiter, look.encoding), evidence: look.evidence, remarks: [])
        scanner = RecordScanner(input, delimiter: look.delimiter, encoding: look.encoding)
    }

    /// The next row that is not blank; nothing at the file's end and after an error.
    ///
    /// A row of another number of fields than ``width`` is damaged, except that empty fields at its end do no harm.
    package mutating func next() throws(TableError) -> Row? {
        guard let row = try scanner.next(width: width) else { return nil }
        return width == 0 || row.fields.count == width ? row : Self.measured(row, width: width)
    }

    /// A row, damaged where it has another number of fields.
    package static func measured(_ row: Row, width: Int) -> Row {
        let count = row.fields.count
        if count < width { return row.with(damage: [.tooFewFields(found: count, expected: width)]) }
        guard row.fields[width...].contains(where: { !$0.isEmpty }) else { return row }
        return row.with(damage: [.tooManyFields(found: count, expected: width)])
    }
}
