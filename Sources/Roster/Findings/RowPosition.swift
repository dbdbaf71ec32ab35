/// Where a row stands among the files that are read together.
public struct RowPosition: Hashable, Comparable, Sendable {
    /// The file, from 0.
    public var file: Int
    /// The row as Excel numbers it.
    public var row: Int

    /// Makes a position.
    public init(file: Int = 0, row: Int) {
        self.file = file
        self.row = row
    }

    /// Whether one row is read before another.
    public static func < (one: RowPosition, other: RowPosition) -> Bool {
        (one.file, one.row) < (other.file, other.row)
    }
}
