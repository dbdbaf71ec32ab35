import Files
import Foundation
import GRDB
import Mocban
import Payload
import Register
import TestSupport
import Testing

@Suite("Keys in an office's log")
struct KeyEventCommandTests {
    private let office: CommandOffice

    init() throws { office = try CommandOffice() }

    /// What the log has of keys: the kind and the key of each entry.
    private func logged() throws -> [String] {
        let file = office.folder("register.jsonl")
        try? FileManager.default.removeItem(atPath: file)
        let exported = try office.mocban(["register", "export", file])
        try #require(exported.status == 0, "\(exported.errors)")
        return try office.folder.text("register.jsonl").split(separator: "\n").compactMap { line in
            let values = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [Any]
            guard values?.first as? String == "event", let kind = values?[3] as? Int, let kid = values?[7] as? String,
                let name = [Event.Kind.keyMade.rawValue: "made", Event.Kind.keyRetired.rawValue: "retired"][kind]
            else { return nil }
            return "\(name) \(kid)"
        }
    }

    private func keys() throws -> [String] {
        try Office(folder: office.path).keyring().keys.filter(\.canSign).map(\.id.description)
    }

    @Test("init, key new and key retire are logged, and answer as JSON")
    func commands() throws {
        let first = try keys()
        #expect(try logged() == first.map { "made \($0)" })

        struct Epoch: Decodable {
            var epoch: UInt32
            var keys: [String]
        }
        let new = try office.mocban(["key", "new", "--json"])
        let epoch = try JSONDecoder().decode(Epoch.self, from: Data(new.output))
        let fresh = try keys().filter { !first.contains($0) }
        #expect(epoch.epoch == 2 && Set(epoch.keys) == Set(fresh))
        #expect(try logged() == (first + fresh).map { "made \($0)" })

        struct Retired: Decodable { var kid, retired: String }
        let retired = try office.mocban(["key", "retire", first[0], "--json"])
        #expect(try JSONDecoder().decode(Retired.self, from: Data(retired.output)).kid == first[0])
        #expect(try logged() == (first + fresh).map { "made \($0)" } + ["retired \(first[0])"])
        #expect(try office.mocban(["register", "verify"]).status == 0)

        struct Made: Decodable {
            var office, register: String
            var unit: UInt64
            var keys: [String]
        }
        let made = try Program.mocban.run(["init", office.folder("second"), "--unit", "7", "--name", "X", "--json"])
        let answer = try JSONDecoder().decode(Made.self, from: Data(made.output))
        #expect(
            answer.unit == 7 && answer.register == office.folder("second/register.sqlite") && answer.keys.count == 5)
    }

    @Test("an office from before there were registers gets one when it is asked for, and no sooner")
    func before() throws {
        let first = try keys()
        for file in ["register.sqlite", "register.head"] {
            try FileManager.default.removeItem(atPath: "\(office.path)/\(file)")
        }
        for command in [["find", "hương"], ["key", "new"], ["verify", "MB1:1"], ["report"], ["key", "list"]] {
            #expect(try office.mocban(command).status == 78, "\(command)")
        }
        #expect(try !Office(folder: office.path).hasRegister)
        #expect(try office.mocban(["register", "new"]).status == 0)
        #expect(try logged() == keys().map { "made \($0)" })
        #expect(try keys() == first)
        #expect(try office.mocban(["register", "new"]).status == 73)
        #expect(try office.folder.mode("office/register.sqlite") == 0o600)
    }

    @Test("a kill between the keys and the log is healed by the next command that writes")
    func killed() throws {
        let keyring = try Office(folder: office.path).keyring()
        let now = TestRun.clock
        let retired = try #require(keyring.keys.first { $0.canSign })
        var numbers = TestRun.numbers("grown")
        let grown = try keyring.generating(unit: 19897, at: now, expires: now.adding(seconds: 86_400), using: &numbers)
            .retiring(retired.id, at: now)
        try office.rewriteKeyring(grown.jwkSet())
        let before = try logged()
        let revoked = try office.mocban(
            ["revoke", "--key", retired.id.description, "--issued-before", "2021-11-08"], "--reason", "stolen")
        #expect(revoked.status == 0)
        let after = try logged()
        #expect(after.count > before.count && after.contains("retired \(retired.id)"))
        #expect(Set(after.filter { $0.hasPrefix("made") }) == Set(try keys().map { "made \($0)" }))
        #expect(try office.mocban(["register", "verify"]).status == 0)
    }

    @Test("a register of a later version is refused")
    func tooNew() throws {
        try DatabaseQueue(path: office.path + "/register.sqlite").write {
            try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('77')")
        }
        for command in [["find", "x"], ["key", "new"], ["register", "verify"], ["report"]] {
            let outcome = try office.mocban(command)
            #expect(outcome.status == 78 && outcome.errors.contains("was made by a later version of Mocban"))
        }
    }

    @Test("readers of a fresh office do not need a lock, and many at once get their answers")
    func manyReaders() throws {
        _ = try RegisteredPeople(office)
        let running = try (0..<6).map { _ in
            try Program.mocban.start(["find", "huong", "--office", office.path, "--json"])
        }
        #expect(running.map { $0.outcome().status } == Array(repeating: 0, count: 6))
    }
}
