import Files

/// A file of tables: one of text, or the sheets of a workbook.
package final class TableFile {
    package let path: String
    /// The names of the tables that may be meant, in order: the sheets that Excel shows; nothing for a file of text, which
    /// has one table.
    package let sheets: [String]

    private let options: ReadingOptions
    private let workbook: Workbook?

    /// Opens a file and finds out what it is by what is in it, whatever its name ends with; throws ``TableError`` or
    /// ``WorkbookError``.
    package init(path: String, options: ReadingOptions = ReadingOptions()) throws {
        (self.path, self.options) = (path, options)
        // Of a pipe nothing may be read twice, so that it is text.
        guard FileStamp(path)?.isRegular == true, ![.empty, .other].contains(try WorkbookKind.of(path: path)) else {
            (workbook, sheets) = (nil, [])
            return
        }
        let workbook = try Workbook(path: path)
        self.workbook = workbook
        if let said = options.sheet {
            guard let sheet = workbook.sheets.first(where: { $0.name.lowercased() == said.lowercased() }) else {
                throw TableError.noSheet(path: path, name: said, known: workbook.sheets.map(\.name))
            }
            sheets = [sheet.name]
        } else {
            let shown = workbook.sheets.filter { $0.visibility == .visible }
            sheets = (shown.isEmpty ? workbook.sheets : shown).map(\.name)
        }
    }

    /// Opens a table at its first row: one of ``sheets``, or the one of a file of text.
    package func rows(of sheet: String? = nil) throws -> TableReader {
        guard let sheet, let workbook, let found = workbook.sheets.first(where: { $0.name == sheet }) else {
            return TableReader(
                try CSVReader(path: path, copy: options.copy, encoding: options.encoding, chunk: options.chunk))
        }
        return TableReader(try workbook.rows(of: found), name: sheet)
    }
}
