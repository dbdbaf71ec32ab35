/// Reads the rows of a table from a file of any form, in memory that does not grow with it.
///
/// ```swift
/// var table = try TableFile(path: "roster.csv").rows()
/// while let row = try table.next() { print(row.number, row.fields) }
/// ```
package struct TableReader: ~Copyable {
    private var csv: CSVReader?
    private let sheet: SheetReader?
    /// How the table is read, as far as its beginning tells.
    private let beginning: TableFacts

    /// The number of the header's fields, once it is known.
    ///
    /// Rows of text with more or fewer fields are damaged; rows of a sheet, which have no last field, are filled up.
    package var width = 0 { didSet { csv?.width = width } }

    init(_ csv: consuming CSVReader) {
        beginning = csv.facts
        self.csv = consume csv
        sheet = nil
    }

    init(_ sheet: SheetReader, name: String) {
        csv = nil
        self.sheet = sheet
        beginning = TableFacts(form: .sheet(name), evidence: nil, remarks: [])
    }

    /// How the table is read; remarks come as rows are read.
    package var facts: TableFacts {
        var facts = beginning
        if let sheet { facts.remarks = sheet.remarks.map(\.message) }
        return facts
    }

    /// The next row that is not blank, title and header rows among them.
    ///
    /// - Throws: ``TableError`` or ``WorkbookError``.
    package mutating func next() throws -> Row? {
        guard let sheet else { return try csv?.next() ?? nil }
        return try sheet.next().map { filled($0) }
    }

    /// A row that was read before the width was known, as it would have been read after.
    package func measured(_ row: Row) -> Row { sheet == nil ? CSVReader.measured(row, width: width) : filled(row) }

    private func filled(_ row: Row) -> Row {
        guard row.fields.count < width else { return row }
        let blanks = Array(repeating: "", count: width - row.fields.count)
        return row.with(fields: row.fields + blanks)
    }
}
