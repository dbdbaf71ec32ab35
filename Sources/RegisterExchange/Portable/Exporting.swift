import GRDB
package import Register

extension Register {
    /// Writes everything that the register keeps as the lines of docs/register.md, always the same; gives their number.
    @discardableResult
    package func export(_ write: ([UInt8]) throws -> Void) throws -> Int {
        // Nothing is written out that the log does not vouch for.
        try readingWhole { snapshot in
            var lines = 0
            func put(_ values: [PortableValue]) throws {
                lines += 1
                try write(values.line)
            }
            let schema = try String.fetchOne(
                snapshot.db, sql: "SELECT identifier FROM grdb_migrations ORDER BY rowid DESC LIMIT 1")
            try put([.text(PortableTable.format), .whole(PortableTable.version), .text(schema ?? "")])
            for table in PortableTable.all {
                try put([.text("table"), .text(table.name)] + table.columns.map { .text($0.name) })
                let rows = try Row.fetchCursor(
                    snapshot.db,
                    sql: """
                        SELECT \(table.columnList) FROM \(table.name) ORDER BY \(table.order.joined(separator: ", "))
                        """)
                while let row = try rows.next() {
                    try put(
                        [.text(table.name)]
                            + table.columns.indices.map { table.columns[$0].kind.portable(row[$0]) })
                }
            }
            try put([.text("end"), .whole(Int64(lines + 1))])
            return lines
        }
    }
}
