package import Messages
package import Roster
package import Tables

/// How one file of a check was read.
package struct CheckedFile: Sendable {
    package let path: String
    /// Its form: delimiter and encoding, or the sheet.
    package let table: TableFacts
    /// Its columns by their own names, up to the last that has one; behind them those that were added.
    package let columns: [String]
    /// The header's row as Excel numbers it; of two rows the upper one.
    package let headerRow: Int
    /// The header's rows, 1 to 3.
    package let headerRows: Int
    /// Rows that the household of the row above was carried down to.
    package let carried: Int
    /// The first of them as Excel numbers it.
    package let firstCarried: Int?

    /// What was understood of the columns that is not plain from their names.
    package let readings: [Message]
    /// The columns that hold something and that nothing is read from.
    package let unused: [UnusedColumn]

    /// A column that nothing is read from.
    package struct UnusedColumn: Sendable {
        /// The file's own name; empty where it has none.
        package let name: String
        /// The letters by which Excel names it.
        package let letters: String
        /// Rows of people or venues that have a text there.
        package let rows: Int
        package let message: Message

        init<Column>(_ column: RosterFile<Column>.UnusedColumn) {
            (name, rows) = (column.name, column.rows)
            letters = ColumnLetters.of(column.field)
            message = column.message ?? Message(verbatim: column.name)
        }
    }

    /// The names of the columns in a header of one row, under which they are all found again.
    package let plainColumns: [String]
    /// The columns that people look for first: the name and the hamlet.
    package let nameField, hamletField: Int?
    /// The column whose value holds for the rows below.
    package let carriedField: Int?
    private let fields: [String: Int]

    package init<Record: RosterRecord>(_ file: RosterFile<Record.Column>, named name: String, of _: Record.Type) {
        (path, table) = (name, file.table)
        (headerRow, headerRows) = (file.headerRow, file.headerRows)
        (carried, firstCarried) = (file.carried, file.firstCarried)
        columns = file.header.names
        readings = file.readings
        unused = file.unused.filter { $0.rows > 0 }.map { UnusedColumn($0) }
        let fields = Record.Column.allCases.reduce(into: [String: Int]()) { $0[$1.name] = file.header.field(of: $1) }
        self.fields = fields
        nameField = fields[Record.nameColumn.name]
        hamletField = fields["hamlet"]
        carriedField = Record.carriedColumn.flatMap { fields[$0.name] }
        plainColumns = Self.plain(columns, fields, Record.self)
    }

    /// The field of a column by the roster's own name (`date_of_birth`), or by its number (`column 5`), from 0.
    package func field(of column: String) -> Int? {
        if let field = fields[column] { return field }
        guard column.hasPrefix("column "), let number = Int(column.dropFirst(7)) else { return nil }
        return (1...max(1, columns.count)).contains(number) ? number - 1 : nil
    }

    /// The name that the file itself gives a column; the roster's own where it has none.
    package func ownName(of column: String) -> String {
        field(of: column).flatMap { columns[$0].isEmpty ? nil : columns[$0] } ?? column
    }

    /// The names of a header's two rows, joined, may be known no more: those become the roster's own.
    private static func plain<Record: RosterRecord>(
        _ columns: [String], _ fields: [String: Int], _: Record.Type
    ) -> [String] {
        let own = Record.Column.allCases.map(\.name)
        var plain = columns
        for column in Record.Column.allCases {
            guard let field = fields[column.name] else { continue }
            var names = own
            names[column.rawValue] = columns[field]
            let header = try? Header<Record.Column>(Row(number: 1, fields: names), path: "")
            if header?.field(of: column) != column.rawValue { plain[field] = column.name }
        }
        return plain
    }
}
