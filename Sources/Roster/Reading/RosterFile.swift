package import Tables

/// How a roster's file was read.
package struct RosterFile<Column: RosterColumn>: Sendable {
    /// The file, as given.
    package let path: String
    /// Its form: delimiter and encoding, or the sheet.
    package internal(set) var table: TableFacts
    /// Its columns.
    package let header: Header<Column>
    /// The header's row as Excel numbers it; of two rows the upper one.
    package let headerRow: Int
    /// The header's rows: 1, or 2 where merged cells stand above the names.
    package let headerRows: Int
    /// Rows that a value was carried down to, such as the household of the row above.
    package internal(set) var carried = 0
    /// The first of them as Excel numbers it.
    package internal(set) var firstCarried: Int?
}
