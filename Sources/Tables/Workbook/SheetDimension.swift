/// Finds the cells that a sheet says it uses, in the beginning of its part.
final class SheetDimension: MarkupHandler {
    private var range: CellRange?

    private override init() {}

    /// The range; nil where the sheet says nothing or cannot be read.
    static func find(in part: String, of archive: ZipArchive, limits: Workbook.Limits) -> CellRange? {
        guard let input = try? archive.open(part, limit: limits.sheetSize) else { return nil }
        let handler = SheetDimension()
        // What is wrong with the sheet is said when its rows are read.
        try? MarkupParser.parse(input, depth: limits.depth, handler: handler)
        return handler.range
    }

    override func start(_ name: MarkupName, _ attributes: MarkupAttributes) {
        if name.is("dimension") { range = attributes["ref"].flatMap { CellRange($0.text) } }
        if name.is("dimension") || name.is("sheetData") { isDone = true }
    }
}
