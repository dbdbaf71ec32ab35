/// A record that a row of a file becomes: ``Person`` or ``Venue``.
public protocol RosterRecord: Hashable, Sendable {
    /// The columns that a file of such records has.
    associatedtype Column: RosterColumn

    /// Reads a record from a row's cells; gives nothing where a needed value is missing or wrong.
    ///
    /// - Parameters:
    ///   - cells: the row's cells, cleaned; what is wrong with one is noted there.
    ///   - today: the day after which a date is in the future.
    init?(_ cells: inout Cells<Column>, today: CalendarDate)
}
