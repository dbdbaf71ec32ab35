package import Calendar
package import Tables

/// Reads the people or the venues of one file or several, row by row, and says of every row whether it will do.
///
/// ```swift
/// var roster = try RosterReader<Person>(path: "roster.xlsx", today: today)
/// while let entry = try roster.next() {
///     switch entry {
///     case .record(let row, let person, let warnings): print(row.number, person.name, warnings)
///     case .refused(let row, let findings): print(row.number, findings)
///     case .nobody(let row, let finding): print(row.number, finding)
///     }
/// }
/// ```
package struct RosterReader<Record: RosterRecord>: ~Copyable {
    package enum Entry: Equatable, Sendable {
        /// The row, its record, and what an officer should look at: warnings and notes.
        case record(Row, Record, [Finding])
        /// The row, which goes to the list of refused rows, and every finding of it.
        case refused(Row, [Finding])
        /// A note, a total or a repeated header.
        case nobody(Row, Finding)

        /// The row as it stands in the file, with what was carried down to it.
        package var row: Row {
            switch self {
            case .record(let row, _, _), .refused(let row, _), .nobody(let row, _): row
            }
        }

        package var findings: [Finding] {
            switch self {
            case .record(_, _, let findings), .refused(_, let findings): findings
            case .nobody(_, let finding): [finding]
            }
        }
    }

    /// The files opened so far; the last is the one that is read.
    package private(set) var files: [RosterFile<Record.Column>] = []
    /// The file of the last entry, from 0.
    package var file: Int { files.count - 1 }
    /// Reads a row of the last file again that was set aside.
    package var parser: RecordParser<Record> { RecordParser(header: files[file].header, today: today) }

    private let paths: [String]
    private let options: ReadingOptions
    private let today: CalendarDate
    private var table: RosterTable<Record>
    private var survey: Record.Survey

    /// Opens one file as ``init(paths:today:options:localities:folder:)`` opens several.
    package init(
        path: String, today: CalendarDate, options: ReadingOptions = ReadingOptions(),
        localities: KnownLocalities = KnownLocalities(), folder: String? = nil
    ) throws { try self.init(paths: [path], today: today, options: options, localities: localities, folder: folder) }

    /// Opens files, CSV or workbooks, that are read one after another and compared with each other.
    ///
    /// - Parameters:
    ///   - paths: one file at least; each is opened when the one before it is read.
    ///   - today: the current date; a birth after it is refused.
    ///   - options: what is not to be found from the files.
    ///   - localities: the hamlets and communes that exist, where they are known.
    ///   - folder: a folder on whose disk waits most of what rows are compared by; nil where it stays in memory.
    /// - Throws: `TableError`, `WorkbookError` or ``RosterError``.
    package init(
        paths: [String], today: CalendarDate, options: ReadingOptions = ReadingOptions(),
        localities: KnownLocalities = KnownLocalities(), folder: String? = nil
    ) throws {
        precondition(!paths.isEmpty, "a roster has a file")
        (self.paths, self.today, self.options) = (paths, today, options)
        survey = Record.Survey(paths: paths, localities: localities, today: today, folder: folder)
        table = try RosterTable(path: paths[0], today: today, options: options)
        files.append(table.file)
    }

    // Called once a row: generic code would look up its types each time.
    /// The next row that is not blank; throws `TableError`, `WorkbookError`, and where another file begins ``RosterError``.
    @specialized(where Record == Person)
    @specialized(where Record == Venue)
    package mutating func next() throws -> Entry? {
        while true {
            if let entry = try table.next() { return try surveyed(entry) }
            files[file] = table.file
            guard files.count < paths.count else { return nil }
            table = try RosterTable(path: paths[files.count], today: today, options: options)
            files.append(table.file)
        }
    }

    /// What shows only when every row has been read, in the order of the rows: warnings only; throws ``LostTemporaryFile``.
    package consuming func conclusions() throws -> LateFindings { try survey.conclusions() }

    private mutating func surveyed(_ entry: Entry) throws -> Entry {
        let position = RowPosition(file: file, row: entry.row.number)
        switch entry {
        case .nobody: return entry
        case .refused(let row, let findings):
            let more = try survey.add(row, table.header, nil, at: position)
            return more.isEmpty ? entry : .refused(row, findings + more)
        case .record(let row, let record, let findings):
            let more = try survey.add(row, table.header, record, at: position)
            if more.isEmpty { return entry }
            let isRefused = more.contains { $0.severity == .error }
            return isRefused ? .refused(row, findings + more) : .record(row, record, findings + more)
        }
    }
}
