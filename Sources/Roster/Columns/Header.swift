package import Tables
import VietnameseText

/// Where each column of a record stands in a file.
package struct Header<Column: RosterColumn>: Equatable, Sendable {
    /// The file's field of each column, from 0, in the order of the columns.
    private let fields: [Int?]
    /// The column of each field of the file.
    private let columns: [Column?]

    /// The file's own names of its fields, cleaned, those of several rows joined; behind them those that are added.
    package let names: [String]
    /// How rows of the file become rows of these fields.
    package let shape: RowShape

    /// Finds the columns in a header row; throws ``RosterError``.
    package init(_ row: Row, path: String) throws(RosterError) {
        try self.init([row], HeaderSurroundings(), path: path)
    }

    /// Finds the columns in a header's rows.
    ///
    /// Names match as ``ColumnNames`` has it; those that are not known are passed over. `path` is for messages. Throws
    /// ``RosterError``.
    init(_ rows: [Row], _ around: HeaderSurroundings, path: String) throws(RosterError) {
        let (cells, row) = (HeaderCells(rows), rows[0])
        let known = ColumnNames<Column>()
        let layout = Column.layout(cells, around)
        let parts = layout.shape.parts
        let all = Array(Column.allCases)
        var fields = [Int?](repeating: nil, count: all.count)
        var columns = [Column?](repeating: nil, count: cells.count)
        for (column, field) in layout.fields {
            fields[column.rawValue] = field
            columns[field] = column
        }
        for index in 0..<cells.count where !parts.contains(index) {
            guard let column = cells.column(index, known) else { continue }
            if let first = fields[column.rawValue] {
                throw .doubledColumn(
                    path: path, row: row.number, column: column.name, first: cells.name(first),
                    second: cells.name(index))
            }
            fields[column.rawValue] = index
            columns[index] = column
        }

        shape = layout.shape
        let found = (0..<cells.count).map { cells.name($0) }.filter { !$0.isEmpty }
        names = (0..<shape.width).map { cells.name($0) } + layout.added.map(\.name)
        columns = Array(columns.prefix(shape.width)) + layout.added
        for (index, column) in layout.added.enumerated() { fields[column.rawValue] = shape.width + index }
        guard columns.contains(where: { $0 != nil }) else { throw .noHeader(path: path, row: row.number, found: found) }
        let missing = all.filter { Column.required.contains($0) && fields[$0.rawValue] == nil }.map(\.name)
        guard missing.isEmpty else {
            throw .missingColumns(path: path, row: row.number, missing: missing, found: found)
        }
        (self.fields, self.columns) = (fields, columns)
    }

    /// The file's fields up to the last that has a name.
    package var width: Int { shape.width }

    /// What the file calls a column of its own name (`date_of_birth`); nil where it lacks the column or names it not.
    package func ownName(of column: String) -> String? {
        guard let index = Column.names.firstIndex(of: column), let field = fields[index], !names[field].isEmpty else {
            return nil
        }
        return names[field]
    }

    /// The fields that nothing is read from, but for running numbers.
    var unusedFields: [Int] {
        let parts = shape.parts
        return (0..<shape.width).filter { field in
            column(of: field) == nil && !parts.contains(field) && !ColumnNames<Column>.isIndex(names[field])
        }
    }

    /// The field of a column, from 0; none where the file lacks the column.
    package func field(of column: Column) -> Int? { fields[column.rawValue] }

    /// A cell as it stands in a row; nil where the file or the row lacks it.
    func cell(_ column: Column, of row: Row) -> String? {
        guard let field = fields[column.rawValue], field < row.fields.count else { return nil }
        return row.fields[field]
    }

    /// A cell's clean text; empty where the row lacks it, or it holds what no cell may.
    func text(_ column: Column, of row: Row) -> String {
        guard let cell = cell(column, of: row) else { return "" }
        let clean = CleanText(cell)
        // Cells of the longest text that is not refused, 120 letters of three bytes.
        return clean.hidden == nil && clean.text.utf8.count <= 360 ? clean.text : ""
    }

    /// The column of a field; none for fields that no record uses.
    package func column(of field: Int) -> Column? { columns.indices.contains(field) ? columns[field] : nil }
}
