package import GRDB
import Messages

/// A row of a table whose columns are named once.
package protocol TableRow: FetchableRecord, TableRecord where Columns: CaseIterable & RawRepresentable<String> {
    /// The columns, in their order, as a `SELECT` has them that may join other tables.
    static var selection: String { get }
}

extension TableRow {
    package static var selection: String { selected() }

    /// The columns as in ``selection``, put together anew.
    static func selected() -> String { columns.map { "\(databaseTableName).\($0)" }.joined(separator: ", ") }

    package static var columns: [String] { Columns.allCases.map(\.rawValue) }
    package static var columnCount: Int { Columns.allCases.count }

    /// What selects rows of this table alone, by the clauses that follow its name.
    package static func select(_ clauses: String) -> String {
        "SELECT \(selection) FROM \(databaseTableName) \(clauses)"
    }

    package static func all(_ db: Database, _ clauses: String, _ arguments: StatementArguments = []) throws -> [Self] {
        try fetchAll(db, sql: select(clauses), arguments: arguments)
    }

    package static func fetchOne(_ db: Database, number: Int64) throws -> Self? {
        try fetchOne(db.cachedStatement(sql: select("WHERE id = ?")), arguments: [number])
    }

    /// The row of a number; throws `DamagedRow` where there is none.
    package static func known(_ db: Database, number: Int64) throws -> Self {
        guard let row = try fetchOne(db, number: number) else {
            throw DamagedRow(
                en: "there is no \(databaseTableName) \(number)",
                vi: "bảng \(databaseTableName) không có dòng \(number)")
        }
        return row
    }
}

extension TableRecord {
    /// The greatest number in the table, 0 in an empty one; throws `DamagedRow` where no row could follow it.
    package static func greatestNumber(_ db: Database) throws -> Int64 {
        let greatest = try Int64.fetchOne(db, sql: "SELECT coalesce(max(id), 0) FROM \(databaseTableName)") ?? 0
        guard 0...(1 << 53) ~= greatest else {
            throw DamagedRow(
                en: "a row of the table \(databaseTableName) is numbered \(greatest)",
                vi: "có dòng của bảng \(databaseTableName) mang số \(greatest)")
        }
        return greatest
    }
}

/// A row that large runs, checks and merges write and read: by the position of its columns, since looking each one up by
/// its name would cost a card of a run more than the row itself.
package protocol PositionalRow: TableRow {
    var values: StatementArguments { get }

    /// Reads a row whose columns begin with the one of this index.
    init(_ row: Row, from first: Int) throws
}

extension PositionalRow {
    package init(row: Row) throws { try self.init(row, from: 0) }

    package static func insertion(_ db: Database) throws -> Statement {
        let marks = columns.map { _ in "?" }.joined(separator: ", ")
        return try db.cachedStatement(
            sql: "INSERT INTO \(databaseTableName) (\(columns.joined(separator: ", "))) VALUES (\(marks))")
    }

    package func insert(by insertion: Statement) throws {
        insertion.setUncheckedArguments(values)
        try insertion.execute()
    }
}

/// What `body` reads; nil where a value is of another type than Mocban writes.
package func readable<Value>(_ body: () throws -> Value?) throws -> Value? {
    do { return try body() } catch is RowDecodingError { return nil }
}
