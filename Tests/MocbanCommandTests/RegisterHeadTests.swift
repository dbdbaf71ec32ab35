import Files
import Foundation
import GRDB
import Payload
import TestSupport
import Testing

/// What is kept of the log's end outside the register.
@Suite("The head of an office's log") struct RegisterHeadTests {
    private let office: CommandOffice
    private let people: RegisteredPeople

    init() throws {
        office = try CommandOffice()
        people = try RegisteredPeople(office)
    }

    private func code() throws -> String {
        let answer = try office.mocban(["register", "head", "--json"])
        let json = try JSONSerialization.jsonObject(with: Data(answer.output)) as? [String: Any]
        return try #require(json?["code"] as? String)
    }

    /// Copies of the register and of what is kept beside it.
    private func yesterday() throws -> (register: Data, head: Data) {
        // What SQLite has beside the file is taken into it.
        try DatabaseQueue(path: office.path + "/register.sqlite").inDatabase { db in
            _ = try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        }
        return (try office.folder.data("office/register.sqlite"), try office.folder.data("office/register.head"))
    }

    private func put(_ data: Data, _ name: String) throws {
        for suffix in name == "register.sqlite" ? ["-wal", "-shm"] : [] {
            try? FileManager.default.removeItem(atPath: "\(office.path)/\(name)\(suffix)")
        }
        try data.write(to: URL(fileURLWithPath: "\(office.path)/\(name)"))
    }

    @Test("yesterday's register is refused by everybody, and a backup puts it right")
    func rolledBack() throws {
        let yesterday = try yesterday()
        #expect(try office.mocban(["revoke", people.serials[0].description, "--reason", "lost"]).status == 0)
        let backup = office.folder("backup.sqlite")
        #expect(try office.mocban(["register", "backup", backup]).status == 0)
        try put(yesterday.register, "register.sqlite")
        let commands = try [
            ["verify", people.text(0)], ["revoke", people.serials[1].description, "--reason", "lost"], ["key", "new"],
            ["report"], ["find", "huong"], ["revocations", "export", office.folder("list.bin")],
            ["register", "backup", office.folder("other.sqlite")], ["register", "export", office.folder("e.jsonl")],
        ]
        for command in commands {
            let outcome = try office.mocban(command)
            #expect(
                outcome.status == 78 && outcome.errors.contains("register restore"), "\(command): \(outcome.errors)")
        }
        let verified = try office.mocban(["register", "verify"])
        #expect(
            verified.status == 1 && verified.text.contains("it was cut off, or an older register stands in its place"))
        let restored = try office.mocban(["register", "restore", backup])
        #expect(restored.status == 0)
        #expect(try office.mocban(["register", "verify"]).status == 0)
        #expect(try office.mocban(["verify", people.text(0)]).status == 1)
    }

    @Test("with both put back, a printed code tells")
    func bothRolledBack() throws {
        let yesterday = try yesterday()
        let first = try code()
        #expect(try office.mocban(["revoke", people.serials[0].description, "--reason", "lost"]).status == 0)
        let second = try code()
        for code in [first, second, second.lowercased(), "MBLOG:\(second)"] {
            #expect(try office.mocban(["register", "verify", "--head", code]).status == 0, "\(code)")
        }
        try put(yesterday.register, "register.sqlite")
        try put(yesterday.head, "register.head")
        #expect(try office.mocban(["register", "verify"]).status == 0)
        #expect(try office.mocban(["register", "verify", "--head", first]).status == 0)
        #expect(try office.mocban(["register", "verify", "--head", second]).status == 1)
        #expect(try office.mocban(["register", "verify", "--head", "7"]).status == 64)
    }

    @Test("with both put back, a list that the office keeps tells; a restore gives up what it does not have")
    func listed() throws {
        let yesterday = try yesterday()
        let (list, backup) = (office.folder("list.bin"), office.folder("backup.sqlite"))
        #expect(try office.mocban(["register", "backup", backup]).status == 0)
        #expect(try office.mocban(["revoke", people.serials[0].description, "--reason", "lost"]).status == 0)
        #expect(try office.mocban(["revocations", "export", list]).status == 0)
        #expect(try office.mocban(["revocations", "import", list]).status == 0)
        #expect(try office.mocban(["register", "verify"]).status == 0)
        try put(yesterday.register, "register.sqlite")
        try put(yesterday.head, "register.head")
        for command in try [["verify", people.text(1)], ["key", "new"], ["report"]] {
            #expect(try office.mocban(command).status == 78, "\(command)")
        }
        #expect(try office.mocban(["register", "verify"]).status == 1)
        #expect(try office.mocban(["register", "restore", backup]).status == 0)
        #expect(try office.mocban(["register", "verify"]).status == 0)
        #expect(try office.mocban(["key", "new"]).status == 0)
        // The list revokes the card still.
        #expect(try office.mocban(["verify", people.text(0)]).status == 1)
    }

    @Test(
        "a head that is gone, of another office or changed is a fault until it is kept anew",
        arguments: ["gone", "changed", "text"])
    func headless(way: String) throws {
        let path = office.path + "/register.head"
        switch way {
        case "gone": try FileManager.default.removeItem(atPath: path)
        case "changed":
            let text = try String(contentsOfFile: path, encoding: .utf8)
            try text.replacing("\"entry\":", with: "\"entry\":1").write(toFile: path, atomically: true, encoding: .utf8)
        default: try Data("x".utf8).write(to: URL(fileURLWithPath: path))
        }
        for command in try [["verify", people.text(0)], ["key", "new"], ["report"]] {
            let outcome = try office.mocban(command)
            #expect(outcome.status == 78 && outcome.errors.contains("register head --keep"), "\(outcome.errors)")
        }
        #expect(try office.mocban(["register", "verify"]).status == 1)
        #expect(try office.mocban(["register", "head"]).status == 0)
        #expect(try office.mocban(["register", "head", "--keep"]).status == 0)
        #expect(try office.mocban(["register", "verify"]).status == 0)
        #expect(try office.mocban(["key", "new"]).status == 0)
        #expect(try office.folder.mode("office/register.head") == 0o600)
    }

    @Test("a copy of the office, by a backup, is an office; one whose register is lost says how much a backup lacks")
    func copies() throws {
        let copy = office.folder("copy")
        try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
        for name in ["mocban.yaml", "keyring.jwks"] {
            try FileManager.default.copyItem(atPath: "\(office.path)/\(name)", toPath: "\(copy)/\(name)")
        }
        #expect(try office.mocban(["register", "backup", copy + "/register.sqlite"]).status == 0)
        #expect(try Program.mocban.run(["register", "verify", "--office", copy]).status == 0)
        #expect(try office.mocban(["revoke", people.serials[0].description, "--reason", "lost"]).status == 0)
        try FileManager.default.removeItem(atPath: office.path + "/register.sqlite")
        let restored = try office.mocban(["register", "restore", copy + "/register.sqlite", "--json"])
        let json = try JSONSerialization.jsonObject(with: Data(restored.output)) as? [String: Any]
        #expect(json?["lost"] as? Int == 1 && json?["earlier"] == nil)
        #expect(try office.mocban(["register", "verify"]).status == 0)
    }
}
