package import Calendar
package import Files
package import Roster
package import RosterValues
package import Tables

/// Checks every row of a roster or of a list of venues before anything is printed from it.
///
/// ```swift
/// let check = try RosterCheck(paths: ["roster.xlsx"], today: today)
/// let summary = try check.examine()
/// print(summary.refused, "of", summary.rows, "rows are refused")
/// try check.forEachRow(of: summary) { row in print(row.position.row, row.status, row.findings) }
/// ```
package struct RosterCheck: Sendable {
    /// The files as people know them.
    package let names: [String]

    /// The files that are read: the same, or copies of them.
    package let paths: [String]
    private let options: ReadingOptions
    private let localities: KnownLocalities
    package let today: CalendarDate

    /// Prepares a check; nothing is read yet.
    ///
    /// - Parameters:
    ///   - paths: one file at least; several are compared with each other.
    ///   - names: what the files are called in lists, where they are copies such as ``ConvertedFiles`` makes.
    ///   - options: what is not to be found from the files.
    ///   - localities: the hamlets and communes that exist, where they are known.
    ///   - today: the current date, for births and ages.
    package init(
        paths: [String], names: [String]? = nil, options: ReadingOptions = ReadingOptions(),
        localities: KnownLocalities = KnownLocalities(), today: CalendarDate
    ) {
        precondition(!paths.isEmpty, "a roster has a file")
        precondition(names?.count ?? paths.count == paths.count, "every file has a name")
        (self.paths, self.names) = (paths, names ?? paths)
        (self.options, self.localities, self.today) = (options, localities, today)
    }

    /// Reads the files once and counts what is found; the first file's header tells whether they hold people or venues.
    ///
    /// - Throws: `TableError`, `WorkbookError`, or the `RosterError` of the kind that the header comes closer to;
    ///   `CancellationError` where the task was cancelled.
    package func examine(progress: (_ rows: Int) -> Void = { _ in }) throws -> Summary {
        let stamps = paths.map { FileStamp($0) }
        let people: RosterReader<Person>
        do { people = try open(Person.self) } catch let fault as RosterError {
            // What a pipe has given is gone.
            guard stamps[0]?.isRegular ?? true else { throw fault }
            let venues: RosterReader<Venue>
            do { venues = try open(Venue.self) } catch let other as RosterError {
                throw other.fit(Venue.Column.self) > fault.fit(Person.Column.self) ? other : fault
            }
            return try examine(.venues, venues, stamps, progress)
        }
        return try examine(.people, people, stamps, progress)
    }

    /// Reads the files again and gives every row with all that is found in it, in order.
    ///
    /// - Throws: `FileError` `notReadTwice` for a pipe and `FileError.changed` where a file is not what it was, what
    ///   ``examine(progress:)`` throws, and what `body` throws.
    package func forEachRow(of summary: Summary, _ body: (CheckedRow) throws -> Void) throws {
        try forEachRow(of: summary) { row, _ in try body(row) }
    }

    /// Gives every row, and with it a function that tells what is found in that row with other cells.
    package func forEachRow(of summary: Summary, _ body: (CheckedRow, (Row) -> [Finding]) throws -> Void) throws {
        try confirm(summary)
        switch summary.kind {
        case .people: try forEachRow(Person.self, summary, body)
        case .venues: try forEachRow(Venue.self, summary, body)
        }
        try confirm(summary)
    }

    /// Throws where the files cannot be read again, or are not what they were.
    package func confirm(_ summary: Summary) throws(FileError) {
        for (index, stamp) in summary.stamps.enumerated() {
            guard stamp.isRegular else { throw .notReadTwice(path: names[index]) }
            guard FileStamp(paths[index]) == stamp else { throw .changed(path: names[index]) }
        }
    }

    private func examine<Record: RosterRecord>(
        _ kind: Kind, _ reader: consuming RosterReader<Record>, _ stamps: [FileStamp?], _ progress: (Int) -> Void
    ) throws -> Summary {
        var reader = reader
        var tally = CheckTally(kind: kind)
        while let entry = try reader.next() {
            tally.add(CheckedRow(entry, at: RowPosition(file: reader.file, row: entry.row.number)))
            guard tally.summary.rows & 0xFF == 0 else { continue }
            try Task.checkCancellation()
            progress(tally.summary.rows)
        }
        let known = Dictionary(zip(paths, names)) { first, _ in first }
        let files = reader.files.map { CheckedFile($0, named: known[$0.path] ?? $0.path, of: Record.self) }
        let late = try reader.conclusions()
        for finding in late { tally.add(finding) }
        var summary = tally.result()
        (summary.files, summary.late, summary.stamps) = (files, late, stamps.compactMap(\.self))
        for (index, stamp) in stamps.enumerated() where stamp?.isRegular == true && FileStamp(paths[index]) != stamp {
            throw FileError.changed(path: names[index])
        }
        return summary
    }

    private func forEachRow<Record: RosterRecord>(
        _: Record.Type, _ summary: Summary, _ body: (CheckedRow, (Row) -> [Finding]) throws -> Void
    ) throws {
        var reader = try open(Record.self)
        // Each is put into words once, when its row comes.
        var late = summary.late?.makeIterator()
        var next = late?.next()
        var count = 0
        while let entry = try reader.next() {
            let position = RowPosition(file: reader.file, row: entry.row.number)
            var own: [LateFinding] = []
            while let finding = next, finding.position == position {
                own.append(finding)
                next = late?.next()
            }
            let parser = reader.parser
            try body(CheckedRow(entry, at: position, late: own)) { parser.entry(of: $0).findings }
            count += 1
            if count & 0xFF == 0 { try Task.checkCancellation() }
        }
        guard count == summary.rows, next == nil else { throw FileError.changed(path: names[0]) }
    }

    private func open<Record>(_: Record.Type) throws -> RosterReader<Record> {
        try RosterReader<Record>(paths: paths, today: today, options: options, localities: localities)
    }
}
