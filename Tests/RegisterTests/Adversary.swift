import Files
import Foundation
import GRDB
import Payload

@testable import Register

/// Somebody who can write a register's file with SQLite's own library and has no key.
struct Adversary {
    /// A change of a register.
    struct Attack: Sendable, CustomStringConvertible {
        var sql: String
        var arguments: StatementArguments = []
        var description: String { arguments.isEmpty ? sql : "\(sql) \(arguments)" }
    }

    /// The tables that Mocban reads, with the columns by which their rows are told apart.
    static let tables = [
        "place": "id", "holder": "id", "other_key": "key", "run": "id", "file": "id", "card": "id",
        "print": "file, page, position", "event": "id", "log_end": "id", "cut_off": "kid",
        "revocation_list": "sequence", "state": "id",
    ]

    struct Column {
        var table, name, type: String
        var isNullable: Bool
    }

    let db: Database

    func columns(of table: String) throws -> [Column] {
        try Row.fetchAll(db, sql: "PRAGMA table_info(\(table))").map {
            Column(table: table, name: $0[1], type: $0[2], isNullable: $0[3] == 0 && $0[5] == 0)
        }
    }

    /// Every value of every row changed in several ways, also to that of another row.
    func changes() throws -> [Attack] {
        try Self.tables.sorted { $0.key < $1.key }.flatMap { table, key in
            let rows = try Row.fetchAll(db, sql: "SELECT \(key) FROM \(table) ORDER BY \(key)")
            let place = "(\(key)) = (\(key.split(separator: ", ").map { _ in "?" }.joined(separator: ", ")))"
            return try columns(of: table).flatMap { column -> [Attack] in
                let name = column.name
                let values: [String] =
                    switch column.type {
                    case "INTEGER":
                        ["coalesce(\(name), 0) + 1", "\(name) - 1", "0", "-1", "\(Int64.max)"]
                    case "TEXT": ["\(name) || 'x'", "''", "'x'", "\(name) || char(0)"]
                    default:
                        ["zeroblob(length(\(name)))", "CAST(x'01' || substr(\(name), 2) AS BLOB)"]
                    }
                let others = "(SELECT \(name) FROM \(table) other WHERE other.\(name) IS NOT \(table).\(name) LIMIT 1)"
                return rows.flatMap { row in
                    (values + [others] + (column.isNullable ? ["NULL"] : [])).map { value in
                        Attack(
                            sql:
                                "UPDATE OR IGNORE \(table) SET \(name) = \(value) WHERE \(place) AND \(name) IS NOT \(value)",
                            arguments: StatementArguments(row.databaseValues))
                    }
                }
            }
        }
    }

    /// Every row removed, and every row there once more under another number.
    func rows() throws -> [Attack] {
        try Self.tables.sorted { $0.key < $1.key }.flatMap { table, key in
            let columns = try columns(of: table).map(\.name)
            let place = "(\(key)) = (\(key.split(separator: ", ").map { _ in "?" }.joined(separator: ", ")))"
            let fresh = columns.map { name in
                switch name {
                case "id", "serial", "sequence": "\(name) + 5000"
                case "kid" where key == "kid": "kid + 5000"
                case "page", "alias": "\(name) + 50"
                case "key": "CAST(x'07' || substr(key, 2) AS BLOB)"
                case "card" where table == "other_key": "card + 1"
                case "hamlet": "hamlet || ' 2'"
                default: name
                }
            }
            let copy =
                "INSERT OR IGNORE INTO \(table) (\(columns.joined(separator: ", "))) SELECT "
                + fresh.joined(separator: ", ") + " FROM \(table) WHERE \(place)"
            return try Row.fetchAll(db, sql: "SELECT \(key) FROM \(table) ORDER BY \(key)").flatMap { row in
                ["DELETE FROM \(table) WHERE \(place)", copy].map {
                    Attack(sql: $0, arguments: StatementArguments(row.databaseValues))
                }
            }
        }
    }

    /// Two neighbours' values swapped, of one column and of all but the number.
    func swaps() throws -> [Attack] {
        try ["card", "holder", "run", "file", "event", "place"].flatMap { table in
            let columns = try columns(of: table).map(\.name).filter { $0 != "id" }
            let rows = try Row.fetchAll(db, sql: "SELECT * FROM \(table) ORDER BY id")
            return zip(rows, rows.dropFirst()).flatMap { row, next in
                let (one, other) = (row["id"] as Int64, next["id"] as Int64)
                let differing = columns.filter { (row[$0] as DatabaseValue) != (next[$0] as DatabaseValue) }
                return (differing.map { [$0] } + (differing.isEmpty ? [] : [columns])).map { names in
                    let list = names.joined(separator: ", ")
                    // SQLite holds unique columns to it row by row, so that the rows are taken out first.
                    return Attack(
                        sql: """
                            CREATE TEMP TABLE swapped AS SELECT * FROM \(table) WHERE id IN (\(one), \(other));
                            CREATE TEMP TABLE mixed AS SELECT * FROM swapped;
                            UPDATE mixed SET (\(list)) = (SELECT \(list) FROM swapped WHERE swapped.id <> mixed.id);
                            DELETE FROM \(table) WHERE id IN (\(one), \(other));
                            INSERT OR IGNORE INTO \(table) SELECT * FROM mixed;
                            DROP TABLE mixed; DROP TABLE swapped;
                            """)
                }
            }
        }
    }

    /// The log cut after each entry, with and without what the tables have of the entries that are gone.
    func cuts(ends: [EventfulRegister.End]) throws -> [Attack] {
        let last = try Int64.fetchOne(db, sql: "SELECT max(id) FROM event") ?? 0
        let undone = [
            "UPDATE card SET revoked = NULL WHERE revoked > ?1", "DELETE FROM cut_off WHERE event > ?1",
            "DELETE FROM card WHERE id IN (SELECT card FROM event WHERE id > ?1 AND kind IN (1, 4))",
        ]
        return (0..<last).flatMap { cut in
            let delete = "DELETE FROM event WHERE id > \(cut)"
            let tables = undone.joined(separator: "; ").replacing("?1", with: "\(cut)")
            let ends = ends.filter { $0.last == cut }.flatMap { end in
                [delete, "\(tables); \(delete)"].map {
                    Attack(
                        sql: "\($0); UPDATE log_end SET last = ?, mac = ?; UPDATE state SET mac = ?",
                        arguments: [end.last, Data(end.mac), Data(end.state)])
                }
            }
            return [
                Attack(sql: delete), Attack(sql: "\(tables); \(delete)"),
                Attack(sql: "\(tables); \(delete); UPDATE log_end SET last = \(cut) WHERE \(cut) > 0"),
                Attack(sql: "\(tables); \(delete); DELETE FROM log_end; DELETE FROM state"),
            ] + ends
        }
    }

    /// Whole tables emptied or undone.
    static let sweeps = [
        "UPDATE card SET revoked = NULL; DELETE FROM event WHERE id = (SELECT max(id) FROM event)",
        "UPDATE card SET revoked = NULL", "DELETE FROM cut_off", "UPDATE run SET expires = expires + 315360000",
        "UPDATE run SET kid = kid + 1", "UPDATE run SET settled = 0, folder = '/elsewhere'",
        "UPDATE place SET people = 1000000000", "DELETE FROM revocation_list",
        "UPDATE revocation_list SET sequence = sequence + 1000000",
        "DELETE FROM event; DELETE FROM log_end; DELETE FROM state",
        "DELETE FROM card; DELETE FROM holder; DELETE FROM print; DELETE FROM event; DELETE FROM log_end; DELETE FROM state",
        "UPDATE card SET name = 'Trần Văn Giả'", "UPDATE card SET holder = 1",
        "UPDATE card SET place = 1, venue = NULL",
        "UPDATE holder SET key = NULL, alias = NULL; UPDATE card SET name = NULL",
        "UPDATE file SET sha256 = zeroblob(32)", "UPDATE print SET card = 1", "DELETE FROM other_key",
    ].map { Attack(sql: $0) }
}
