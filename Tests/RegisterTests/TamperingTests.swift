import Files
import Foundation
import GRDB
import Payload
import Testing

@testable import Register

/// Every single change of a register's rows is found.
@Suite struct TamperingTests {
    static let tables = [
        "place", "holder", "other_key", "run", "file", "card", "print", "event", "log_end", "cut_off",
        "revocation_list",
        "state",
    ]

    /// By which columns a table's rows are told apart, where not by `id`.
    private static let keys = [
        "print": "file, page, position", "other_key": "key", "cut_off": "kid", "revocation_list": "sequence",
    ]

    /// What the check says after a change, which is undone then.
    private func faults(_ eventful: EventfulRegister, after change: (Database) throws -> Void) throws -> [RegisterFault]
    {
        let register = eventful.register
        return try register.queue.inDatabase { db in
            var faults: [RegisterFault] = []
            try db.inTransaction {
                // Who writes the file can also turn its rules off.
                try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
                defer { try? db.execute(sql: "PRAGMA ignore_check_constraints = OFF") }
                try change(db)
                faults = try Register.Snapshot(db, register.key).check().faults
                return .rollback
            }
            return faults
        }
    }

    private struct Column {
        var table, name, type: String
        var isNullable: Bool
    }

    private func columns(_ db: Database) throws -> [Column] {
        try Self.tables.flatMap { table in
            try Row.fetchAll(db, sql: "PRAGMA table_info(\(table))").map {
                Column(table: table, name: $0[1], type: $0[2], isNullable: $0[3] == 0 && $0[5] == 0)
            }
        }
    }

    @Test func whatNobodyChangedHasNoFault() throws {
        let eventful = try EventfulRegister()
        let check = try eventful.register.check()
        #expect(check.faults == [])
        #expect(check.cards == 9)
        #expect(check.entries == Int(eventful.ends.last?.last ?? 0))
        let kinds = try eventful.register.reading { try Int.fetchSet($0.db, sql: "SELECT kind FROM event") }
        #expect(kinds == Set(Event.Kind.allCases.map(\.rawValue)))
    }

    /// A register in which every table has rows.
    private func filled() throws -> EventfulRegister {
        let eventful = try EventfulRegister()
        let clock = eventful.test.clock
        try eventful.register.writing {
            _ = try $0.nextRevocationList(issued: clock, nextUpdate: clock.adding(seconds: 604_800), serials: 1)
        }
        return eventful
    }

    @Test func everyColumnOfEveryRow() throws {
        let eventful = try filled()
        let columns: [Column] = try eventful.register.reading { try self.columns($0.db) }
        var unseen: [String] = []
        for column in columns {
            let key = Self.keys[column.table] == nil ? "id" : nil
            let count = try eventful.register.reading {
                try Int.fetchOne($0.db, sql: "SELECT count(*) FROM \(column.table)") ?? 0
            }
            let order = key ?? Self.keys[column.table] ?? ""
            for row in 0..<count {
                for value in changedValues(of: column) {
                    let place =
                        "(\(order)) = (SELECT \(order) FROM \(column.table) ORDER BY \(order) LIMIT 1 OFFSET \(row))"
                    let sql = "UPDATE \(column.table) SET \(column.name) = \(value) WHERE \(place)"
                    var isChanged = true
                    let found = try faults(eventful) { db in
                        let before = try content(of: column.table, db)
                        do { try db.execute(sql: sql) } catch let error as DatabaseError
                            where error.resultCode == .SQLITE_CONSTRAINT
                        {
                            isChanged = false
                        }
                        if try content(of: column.table, db) == before { isChanged = false }
                    }
                    if isChanged && found.isEmpty { unseen.append(sql) }
                }
            }
        }
        #expect(unseen == [])
    }

    private func content(of table: String, _ db: Database) throws -> [Row] {
        try Row.fetchAll(db, sql: "SELECT * FROM \(table)")
    }

    /// Values that a column does not have: another one of its type, and none.
    private func changedValues(of column: Column) -> [String] {
        let name = column.name
        let fresh = column.type == "TEXT" ? "'x'" : column.type == "BLOB" ? "x'0102'" : "3"
        let other = """
            CASE typeof(\(name)) WHEN 'null' THEN \(fresh) WHEN 'integer' THEN \(name) + 1000003
                WHEN 'text' THEN \(name) || 'x' ELSE CAST(x'00' || substr(\(name), 2) AS BLOB) END
            """
        return [other] + (column.type == "INTEGER" ? ["\(name) - 1"] : []) + (column.isNullable ? ["NULL"] : [])
    }

    @Test func everyRowRemovedOrDoubled() throws {
        let eventful = try filled()
        var unseen: [String] = []
        for table in Self.tables {
            let key = Self.keys[table] ?? "id"
            let rows = try eventful.register.reading {
                try Row.fetchAll($0.db, sql: "SELECT \(key) FROM \(table) ORDER BY \(key)")
            }
            for row in rows {
                let values = StatementArguments(row.databaseValues)
                let match = key.split(separator: ", ").map { "\($0) = ?" }.joined(separator: " AND ")
                let sql = "DELETE FROM \(table) WHERE \(match)"
                if try faults(eventful, after: { try $0.execute(sql: sql, arguments: values) }).isEmpty {
                    unseen.append("\(sql) \(row)")
                }
            }
        }
        #expect(unseen == [])
    }

    @Test(arguments: [
        "INSERT INTO event (at, kind, detail, mac) SELECT at, kind, detail, mac FROM event WHERE id = 1",
        "INSERT INTO event (id, at, kind, detail, mac) SELECT 0, at, kind, detail, mac FROM event WHERE id = 1",
        "INSERT INTO event (id, at, kind, detail, mac) SELECT -5, at, kind, detail, mac FROM event WHERE id = 1",
        "INSERT INTO event (id, at, kind, detail, mac) SELECT 5000, at, kind, detail, mac FROM event WHERE id = 1",
        "INSERT INTO card (serial, holder, issue, run, place, seal) SELECT serial + 1, holder, 9, run, place, seal FROM card",
        "INSERT INTO holder (key) VALUES (x'01')",
        "INSERT INTO other_key (key, holder, card) VALUES (x'01', 1, 1)",
        "INSERT INTO other_key (key, holder, card) VALUES (x'01', 1, 7000)",
        "INSERT INTO print (file, page, position, card) VALUES (1, 9, 9, 1)",
        "INSERT INTO print (file, page, position, card) VALUES (900, 1, 1, 1)",
        "INSERT INTO file (run, name, sheets, sha256) SELECT run, 'b.pdf', sheets, sha256 FROM file",
        "INSERT INTO cut_off (kid, moment, event) VALUES (7, 7, 1)",
        """
        INSERT INTO run (command, kind, roster, template, kid, algorithm, unit, name_form, clock, expires, folder, rows,
            printed, settled)
        SELECT command, kind, roster, template, kid, algorithm, unit, name_form, clock, expires, folder, rows, printed,
            settled FROM run WHERE id = 1
        """,
        "INSERT INTO name_index (rowid, name) VALUES (1, 'somebody else')",
        "CREATE TRIGGER undo AFTER UPDATE ON card BEGIN DELETE FROM cut_off; END",
        "DROP INDEX card_household",
    ]) func whatIsAdded(sql: String) throws {
        let eventful = try EventfulRegister()
        #expect(try !faults(eventful) { try $0.execute(sql: sql) }.isEmpty)
    }

    @Test func neighboursSwapped() throws {
        let eventful = try EventfulRegister()
        let last = Int(eventful.ends.last?.last ?? 0)
        for number in 1..<last {
            let found = try faults(eventful) { db in
                try db.execute(
                    sql: """
                        UPDATE event SET id = -1 WHERE id = ?1; UPDATE event SET id = ?1 WHERE id = ?1 + 1;
                        UPDATE event SET id = ?1 + 1 WHERE id = -1
                        """.replacingOccurrences(of: "?1", with: "\(number)"))
            }
            #expect(found.contains(.swapped(number)))
        }
    }

    @Test func theTailCut() throws {
        let eventful = try EventfulRegister()
        let ends = eventful.ends
        let last = ends.last?.last ?? 0
        for cut in 0..<last {
            let delete = "DELETE FROM event WHERE id > \(cut)"
            let left = try faults(eventful) { try $0.execute(sql: delete) }
            #expect(left.contains(.cutOff(after: Int(cut), end: Int(last))))
            let renumbered = try faults(eventful) {
                try $0.execute(sql: delete + "; UPDATE log_end SET last = \(cut)")
            }
            #expect(renumbered.contains(.endChanged))
            let removed = try faults(eventful) { try $0.execute(sql: delete + "; DELETE FROM log_end") }
            #expect(!removed.isEmpty)
        }
        // With the record of the end as it was then, the tables tell: they are of later.
        for end in ends.dropLast() {
            let earlier = try faults(eventful) {
                try $0.execute(
                    sql: "DELETE FROM event WHERE id > ?; UPDATE log_end SET last = ?, mac = ?",
                    arguments: [end.last, end.last, Data(end.mac)])
            }
            #expect(!earlier.isEmpty)
            let kept = try faults(eventful) {
                try $0.execute(sql: "UPDATE log_end SET last = ?, mac = ?", arguments: [end.last, Data(end.mac)])
            }
            #expect(kept == [.afterEnd(Int(end.last))])
        }
    }

    @Test(
        arguments: [
            ("INSERT INTO name_word VALUES ('zzz')", RegisterFault.nameIndex),
            ("DELETE FROM name_word WHERE word = (SELECT min(word) FROM name_word)", .nameIndex),
            ("INSERT INTO namesake VALUES ('1990', 'le an', 1)", .namesakes),
            ("UPDATE namesake SET name = name || 'x' WHERE card = (SELECT min(card) FROM namesake)", .namesakes),
            ("UPDATE namesake SET birth = '1900' WHERE card = (SELECT min(card) FROM namesake)", .namesakes),
            ("DELETE FROM namesake WHERE card = (SELECT min(card) FROM namesake)", .namesakes),
        ])
    func whatIsSearchedIn(sql: String, fault: RegisterFault) throws {
        let found = try faults(try EventfulRegister()) { try $0.execute(sql: sql) }
        #expect(found == [fault])
    }

    @Test func faultsAreLocated() throws {
        let eventful = try EventfulRegister()
        let serial = eventful.revoked
        let cases: [(String, [RegisterFault])] = [
            ("DELETE FROM event WHERE id = 17", [.missing(17...17)]),
            ("UPDATE card SET name = 'Trần' WHERE serial = \(serial.rawValue)", [.record(serial), .nameIndex]),
            ("UPDATE card SET revoked = NULL", []),
        ]
        for (sql, expected) in cases {
            let found = try faults(eventful) { try $0.execute(sql: sql) }
            guard !expected.isEmpty else {
                #expect(found.count == 3 && found.contains(.state))
                continue
            }
            for fault in expected {
                #expect(found.contains(fault))
            }
        }
    }

    @Test func aChangedEntryOrItsMACIsOneFault() throws {
        let eventful = try EventfulRegister()
        let last = Int(eventful.ends.last?.last ?? 0)
        for number in [1, 5, last] {
            for change in ["at = at + 1", "mac = zeroblob(16)"] {
                let found = try faults(eventful) {
                    try $0.execute(sql: "UPDATE event SET \(change) WHERE id = \(number)")
                }
                #expect(found.count == 1)
                #expect(found.first?.entry == number)
            }
        }
    }

    @Test func onlyTheFirstHundredAreKept() throws {
        let eventful = try EventfulRegister()
        let check = try eventful.register.queue.inDatabase { db in
            try db.execute(sql: "SAVEPOINT s")
            for row in 0..<150 { try db.execute(sql: "INSERT INTO holder (id) VALUES (\(1000 + row))") }
            defer { try? db.execute(sql: "ROLLBACK TO s; RELEASE s") }
            return try Register.Snapshot(db, eventful.register.key).check()
        }
        #expect(check.faults.count == 100)
        // The seal on how many rows there are is one more.
        #expect(check.faultCount == 151)
    }
}
