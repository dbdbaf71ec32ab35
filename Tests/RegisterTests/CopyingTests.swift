import Files
import Foundation
import GRDB
import Payload
import TestSupport
import Testing

@testable import Register
@testable import RegisterExchange

@Suite("Backups") struct CopyingTests {
    private struct Undone: Error {}

    @Test("a copy is whole while a large transaction is open")
    func whileWriting() throws {
        let eventful = try EventfulRegister()
        let (register, folder) = (eventful.register, eventful.test.folder)
        let entries = try register.reading { try $0.lastEntry }
        #expect(throws: Undone.self) {
            try register.writing { transaction in
                for number in 0..<50_000 {
                    try transaction.db.execute(
                        sql: "INSERT INTO place (id, commune, hamlet) VALUES (?, hex(randomblob(250)), '')",
                        arguments: [1000 + number])
                }
                let reader = try Register(path: register.path, key: register.key, access: .reading)
                #expect(try reader.copy(to: folder("copy.sqlite")).entry == entries)
                throw Undone()
            }
        }
        #expect(folder.names().filter { $0.hasPrefix("copy") } == ["copy.head", "copy.sqlite"])
        #expect(try folder.mode("copy.sqlite") == 0o600)
        #expect(try folder.mode("register.sqlite") == 0o600)
        #expect(try folder.mode("register.sqlite-wal") == 0o600)
        let copy = try Register(path: folder("copy.sqlite"), key: register.key, access: .reading)
        #expect(try copy.check().isGood)
        #expect(try copy.relation(to: register) == .same)
    }

    @Test("an older copy is replaced, with the register's mode")
    func replaces() throws {
        let stored = try StoredRegister()
        try stored.folder.write("copy.sqlite", "something")
        try FileManager.default.setAttributes(
            [.posixPermissions: NSNumber(value: 0o644)], ofItemAtPath: stored.folder("copy.sqlite"))
        try stored.copy(to: "copy.sqlite")
        #expect(try stored.folder.mode("copy.sqlite") == 0o600)
        #expect(try stored.check("copy.sqlite").isGood)
    }

    @Test("a copy that cannot be written is not there")
    func unwritable() throws {
        let stored = try StoredRegister()
        let error = registerError { try stored.copy(to: "none/copy.sqlite") }
        guard case .copyUnwritable(let path, _)? = error else {
            Issue.record(Comment(rawValue: "\(error, default: "no error")"))
            return
        }
        #expect(path == stored.folder("none/copy.sqlite"))
        #expect(!FileManager.default.fileExists(atPath: stored.folder("none")))
    }

    @Test("what a killed command left of its files is removed, and nothing else")
    func unfinished() throws {
        let stored = try StoredRegister()
        let kept = [
            "register.sqlite.bak", "register.sqlite.old.77.part", "register.sqlite.x7.part", "copy.sqlite.77.part",
        ]
        for name in kept + ["register.sqlite.77.part", "register.sqlite.77.part-wal"] {
            try stored.folder.write(name, "x")
        }
        Register.removeUnfinished(of: stored.path)
        #expect(stored.folder.names() == (kept + ["register.sqlite"]).sorted())
    }
}
