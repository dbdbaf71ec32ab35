/// How much a workbook may hold, so that a hostile file cannot take all memory or time.
package struct WorkbookLimits: Sendable {
    /// Bytes of a sheet's XML: 2 GiB.
    package var sheetSize = 2 << 30
    /// Bytes of the XML with the strings that cells share, at most 1 GiB: 512 MiB.
    package var sharedStringsSize = 512 << 20
    /// Texts that cells share: 32 million.
    package var sharedStrings = 32_000_000
    /// Bytes of every other part's XML: 64 MiB.
    package var partSize = 64 << 20
    /// How many times its compressed size a part may have beyond 16 MiB: 200.
    package var ratio = 200
    /// Entries of the ZIP file: 10,000.
    package var entries = 10_000
    /// Sheets: 1,000.
    package var sheets = 1_000
    /// Elements within one another: 64.
    package var depth = 64
    /// Formats of cells, fonts or number formats: 100,000 of each; Excel has 65,490.
    package var styles = 100_000
    /// Bytes of a cell's text: the 32,767 characters of Excel at 4 bytes.
    package var cellText = 32_767 * 4
    /// Bytes of a row's text: 4 MiB.
    package var rowText = 4 << 20
    /// Bytes of the text of all cells that are read from a sheet, a byte for an empty one: 8 GiB.
    package var sheetText = 8 << 30

    package init() {}
}
