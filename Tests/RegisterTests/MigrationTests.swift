import Files
import Foundation
import GRDB
import Payload
import TestSupport
import Testing

@testable import Register
@testable import RegisterExchange
@testable import RegisterQueries

@Suite("Registers of other versions") struct MigrationTests {
    /// Registers of ``EventfulRegister`` as earlier versions made them.
    ///
    /// They stay as they are for ever: a new schema gets a file of its own, which
    /// `MOCBAN_RECORD=1 swift test --filter recordFixture` writes.
    private static func fixture(_ schema: String) -> String {
        (#filePath as NSString).deletingLastPathComponent + "/Resources/schema-\(schema).sqlite"
    }

    @Test(.enabled(if: ProcessInfo.processInfo.environment["MOCBAN_RECORD"] == "1"))
    func recordFixture() throws {
        let stored = try StoredRegister()
        try stored.opened("register.sqlite", .reading) { try $0.writeCopy(to: Self.fixture("new")) }
    }

    private func open(
        in folder: TemporaryFolder, _ access: Register.Access, schema: String = "1"
    ) throws -> Register {
        let path = try folder.write("register.sqlite", Data(contentsOf: URL(fileURLWithPath: Self.fixture(schema))))
        return try Register(path: path, key: TestRegister().register.key, access: access)
    }

    @Test(
        "a register of an earlier schema opens, has no fault and answers",
        arguments: [Register.Access.reading, .writing],
        ["1", "2"])
    func earlier(access: Register.Access, schema: String) throws {
        let folder = try TemporaryFolder()
        let register = try open(in: folder, access, schema: schema)
        let check = try register.check()
        #expect(check.faults == [] && check.cards == 9)
        let answers = try register.reading { snapshot in
            (
                found: try snapshot.find("huong 7", limit: 9).holders.first?.first?.record?.birth,
                history: try snapshot.history(of: snapshot.cards(issuedIn: 2)[0].serial).map(\.kind),
                cutOffs: try snapshot.cutOffs.count
            )
        }
        // The second schema's list of namesakes is filled.
        let namesakes = try register.reading { try Int.fetchOne($0.db, sql: "SELECT count(*) FROM namesake") }
        #expect(namesakes ?? 0 > 0)
        #expect(answers.found == "1987-02-28" && answers.history.first == .issued && answers.cutOffs == 1)
    }

    /// Schemas to come: the next one takes its time.
    private static func next(_ key: RegisterKey) -> DatabaseMigrator {
        var migrator = Opening.migrator(key: key)
        migrator.registerMigration("4") { db in
            usleep(200_000)
            try db.execute(sql: "CREATE TABLE later (id INTEGER PRIMARY KEY)")
        }
        return migrator
    }

    @Test("a register of a later version is left alone", arguments: [Register.Access.reading, .writing])
    func later(access: Register.Access) throws {
        let folder = try TemporaryFolder()
        let register = try open(in: folder, .writing)
        try Self.next(register.key).migrate(register.queue)
        try register.close()
        let before = try folder.data("register.sqlite")
        let error = registerError { try Register(path: register.path, key: register.key, access: access) }
        #expect(error == .tooNew(path: register.path))
        #expect(try folder.data("register.sqlite") == before)
        let restored = registerError {
            try Register.restore(
                register.path, to: folder("other.sqlite"), key: register.key, clock: Timestamp(secondsSince1970: 0))
        }
        #expect(restored == .tooNew(path: register.path))
    }

    @Test("many at once bring an older register up to date")
    func atOnce() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("register.sqlite", Data(contentsOf: URL(fileURLWithPath: Self.fixture("1"))))
        let key = try TestRegister().register.key
        try await withThrowingTaskGroup { group in
            for number in 0..<8 {
                group.addTask {
                    let queue = try Opening(
                        path: path, access: number % 2 == 0 ? .reading : .writing, key: key, head: nil,
                        migrator: Self.next(key)
                    ).queue()
                    #expect(try await queue.read(Self.next(key).completedMigrations) == ["1", "2", "3", "4"])
                }
            }
            try await group.waitForAll()
        }
    }
}
