package import Calendar
package import RosterValues
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

    /// The tables opened so far, a file of text or a sheet each; the last is the one that is read.
    package private(set) var files: [RosterFile<Record.Column>] = []
    /// The table of the last entry, from 0.
    package var file: Int { files.count - 1 }
    /// Reads a row of the last file again that was set aside.
    package var parser: RecordParser<Record> { RecordParser(header: files[file].header, today: today) }

    private let paths: [String]
    private let options: ReadingOptions
    private let today: CalendarDate
    private var sheets: SheetSearch<Record.Column>
    /// The file that is read, and which of its sheets, from 0.
    private var path = 0, sheet = 0
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
        let sheets = try SheetSearch<Record.Column>(path: paths[0], options: options)
        table = try RosterTable(path: paths[0], sheets, sheets.sheets[0], header: nil, today: today)
        self.sheets = sheets
        files.append(table.file)
        survey = Record.Survey(localities: localities, today: today, folder: folder)
        survey.begin(path: paths[0], sheet: sheets.sheets.count > 1 ? sheets.sheets[0] : nil)
    }

    /// Whether rows of several sheets are read of the file, so that a row's number may be another's too.
    package var readsSeveralSheets: Bool { sheets.sheets.count > 1 }

    // Called once a row: generic code would look up its types each time.
    /// The next row that is not blank; throws `TableError`, `WorkbookError`, and where another file begins ``RosterError``.
    @specialized(where Record == Person)
    @specialized(where Record == Venue)
    package mutating func next() throws -> Entry? {
        while true {
            if let entry = try table.next() { return try surveyed(entry) }
            files[file] = table.file
            guard try openNext() else { return nil }
        }
    }

    /// What shows only when every row has been read, in the order of the rows: warnings only; throws ``LostTemporaryFile``.
    package consuming func conclusions() throws -> LateFindings { try survey.conclusions() }

    /// Opens the next sheet of the file, else the next file; false at the end.
    private mutating func openNext() throws -> Bool {
        if sheet + 1 < sheets.sheets.count {
            sheet += 1
        } else {
            guard path + 1 < paths.count else { return false }
            (path, sheet) = (path + 1, 0)
            sheets = try SheetSearch(path: paths[path], options: options)
        }
        let name = sheets.sheets[sheet]
        table = try RosterTable(
            path: paths[path], sheets, name, header: sheet > 0 ? table.header : nil, today: today)
        files.append(table.file)
        survey.begin(path: paths[path], sheet: sheets.sheets.count > 1 ? name : nil)
        return true
    }

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
