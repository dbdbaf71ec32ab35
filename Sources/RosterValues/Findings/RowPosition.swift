/// Where a row stands among the files that are read together.
package struct RowPosition: Hashable, Comparable, Sendable {
    /// The file, from 0.
    package var file: Int
    /// The row as Excel numbers it.
    package var row: Int

    package init(file: Int = 0, row: Int) { (self.file, self.row) = (file, row) }

    package static func < (one: RowPosition, other: RowPosition) -> Bool {
        (one.file, one.row) < (other.file, other.row)
    }
}
