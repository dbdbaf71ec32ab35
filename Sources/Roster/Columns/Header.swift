package import Tables
import VietnameseText

/// Where each column of a record stands in a file.
package struct Header<Column: RosterColumn>: Equatable, Sendable {
    /// The file's field of each column, from 0, in the order of the columns.
    private let fields: [Int?]
    /// The column of each field of the file.
    private let columns: [Column?]

    /// The file's own names of its fields, cleaned; those of two rows are joined.
    package let names: [String]

    /// Finds the columns in a header row.
    ///
    /// Names match whatever their accents, case, spaces, signs and remarks in parentheses; names that are not known are
    /// passed over.
    ///
    /// - Parameters:
    ///   - row: the header's cells.
    ///   - lower: a second row of a header whose upper one has merged cells.
    ///   - path: the file, for messages.
    /// - Throws: ``RosterError`` `noHeader`, `missingColumns` or `doubledColumn`.
    package init(_ row: Row, lower: Row? = nil, path: String) throws(RosterError) {
        let cells = HeaderCells(row, lower: lower)
        let known = ColumnNames<Column>()
        let all = Array(Column.allCases)
        var fields = [Int?](repeating: nil, count: all.count)
        var columns = [Column?](repeating: nil, count: cells.count)
        for index in 0..<cells.count {
            guard let column = cells.column(index, known) else { continue }
            if let first = fields[column.rawValue] {
                throw .doubledColumn(
                    path: path, row: row.number, column: column.name, first: cells.name(first),
                    second: cells.name(index))
            }
            fields[column.rawValue] = index
            columns[index] = column
        }

        names = (0..<cells.count).map { cells.name($0) }
        let found = names.filter { !$0.isEmpty }
        guard columns.contains(where: { $0 != nil }) else {
            throw .noHeader(path: path, row: row.number, found: found)
        }
        let missing = all.filter { $0.isRequired && fields[$0.rawValue] == nil }.map(\.name)
        guard missing.isEmpty else {
            throw .missingColumns(path: path, row: row.number, missing: missing, found: found)
        }
        self.fields = fields
        self.columns = columns
    }

    /// Fields up to the last that has a name.
    package var width: Int { (names.lastIndex { !$0.isEmpty } ?? -1) + 1 }

    /// The field of a column, from 0; none where the file lacks the column.
    package func field(of column: Column) -> Int? {
        fields[column.rawValue]
    }

    /// The column of a field; none for fields that no record uses.
    package func column(of field: Int) -> Column? {
        columns.indices.contains(field) ? columns[field] : nil
    }
}
