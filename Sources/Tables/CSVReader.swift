/// Reads a CSV file row by row, in memory that does not grow with the file.
///
/// Takes RFC 4180 as Excel and its kind write it: a comma, semicolon or tab, found from the header; quoted fields with
/// doubled quotation marks and line breaks; CR, LF or CRLF; a UTF-8 byte order mark or none. The first row that is not
/// blank is the header. A field may have 1 MiB, a row 4 MiB.
///
/// ```swift
/// var reader = try CSVReader(path: "roster.csv")
/// while let row = try reader.next() { print(row.number, row.fields) }
/// ```
public struct CSVReader: ~Copyable {
    /// The file, as given.
    public let path: String
    /// The delimiter that the header uses.
    public let delimiter: CSVDelimiter
    /// The header's cells.
    public let header: Row

    private var scanner: RecordScanner
    /// Columns up to the last that has a name.
    private let width: Int

    /// Opens a file and reads its header.
    ///
    /// - Parameter path: the file.
    /// - Throws: ``TableError`` `missing`, `unreadable`, `empty`, `notText`, `notUTF8` or `tooLong`.
    public init(path: String) throws(TableError) {
        try self.init(path: path, chunk: FileInput.usualChunk)
    }

    /// Opens a file that is read `chunk` bytes at a time.
    package init(path: String, chunk: Int) throws(TableError) {
        var input = try FileInput(path: path, chunk: chunk)
        let delimiter = try FirstLook.delimiter(of: &input, longest: RecordScanner.longestField)
        var scanner = RecordScanner(input, delimiter: delimiter)
        guard let header = try scanner.next(width: 0) else { throw .empty(path: path) }
        self.path = path
        self.delimiter = delimiter
        self.header = header
        self.scanner = scanner
        width = (header.fields.lastIndex { !$0.utf8.allSatisfy { $0 == 0x20 } } ?? -1) + 1
    }

    /// The next row below the header that is not blank.
    ///
    /// A row with another number of fields than the header has columns is damaged, except that empty fields after the
    /// last column do no harm.
    ///
    /// - Returns: the row, or nothing at the file's end and after an error.
    /// - Throws: ``TableError`` `notUTF8`, `tooLong` or `unreadable`.
    public mutating func next() throws(TableError) -> Row? {
        guard let row = try scanner.next(width: width) else { return nil }
        let count = row.fields.count
        if count == width { return row }
        if count < width {
            return row.adding(.tooFewFields(found: count, expected: width))
        }
        guard row.fields[width...].contains(where: { !$0.isEmpty }) else { return row }
        return row.adding(.tooManyFields(found: count, expected: width))
    }
}

extension Row {
    fileprivate func adding(_ fault: Damage) -> Row {
        Row(number: number, fields: fields, damage: damage + [fault])
    }
}
