public import Tables

/// Reads the people or the venues of a CSV file, row by row, and says of every row whether it will do.
///
/// ```swift
/// var roster = try RosterReader<Person>(path: "roster.csv", today: today)
/// while let entry = try roster.next() {
///     switch entry {
///     case .record(let row, let person): print(row.number, person.name)
///     case .refused(let row, let faults): print(row.number, faults)
///     }
/// }
/// ```
public struct RosterReader<Record: RosterRecord>: ~Copyable {
    /// One row of the file below the header.
    public enum Entry: Equatable, Sendable {
        /// The row and its record.
        case record(Row, Record)
        /// The row, whose raw fields go to the list of refused rows, and every fault of it.
        case refused(Row, [Fault])

        /// The row as it stands in the file.
        public var row: Row {
            switch self {
            case .record(let row, _), .refused(let row, _): row
            }
        }
    }

    private var rows: CSVReader
    /// Reads a row again that was set aside.
    package let parser: RecordParser<Record>

    /// The header's cells as they stand in the file.
    public var header: Row { rows.header }
    /// The delimiter that the file uses.
    public var delimiter: CSVDelimiter { rows.delimiter }

    /// Opens a file and finds its columns.
    ///
    /// - Parameters:
    ///   - path: a CSV file in UTF-8.
    ///   - today: the current date; a birth after it is refused.
    /// - Throws: every case of ``RosterError``.
    public init(path: String, today: CalendarDate) throws {
        try self.init(path: path, today: today, chunk: FileInput.usualChunk)
    }

    /// Opens a file that is read `chunk` bytes at a time.
    init(path: String, today: CalendarDate, chunk: Int) throws {
        let rows = try CSVReader(path: path, chunk: chunk)
        parser = RecordParser(columns: try Header(rows.header, path: path), today: today)
        self.rows = rows
    }

    /// The next row that is not blank.
    ///
    /// - Returns: its record or its faults; nothing at the file's end.
    /// - Throws: ``RosterError`` `notUTF8`, `tooLong` or `unreadable`.
    public mutating func next() throws -> Entry? {
        guard let row = try rows.next() else { return nil }
        return parser.entry(of: row)
    }
}

/// Makes records of the rows of one file.
package struct RecordParser<Record: RosterRecord>: Sendable {
    private let columns: Header<Record.Column>
    private let today: CalendarDate

    init(columns: Header<Record.Column>, today: CalendarDate) {
        self.columns = columns
        self.today = today
    }

    /// The record of a row, or its faults.
    package func entry(of row: Row) -> RosterReader<Record>.Entry {
        guard row.damage.isEmpty else {
            // The cells of a damaged row may belong to other columns: they are not judged.
            return .refused(row, row.damage.map { Fault($0, columns) })
        }
        var cells = Cells(row, columns)
        guard let record = Record(&cells, today: today), cells.faults.isEmpty else {
            return .refused(row, cells.faults)
        }
        return .record(row, record)
    }
}
