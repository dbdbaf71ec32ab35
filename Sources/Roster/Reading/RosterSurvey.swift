package import Calendar
package import Tables

/// Compares the rows of a roster with one another, in memory of a few dozen bytes a row.
package protocol RosterSurvey: Sendable {
    /// What the rows hold.
    associatedtype Record: RosterRecord

    /// Makes a survey of no row.
    ///
    /// - Parameters:
    ///   - paths: the files, for messages that name rows of other files.
    ///   - localities: the hamlets and communes that exist, where the office has listed them.
    ///   - today: the current date, for ages.
    ///   - folder: a folder on whose disk a large survey may keep most of what it knows; nil for one in memory.
    init(paths: [String], localities: KnownLocalities, today: CalendarDate, folder: String?)

    /// Takes a row in and compares it with those before.
    ///
    /// - Parameters:
    ///   - row: the row as read.
    ///   - header: its file's columns.
    ///   - record: its record; none for a row that is refused already.
    ///   - position: where it stands.
    /// - Returns: findings of errors, such as a person who is in the roster already; usually none.
    /// - Throws: ``LostTemporaryFile``.
    mutating func add(
        _ row: Row, _ header: Header<Record.Column>, _ record: Record?, at position: RowPosition
    ) throws -> [Finding]

    /// What shows only when every row has been seen, in the order of the rows; warnings only.
    ///
    /// Throws ``LostTemporaryFile``.
    consuming func conclusions() throws -> LateFindings
}
