import Files
import Foundation
import GRDB
import Mocban
import Payload
import Register
import TestSupport
import Testing

@Suite("mocban register")
struct RegisterCommandTests {
    private let office: CommandOffice
    private let people: RegisteredPeople

    init() throws {
        office = try CommandOffice()
        people = try RegisteredPeople(office)
    }

    private func json(_ outcome: Program.Outcome) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(outcome.output)) as? [String: Any])
    }

    private func entries() throws -> Int {
        try #require(try json(office.mocban(["register", "verify", "--json"]))["entries"] as? Int)
    }

    @Test("verify says that the register is whole, or what was changed")
    func verify() throws {
        let good = try office.mocban(["register", "verify"])
        let entries = try entries()
        #expect(good.status == 0 && good.text == "the register is whole: \(entries) entries, 5 cards\n")
        try DatabaseQueue(path: office.path + "/register.sqlite").write {
            try $0.execute(sql: "UPDATE card SET name = 'Trần' WHERE id = 2")
        }
        let bad = try office.mocban(["register", "verify"])
        #expect(bad.status == 1 && bad.errors.isEmpty)
        #expect(bad.lines.first?.hasPrefix("the card \(people.serials[1]) was changed") == true)
        #expect(bad.lines.last?.hasSuffix("3 faults") == true)
        let answer = try json(office.mocban(["register", "verify", "--json"]))
        #expect(answer["faultCount"] as? Int == 3)
    }

    @Test("a name of one letter in the current folder is a name like any")
    func shortName() throws {
        let here = Program.mocban.inFolder(office.folder.path)
        let backup = try here.run(["register", "backup", "b", "--office", "office"])
        #expect(backup.status == 0, "\(backup.errors)")
        #expect(try here.run(["register", "export", "e", "--office", "office"]).status == 0)
        let restored = try here.run(["register", "restore", "b", "--office", "office"])
        #expect(restored.status == 0 && restored.text.contains("the register is that of b now"), "\(restored.errors)")
        #expect(office.folder.names().contains("b") && office.folder.names().contains("e"))
    }

    @Test("a backup is whole while another process writes")
    func backup() throws {
        struct Undone: Error {}
        let copy = office.folder("copy.sqlite")
        let entries = try entries()
        #expect(throws: Undone.self) {
            try people.register.writing { transaction in
                try transaction.revoke(people.serials[0], reason: "lost", at: TestRun.clock)
                let outcome = try office.mocban(["register", "backup", copy])
                #expect(outcome.status == 0 && outcome.output.isEmpty)
                #expect(
                    outcome.errors.hasPrefix(
                        "\(copy) is a copy of the register, with \(entries) entries, code \(entries)-"))
                throw Undone()
            }
        }
        #expect(try office.folder.mode("copy.sqlite") == 0o600)
        #expect(office.folder.names().filter { $0.hasPrefix("copy") } == ["copy.head", "copy.sqlite"])
        let answer = try json(office.mocban(["register", "backup", copy, "--json"]))
        #expect(answer["file"] as? String == copy && answer["entries"] as? Int == entries)
    }

    @Test("a restore says what is lost")
    func restore() throws {
        let copy = office.folder("copy.sqlite")
        try #require(try office.mocban(["register", "backup", copy]).status == 0)
        let entries = try entries()
        let serial = people.serials[0].description
        try #require(try office.mocban(["revoke", serial, "--reason", "lost"]).status == 0)
        let restored = try office.mocban(["register", "restore", copy])
        #expect(restored.status == 0)
        #expect(
            restored.lines == [
                "the register is that of \(copy) now, with \(entries) entries",
                "1 entry of the register before is lost: what was issued, revoked and forgotten after the backup is not "
                    + "known any more",
            ])
        #expect(restored.errors.hasPrefix("the register before is now \(office.path)/register-before-"))
        let answer = try json(office.mocban(["register", "restore", copy, "--json"]))
        #expect(answer["lost"] as? Int == 0 && answer["mayRepeatListNumbers"] as? Bool == false)
        #expect(try office.mocban(["verify", people.text(0)]).status == 0)
    }

    /// What is the matter with a register's file.
    enum Damage: CaseIterable, Sendable {
        case header, truncated, empty, text, gone

        func spoil(_ path: String) throws {
            let url = URL(fileURLWithPath: path)
            let bytes = try Data(contentsOf: url)
            switch self {
            case .header: try (Data(repeating: 0xA5, count: 100) + bytes.dropFirst(100)).write(to: url)
            case .truncated: try bytes.prefix(5000).write(to: url)
            case .empty: try Data().write(to: url)
            case .text: try Data("Họ và tên\n".utf8).write(to: url)
            case .gone:
                try FileManager.default.removeItem(at: url)
                try Data(repeating: 7, count: 5000).write(to: URL(fileURLWithPath: path + "-wal"))
                return
            }
            for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
        }
    }

    @Test("a damaged register is refused by every command in the same words, and a backup puts it right")
    func damaged() throws {
        let copy = office.folder("copy.sqlite")
        try #require(try office.mocban(["register", "backup", copy]).status == 0)
        let (text, serial) = (try people.text(0), people.serials[0].description)
        for damage in Damage.allCases {
            try damage.spoil(office.path + "/register.sqlite")
            let commands = [
                ["find", "hương"], ["report"], ["verify", text], ["register", "verify"],
                ["register", "backup", copy + "2"],
                ["register", "export", copy + "2"], ["revoke", serial, "--reason", "lost"],
                ["forget", serial, "--reason", "asked"], ["key", "new"], ["cards", office.folder("roster.csv")],
            ]
            for command in commands {
                let printing = command[0] == "cards" ? ["--out", office.folder("out"), "--template", "plain"] : []
                let outcome = try office.mocban(command + printing)
                #expect(outcome.status == 78, "\(damage) \(command): \(outcome)")
                #expect(outcome.errorLines.count == 2, "\(damage) \(command): \(outcome.errors)")
                #expect(
                    outcome.errors.hasPrefix("mocban: the register \(office.path)/register.sqlite is damaged ("),
                    "\(damage) \(command): \(outcome.errors)")
                #expect(outcome.errors.contains("`mocban register restore BACKUP`"))
            }
            #expect(!FileManager.default.fileExists(atPath: copy + "2"))
            let restored = try office.mocban(["register", "restore", copy])
            #expect(restored.status == 0, "\(restored.errors)")
            #expect(restored.errors.contains("gates refuse new ones as older"))
            #expect(try office.mocban(["register", "verify"]).status == 0)
            #expect(try office.mocban(["verify", text]).status == 0)
        }
    }

    @Test("a backup of another office is refused, and so is what is none")
    func foreignBackup() throws {
        let other = try CommandOffice(keys: "other")
        _ = try RegisteredPeople(other)
        let before = try office.folder.contents(of: "office")
        #expect(try other.mocban(["register", "backup", office.folder("copy.sqlite")]).status == 0)
        let refused = try office.mocban(["register", "restore", office.folder("copy.sqlite")])
        #expect(refused.status == 65 && refused.errors.contains("is of another office"))
        let roster = try office.mocban(["register", "restore", office.folder("roster.csv")])
        #expect(roster.status == 65 && roster.errors.contains("is no whole copy of a register"))
        let missing = try office.mocban(["register", "restore", office.folder("none")])
        #expect(missing.status == 66)
        for (name, data) in try office.folder.contents(of: "office") where !name.hasSuffix("-shm") {
            #expect(data == before[name] ?? Data(), "\(name)")
        }
    }

    @Test("an export makes the same register in a copy of the office")
    func roundTrip() throws {
        let file = office.folder("register.jsonl")
        let exported = try office.mocban(["register", "export", file])
        let bytes = try office.folder.data("register.jsonl")
        let lines = bytes.count { $0 == 0x0A }
        #expect(exported.status == 0 && exported.errors == "\(file) has the register in \(lines) lines\n")
        #expect(try office.folder.mode("register.jsonl") == 0o600)
        let answer = try json(office.mocban(["register", "export", file, "--json"]))
        #expect(answer["lines"] as? Int == lines && answer["file"] as? String == file)
        #expect(try office.folder.data("register.jsonl") == bytes)

        for name in ["mocban.yaml", "keyring.jwks"] {
            try office.folder.write("copy/" + name, office.folder.data("office/" + name))
        }
        try FileManager.default.setAttributes(
            [.posixPermissions: NSNumber(value: 0o600)], ofItemAtPath: office.folder("copy/keyring.jwks"))
        func inCopy(_ arguments: String...) throws -> Program.Outcome {
            try Program.mocban.run(arguments + ["--office", office.folder("copy")])
        }
        let imported = try json(inCopy("register", "import", file, "--json"))
        #expect(try imported["entries"] as? Int == entries() && imported["gained"] as? Int == entries())
        #expect(try inCopy("register", "export", office.folder("again.jsonl")).status == 0)
        #expect(try office.folder.data("again.jsonl") == bytes)
        let questions = [
            ["find", "hương"], ["find", "PL-0"], ["register", "verify"], ["report", "--at", "2031-01-01", "--json"],
        ]
        for command in questions {
            let here = try office.mocban(command).text
            let there = try Program.mocban.run(command + ["--office", office.folder("copy")]).text
            #expect(here == there.replacing(office.folder("copy"), with: office.path))
        }

        try #require(try office.mocban(["revoke", people.serials[0].description, "--reason", "lost"]).status == 0)
        let older = try office.mocban(["register", "import", file])
        #expect(older.status == 1 && older.errors.contains("is older than the register"))
        let same = try inCopy("register", "import", file)
        #expect(same.status == 0 && same.text.contains("nothing was changed"))
        try #require(try inCopy("revoke", people.serials[1].description, "--reason", "lost").status == 0)
        #expect(try office.mocban(["register", "export", file]).status == 0)
        let parted = try inCopy("register", "import", file)
        #expect(parted.status == 1 && parted.errors.contains("different logs from entry"))
    }

    @Test("a file that is no whole export is refused by its line")
    func faultyExport() throws {
        let file = office.folder("register.jsonl")
        #expect(try office.mocban(["register", "export", file]).status == 0)
        let text = try office.folder.text("register.jsonl")
        try office.folder.write("cut.jsonl", String(text.dropLast(20)))
        let cut = try office.mocban(["register", "import", office.folder("cut.jsonl")])
        #expect(cut.status == 65 && cut.errors.hasPrefix("mocban: \(office.folder("cut.jsonl")), line "))
        try office.folder.write("name.jsonl", text.replacing("Trần Văn Nam", with: "Trần Văn Năm"))
        let changed = try office.mocban(["register", "import", office.folder("name.jsonl")])
        #expect(changed.status == 65 && changed.errors.contains("the card \(people.serials[2]) was changed"))
        #expect(try office.mocban(["register", "import", office.folder("none")]).status == 66)
    }

    @Test("a file of the office is not written over", arguments: ["register.sqlite", "keyring.jwks", "mocban.yaml"])
    func ownFiles(name: String) throws {
        for command in ["backup", "export"] {
            let outcome = try office.mocban(["register", command, office.path + "/" + name])
            #expect(outcome.status == 73 && outcome.errors.contains("choose another name"))
        }
    }

    @Test("on a full disk nothing is there by halves", arguments: ["backup", "export", "restore", "import"])
    func fullDisk(command: String) throws {
        let given = ["restore": "copy.sqlite", "import": "register.jsonl"]
        try #require(try office.mocban(["register", "backup", office.folder("copy.sqlite")]).status == 0)
        try #require(try office.mocban(["register", "export", office.folder("register.jsonl")]).status == 0)
        try #require(try office.mocban(["revoke", people.serials[0].description, "--reason", "lost"]).status == 0)
        let before = try office.folder.tree(of: ".").keys.sorted()
        let file = office.folder(given[command] ?? "new")
        // What SQLite has beside the register fits into the limit, and a copy of the register or its text does not.
        let limit = command == "export" ? 2 : 150
        let outcome = try Program.mocban.filesLimited(toBlocks: limit).run(
            ["register", command, file, "--office", office.path])
        #expect(outcome.status == 73, "\(outcome)")
        #expect(outcome.errors.contains("cannot be written"), "\(outcome.errors)")
        let after = try office.folder.tree(of: ".").keys.sorted()
        #expect(after.filter { !$0.hasSuffix("-shm") } == before.filter { !$0.hasSuffix("-shm") })
        let found = try office.mocban(["find", people.serials[0].description])
        #expect(found.status == 0 && found.text.contains("revoked"))
        #expect(try office.mocban(["register", "verify"]).status == 0)
    }

    @Test("a clock that is behind the register is remarked by commands that write")
    func clock() throws {
        let future = try RegisteredPeople(
            office, names: ["Đỗ Thị Mơ"], clock: TestRun.clock.adding(seconds: 3 * 3600 + 60))
        let behind = try office.mocban(["key", "new"])
        #expect(behind.status == 0)
        #expect(behind.errors.hasPrefix("mocban: the clock is 3 hours behind the register's last entry ("))
        #expect(behind.errors.contains("if the clock is wrong, set it"))
        #expect(future.serials.count == 1)
    }
}
