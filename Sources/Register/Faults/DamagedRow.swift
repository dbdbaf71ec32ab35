/// A row of a table whose values are none that Mocban writes; what uses the register names the file that it is in.
package struct DamagedRow: Error {
    /// What is wrong, as a sentence without its end.
    package var reason: String

    /// Creates the error.
    package init(reason: String) { self.reason = reason }

    /// An index that leads to rows that do not fulfil it.
    package static func index(of table: String) -> DamagedRow {
        DamagedRow(reason: "an index does not fit the table of \(table)")
    }
}
