package import Calendar
package import RosterValues
package import Tables

/// Compares the rows of a roster with one another, in memory of a few dozen bytes a row.
package protocol RosterSurvey: Sendable {
    associatedtype Record: RosterRecord

    /// Makes a survey of no row; its parameters are those of ``RosterReader``.
    init(localities: KnownLocalities, today: CalendarDate, folder: String?)

    /// Begins a table; rows come after it that lie in it. The sheet is named where several of the file are read.
    mutating func begin(path: String, sheet: String?)

    /// Takes a row in, with its record unless it is refused already, and compares it with those before.
    ///
    /// Gives findings of errors, such as a person who is in the roster already; usually none. Throws ``LostTemporaryFile``.
    mutating func add(
        _ row: Row, _ header: Header<Record.Column>, _ record: Record?, at position: RowPosition
    ) throws -> [Finding]

    /// What shows only when every row has been seen, in the order of the rows: warnings only; throws ``LostTemporaryFile``.
    consuming func conclusions() throws -> LateFindings
}
