/// Reads the rows of a table from a file of any form, in memory that does not grow with it.
public struct TableReader: ~Copyable {
    private var csv: CSVReader

    /// The number of the header's fields, once it is known; rows of a CSV file with more or fewer are damaged.
    public var width: Int {
        get { csv.width }
        set { csv.width = newValue }
    }

    /// How the file is read; remarks come as rows are read.
    public var facts: TableFacts { csv.facts }

    /// Opens a file.
    ///
    /// - Throws: ``TableError``.
    public init(path: String, options: ReadingOptions = ReadingOptions()) throws {
        csv = try CSVReader(path: path, encoding: options.encoding, chunk: options.chunk)
    }

    /// The next row that is not blank, title and header rows among them.
    ///
    /// - Throws: ``TableError``.
    public mutating func next() throws -> Row? { try csv.next() }

    /// A row that was read before the width was known, damaged where it has another.
    public func measured(_ row: Row, width: Int) -> Row { CSVReader.measured(row, width: width) }
}
