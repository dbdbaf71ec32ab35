import Files
import Foundation
import GRDB
import Payload
import TestSupport
import Testing

@testable import Register
@testable import RegisterExchange
@testable import RegisterQueries

/// Whatever a damaged file holds, it is refused in an office's words and ends no program.
@Suite("Damage") struct DamageTests {
    private let eventful: EventfulRegister

    /// Serials of a reissued card, of a revoked and of a forgotten one.
    private var serials: [Serial] { [eventful.serials[0], eventful.revoked, eventful.forgotten] }

    init() throws { eventful = try EventfulRegister() }

    /// Everything that is asked of a register.
    private func readings() throws -> [(Register.Snapshot) throws -> Void] {
        let test = eventful.test
        let clock = test.clock
        let person = TestRegister.person("Nguyễn Thị Hương 1", household: "HK-0", birth: "1981-02-28")
        let holder = test.holder(person)
        var readings: [(Register.Snapshot) throws -> Void] = [
            { _ = try $0.check() }, { _ = try $0.find("Hương", limit: 5) },
            { _ = try $0.find("huo", limit: 5) },
            { _ = try $0.cards(household: "HK-1") }, { _ = try $0.cards(issuedIn: 1) }, { _ = try $0.printed(in: 1) },
            { _ = try $0.count(at: clock) }, { _ = try $0.revokedSerials(at: clock) }, { _ = try $0.cutOffs },
            { _ = try $0.uncommittedRuns }, { _ = try $0.nextRun }, { _ = try $0.head }, { _ = try $0.lastTime },
            { _ = try $0.corrected([person], isSeen: { _ in false }) },
            {
                _ = try $0.decision(on: holder, record: person, unit: TestRegister.unit, key: test.serialKey, at: clock)
            },
        ]
        for serial in serials {
            readings += [
                { _ = try $0.find("\(serial)", limit: 5) }, { _ = try $0.card(serial) },
                { _ = try $0.history(of: serial) }, { _ = try $0.prints(of: serial) },
                { _ = try $0.reprintable(serial, at: clock) },
                { _ = try $0.reissue(of: serial, key: test.serialKey, at: clock) },
                { _ = try $0.revokes(serial, signedBy: KeyID(rawValue: 1), issued: clock) },
            ]
        }
        return readings
    }

    /// Changes of every kind.
    private func changes() throws -> [(Register.Transaction) throws -> Void] {
        let test = eventful.test
        let (clock, key) = (test.clock, try test.signingKey)
        let venue = test.poster("Chợ khác")
        let run = Run(
            command: "posters", kind: .venue, template: "sign", key: key, algorithm: .hmac256, unit: TestRegister.unit,
            nameForm: .full, clock: clock, expires: clock, folder: "/out", rows: 1)
        var changes: [(Register.Transaction) throws -> Void] = [
            { try $0.revoke(key: key, before: clock, reason: "", at: clock) },
            { try $0.restore(key: key, reason: "", at: clock) },
            { _ = try $0.nextRevocationList(issued: clock, nextUpdate: clock, serials: 0) },
            { _ = try $0.revoke(.household("HK-1"), reason: "", at: clock) },
            { _ = try $0.restore(.run(1), reason: "", at: clock) },
            { try $0.commit(1) },
            {
                _ = try $0.register(run, reason: "") { add in
                    try add(
                        Run.File(name: "a.pdf", sheets: 1, sha256: []),
                        [Run.Item(issuance: venue, page: 1, position: 1)])
                }
            },
        ]
        for serial in serials {
            changes += [
                { try $0.revoke(serial, reason: "", at: clock) }, { try $0.restore(serial, reason: "", at: clock) },
                { try $0.forget(serial, reason: "", at: clock) },
            ]
        }
        return changes
    }

    /// Does everything over a register; gives errors that are not an office's words.
    private func strange(_ register: Register, afterSQL sql: String = "") throws -> [String] {
        struct Undone: Error {}
        var strange: [String] = []
        func attempt(_ body: (Database) throws -> Void) {
            do {
                try register.naming {
                    try register.queue.inDatabase { db in
                        try db.inTransaction {
                            do { try db.execute(sql: sql) } catch let error as DatabaseError
                                where error.resultCode == .SQLITE_CONSTRAINT || error.resultCode == .SQLITE_MISMATCH
                            {
                                return .rollback
                            }
                            try body(db)
                            return .rollback
                        }
                    }
                }
            } catch { if !(error is RegisterError || error is SerialFaults) { strange.append("\(sql): \(error)") } }
        }
        for reading in try readings() { attempt { try reading(Register.Snapshot($0, register.key)) } }
        for change in try changes() { attempt { try change(Register.Transaction($0, register.key)) } }
        return strange
    }

    @Test("values that Mocban writes nowhere, in every column")
    func values() throws {
        let columns = try eventful.register.reading { snapshot in
            try TamperingTests.tables.flatMap { table in
                try String.fetchAll(snapshot.db, sql: "SELECT name FROM pragma_table_info(?)", arguments: [table]).map {
                    (table, $0)
                }
            }
        }
        try eventful.register.writing {
            _ = try $0.nextRevocationList(issued: eventful.test.clock, nextUpdate: eventful.test.clock, serials: 0)
        }
        for (table, column) in columns {
            for value in ["'x'", "\(Int64.max)", "\(Int64.min)"] {
                let sql = "UPDATE \(table) SET \(column) = \(value) WHERE rowid = (SELECT min(rowid) FROM \(table))"
                let whole = ["print", "other_key"].contains(table) ? "UPDATE \(table) SET \(column) = \(value)" : sql
                #expect(try strange(eventful.register, afterSQL: whole) == [])
            }
        }
    }

    @Test("bytes anywhere in the file")
    func bytes() throws {
        let (path, key) = (eventful.register.path, eventful.register.key)
        try eventful.register.close()
        let whole = try eventful.test.folder.data("register.sqlite")
        var numbers = SeededNumbers(11)
        var found = 0
        for round in 0..<60 {
            var bytes = whole
            let start = Int.random(in: 0..<bytes.count - 4096, using: &numbers)
            let length = [1, 20, 4096][round % 3]
            for index in start..<start + length { bytes[index] = UInt8.random(in: 0...255, using: &numbers) }
            try bytes.write(to: URL(fileURLWithPath: path))
            do {
                let register = try Register(path: path, key: key, access: .reading)
                #expect(try strange(register) == [])
                do { if try !register.check().isGood { found += 1 } } catch { found += 1 }
                try register.close()
            } catch {
                found += 1
                #expect(error is RegisterError)
            }
        }
        // Unused parts of pages hold nothing that could be at fault.
        #expect(found > 20)
    }

    @Test("what is no register at all", arguments: RestoringTests.Damage.allCases)
    func noRegister(damage: RestoringTests.Damage) throws {
        let (path, key) = (eventful.register.path, eventful.register.key)
        try eventful.register.close()
        try damage.spoil(path)
        for access in [Register.Access.reading, .writing] where damage != .staleLog {
            // For writing, one that was never there is made.
            if damage == .gone, access == .writing { continue }
            let error = registerError {
                let register = try Register(path: path, key: key, access: access)
                defer { try? register.close() }
                return try register.check()
            }
            switch (damage, error) {
            case (.gone, .unusable?), (_, .damaged?): break
            default: Issue.record(Comment(rawValue: "\(access): \(error, default: "no error")"))
            }
        }
    }
}
