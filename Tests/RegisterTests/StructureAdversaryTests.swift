import Files
import Foundation
import GRDB
import Payload
import TestSupport
import Testing

@testable import Register
@testable import RegisterExchange

/// What SQLite's own library can do to the file beside its tables.
@Suite("An adversary who edits what SQLite keeps of tables") struct StructureAdversaryTests {
    private let stored: StoredRegister
    private let revoked: Serial
    private let list: [Serial]
    private let clock: Timestamp

    init() throws {
        let eventful = try EventfulRegister()
        (revoked, clock) = (eventful.revoked, eventful.test.clock.adding(seconds: 3600))
        list = try eventful.register.reading { [clock] in try $0.revokedSerials(at: clock) }
        stored = try StoredRegister(eventful.test)
    }

    /// Changes a copy of the file by a connection of its own, and says what a gate, a list and the check make of it.
    private func attack(_ change: (Database) throws -> Void) throws {
        for suffix in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: stored.folder("x.sqlite") + suffix)
        }
        try FileManager.default.copyItem(atPath: stored.path, toPath: stored.folder("x.sqlite"))
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        // SQLite lets nobody edit its own table while it defends itself.
        configuration.prepareDatabase { db in try db.execute(sql: "PRAGMA writable_schema = ON") }
        let queue = try DatabaseQueue(path: stored.folder("x.sqlite"), configuration: configuration)
        try queue.inDatabase(change)
        try queue.close()
        var isNamed = false
        let error = registerError {
            try stored.opened("x.sqlite", .reading) { register in
                do {
                    let answer = try register.reading { snapshot in
                        (
                            try snapshot.revokes(revoked, signedBy: KeyID(rawValue: 1), issued: clock),
                            try snapshot.revokedSerials(at: clock)
                        )
                    }
                    #expect(answer.0 && answer.1 == list)
                } catch is RegisterError {}
                isNamed = try !register.check().isGood
            }
        }
        #expect(isNamed || error != nil)
    }

    private static let indexes = [
        "holder_key", "holder_alias", "other_key_holder", "file_run", "card_holder", "card_household", "card_revoked",
        "print_card", "event_card", "event_file", "event_kid", "event_run", "sqlite_autoindex_card_1",
        "sqlite_autoindex_place_1", "sqlite_autoindex_other_key_2",
    ]

    @Test("an index with another's pages", arguments: indexes) func swapped(index: String) throws {
        for other in Self.indexes where other != index {
            try attack { db in
                try db.execute(
                    sql: """
                        CREATE TEMP TABLE page AS SELECT name, rootpage FROM sqlite_schema;
                        UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM page WHERE page.name = ?1)
                            WHERE name = ?2;
                        UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM page WHERE page.name = ?2)
                            WHERE name = ?1;
                        """.replacing("?1", with: "'\(index)'").replacing("?2", with: "'\(other)'"))
            }
        }
    }

    /// A column of an index, and another value for a row of it.
    @Test(
        "an index that was not told of a change",
        arguments: [
            ("card_revoked", "card", "revoked", "NULL"), ("card_holder", "card", "holder", "holder + 1"),
            ("card_household", "card", "household", "'HK-9'"),
            ("holder_key", "holder", "key", "CAST(x'07' || substr(key, 2) AS BLOB)"),
            ("holder_alias", "holder", "alias", "alias + 1"), ("file_run", "file", "run", "run + 1"),
            ("print_card", "print", "card", "card + 1"), ("event_card", "event", "card", "card + 1"),
            ("event_file", "event", "file", "file + 1"), ("event_kid", "event", "kid", "kid + 1"),
            ("event_run", "event", "run", "run + 1"), ("other_key_holder", "other_key", "holder", "holder + 1"),
        ])
    func stale(index: String, table: String, column: String, value: String) throws {
        func hidden(_ db: Database, _ change: () throws -> Void) throws {
            try db.execute(
                sql: """
                    CREATE TEMP TABLE hidden AS SELECT * FROM sqlite_schema WHERE name = '\(index)';
                    DELETE FROM sqlite_schema WHERE name = '\(index)'; PRAGMA writable_schema = RESET
                    """)
            try change()
            try db.execute(
                sql: """
                    PRAGMA writable_schema = ON; INSERT INTO sqlite_schema SELECT * FROM temp.hidden;
                    PRAGMA writable_schema = RESET
                    """)
        }
        // The row without its entry's change, and the entry without its row's.
        try attack { db in
            try hidden(db) {
                try db.execute(sql: "UPDATE \(table) SET \(column) = \(value) WHERE \(column) IS NOT NULL")
            }
        }
        try attack { db in
            try db.execute(
                sql: """
                    CREATE TEMP TABLE kept AS SELECT * FROM \(table);
                    UPDATE \(table) SET \(column) = \(value) WHERE \(column) IS NOT NULL
                    """)
            try hidden(db) {
                try db.execute(sql: "DELETE FROM \(table); INSERT INTO \(table) SELECT * FROM temp.kept")
            }
        }
    }

    @Test("values of another type are refused, and named where the rules were turned off")
    func types() throws {
        let columns = try stored.opened("register.sqlite", .reading) { register in
            try register.viewing { snapshot in
                try (Adversary.tables.keys.sorted() + ["name_word", "namesake"]).flatMap {
                    let isEmpty = try Int.fetchOne(snapshot.db, sql: "SELECT count(*) FROM \($0)") == 0
                    return isEmpty ? [] : try Adversary(db: snapshot.db).columns(of: $0)
                }
            }
        }
        // Seals, aliases and units are any number, times also those before 1970.
        let free: Set = [
            "alias", "seal", "unit", "at", "moment", "clock", "expires", "counted", "issued", "next_update",
        ]
        let wrong = [
            "INTEGER": ["1.5", "'x'", "x'01'", "-2"], "TEXT": ["x'01'", "'a' || char(0)"],
            "BLOB": ["'x'", "7", "x'01'"],
        ]
        try stored.copy(to: "typed.sqlite")
        let queue = try DatabaseQueue(path: stored.folder("typed.sqlite"))
        for column in columns {
            for value in wrong[column.type] ?? [] where value != "-2" || !free.contains(column.name) {
                let sql = "UPDATE \(column.table) SET \(column.name) = \(value)"
                var result: ResultCode?
                do {
                    try queue.write { try $0.execute(sql: sql) }
                } catch let error as DatabaseError { result = error.resultCode }
                #expect([.SQLITE_CONSTRAINT, .SQLITE_MISMATCH].contains(result), Comment(rawValue: sql))
                // The row number's own type cannot be turned off.
                guard !["id", "kid", "sequence"].contains(column.name) || value == "-2" else { continue }
                try attack { db in
                    try db.execute(
                        sql: """
                            PRAGMA ignore_check_constraints = ON;
                            CREATE TEMP TABLE made AS SELECT name, sql FROM sqlite_schema WHERE name = '\(column.table)';
                            UPDATE sqlite_schema SET sql = replace(replace(sql, 'STRICT, WITHOUT', 'WITHOUT'), ' STRICT', '') WHERE name = '\(column.table)';
                            PRAGMA writable_schema = RESET;
                            """)
                    try db.execute(sql: "UPDATE OR REPLACE \(column.table) SET \(column.name) = \(value)")
                    try db.execute(
                        sql: """
                            PRAGMA writable_schema = ON;
                            UPDATE sqlite_schema SET sql = (SELECT made.sql FROM temp.made) WHERE name = '\(column.table)'
                            """)
                }
            }
        }
    }
}
