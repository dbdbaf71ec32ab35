/// How much a workbook may hold, so that a hostile file cannot take all memory or time.
public struct WorkbookLimits: Sendable {
    /// Bytes of a sheet's XML: 2 GiB.
    public var sheetSize = 2 << 30
    /// Bytes of the XML with the strings that cells share, at most 1 GiB: 512 MiB.
    public var sharedStringsSize = 512 << 20
    /// Texts that cells share: 32 million.
    public var sharedStrings = 32_000_000
    /// Bytes of every other part's XML: 64 MiB.
    public var partSize = 64 << 20
    /// How many times its compressed size a part may have beyond 16 MiB: 200.
    public var ratio = 200
    /// Entries of the ZIP file: 10,000.
    public var entries = 10_000
    /// Sheets: 1,000.
    public var sheets = 1_000
    /// Elements within one another: 64.
    public var depth = 64
    /// Formats of cells, fonts or number formats: 100,000 of each; Excel has 65,490.
    public var styles = 100_000
    /// Bytes of a cell's text: the 32,767 characters of Excel at 4 bytes.
    public var cellText = 32_767 * 4
    /// Bytes of a row's text: 4 MiB.
    public var rowText = 4 << 20
    /// Bytes of the text of all cells that are read from a sheet, a byte for an empty one: 8 GiB.
    public var sheetText = 8 << 30

    /// The usual limits.
    public init() {}
}
