import Files
import GRDB
import Payload
import TestSupport
import Testing

@testable import Register

@Suite("Indexes that a large run makes at its end")
struct DeferredIndexTests {
    private func schema(_ test: TestRegister) throws -> [String] {
        try test.register.queue.read { db in
            try String.fetchAll(db, sql: "SELECT name || ': ' || coalesce(sql, '') FROM sqlite_master ORDER BY name")
        }
    }

    private func indexes(_ test: TestRegister) throws -> Int? {
        try test.register.queue.read { db in
            try Int.fetchOne(
                db, sql: "SELECT count(*) FROM sqlite_master WHERE name IN ('holder_key', 'holder_alias')")
        }
    }

    @Test("are there again afterwards, and people are found", arguments: [10, 1_000_000])
    func made(rows: Int) throws {
        let test = try TestRegister()
        let before = try schema(test)
        let people = (0..<300).map { TestRegister.person("Nguyễn Thị \($0)", household: "HK-\($0)") }
        var issues: [Issuance] = []
        for person in people {
            guard case .without(let issue) = try test.decision(on: person) else { continue }
            issues.append(issue)
        }
        let run = Run(
            command: "cards", kind: .card, template: "commune", key: try test.signingKey, algorithm: .hmac256,
            unit: TestRegister.unit, nameForm: .full, clock: test.clock, expires: test.clock.adding(seconds: 86_400),
            folder: "/out", rows: rows)
        _ = try test.register.writing { transaction in
            try transaction.register(run, reason: "") { add in
                let left = try Int.fetchOne(
                    transaction.db,
                    sql: "SELECT count(*) FROM sqlite_master WHERE name IN ('holder_key', 'holder_alias')")
                #expect(left == (rows > DeferredIndexes.fewRows ? 0 : 2))
                try add(
                    Run.File(name: "a.pdf", sheets: 30, sha256: Array(0..<32)),
                    issues.enumerated().map { Run.Item(issuance: $1, page: $0 / 10 + 1, position: $0 % 10 + 1) })
            }
        }
        #expect(try schema(test) == before)
        #expect(try test.register.check().faults.isEmpty)
        for person in people { #expect(try test.held(person).record == person) }
    }

    @Test("are there where the run is given up, and stay where there are many holders")
    func kept() throws {
        let test = try TestRegister()
        struct GivenUp: Error {}
        #expect(throws: GivenUp.self) {
            try test.register.writing { transaction in
                _ = try DeferredIndexes(transaction.db, rows: 1_000_000)
                throw GivenUp()
            }
        }
        #expect(try indexes(test) == 2)
        try test.register.writing { transaction in
            try transaction.db.execute(sql: "INSERT INTO holder (id) VALUES (300000)")
            try DeferredIndexes(transaction.db, rows: 1_000_000).make()
            try transaction.db.execute(sql: "DELETE FROM holder")
        }
        #expect(try indexes(test) == 2)
    }
}
