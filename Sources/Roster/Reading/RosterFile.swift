public import Tables

/// How a roster's file was read.
public struct RosterFile<Column: RosterColumn>: Sendable {
    /// The file, as given.
    public let path: String
    /// Its form: delimiter and encoding, or the sheet.
    public internal(set) var table: TableFacts
    /// Its columns.
    public let header: Header<Column>
    /// The header's row as Excel numbers it; of two rows the upper one.
    public let headerRow: Int
    /// The header's rows: 1, or 2 where merged cells stand above the names.
    public let headerRows: Int
    /// Rows that a value was carried down to, such as the household of the row above.
    public internal(set) var carried = 0
    /// The first of them as Excel numbers it.
    public internal(set) var firstCarried: Int?
}
