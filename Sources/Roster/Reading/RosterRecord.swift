package import Calendar
package import Tables

/// A record that a row of a file becomes: ``Person`` or ``Venue``.
package protocol RosterRecord: Hashable, Sendable {
    /// The columns that a file of such records has.
    associatedtype Column: RosterColumn
    /// What is found only by comparing rows.
    associatedtype Survey: RosterSurvey where Survey.Record == Self

    /// Reads a record from a row's cells, where what is wrong is noted; nothing where a needed value is missing or wrong.
    init?(_ cells: inout Cells<Column>, today: CalendarDate)

    static var nameColumn: Column { get }

    /// The columns of which a record has at least one beside its name; a row without any is a note.
    static var evidence: [Column] { get }

    /// The column whose value holds for the rows below it as well, until another is given; none where each row has its own.
    static var carriedColumn: Column? { get }

    /// The column that a carried value does not go beyond: where it changes, nothing is carried down.
    static var carriedWithin: Column? { get }

    /// Whether a row begins anew, so that nothing is carried down to it.
    static func beginsAnew(_ row: Row, _ header: Header<Column>) -> Bool

    /// Whether a row has a value that nobody but a record has, such as a whole date of birth.
    static func isSomebody(_ row: Row, _ header: Header<Column>) -> Bool

    /// The row with the text of an identity card's code taken apart into its cells; nothing where there is no such text.
    static func expanded(_ row: Row, _ header: Header<Column>) -> Row?
}

extension RosterRecord {
    package static var carriedColumn: Column? { nil }
    package static var carriedWithin: Column? { nil }
    package static func beginsAnew(_ row: Row, _ header: Header<Column>) -> Bool { true }
    package static func isSomebody(_ row: Row, _ header: Header<Column>) -> Bool { false }
    package static func expanded(_ row: Row, _ header: Header<Column>) -> Row? { nil }
}
