import Files
import Foundation
import GRDB
import Messages
import Payload
import TestSupport
import Testing

@testable import Register
@testable import RegisterExchange

@Suite("Restoring") struct RestoringTests {
    private let stored: StoredRegister
    private static let clock = Timestamp(secondsSince1970: 1_636_400_000)

    init() throws {
        stored = try StoredRegister()
        try stored.copy(to: "backup.sqlite")
    }

    private func restore(_ backup: String = "backup.sqlite", key: RegisterKey? = nil) throws -> Restoration {
        try Register.restore(stored.folder(backup), to: stored.path, key: key ?? stored.key, clock: Self.clock)
    }

    @Test("what is lost is counted, and the register before is kept")
    func lost() throws {
        let entries = try stored.check().entries
        try stored.goOn(times: 3)
        let restored = try restore()
        #expect(restored.relation == .behind(3) && restored.entries == entries)
        let earlier = try #require(restored.earlier)
        #expect(earlier == stored.folder("register-before-2021-11-08T19-33-20Z.sqlite"))
        let before = try Register(path: earlier, key: stored.key, access: .reading)
        #expect(try before.reading { try $0.lastEntry } == entries + 3)
        #expect(try stored.check().isGood && stored.folder.mode("register.sqlite") == 0o600)
        #expect(try restore().earlier == stored.folder("register-before-2021-11-08T19-33-20Z-2.sqlite"))
    }

    @Test("a backup that is the same, that goes further, or that parted, is said to be so")
    func relations() throws {
        #expect(try restore().relation == .same)
        try stored.copy(to: "further.sqlite")
        try stored.goOn("further.sqlite", "one")
        #expect(try restore("further.sqlite").relation == .ahead(1))
        try stored.copy(to: "parted.sqlite", of: "backup.sqlite")
        try stored.goOn("parted.sqlite", "two", times: 2)
        let last = try stored.check("backup.sqlite").entries
        #expect(try restore("parted.sqlite").relation == .parted(at: last + 1))
    }

    /// What may have happened to a register.
    enum Damage: String, CaseIterable, CustomTestStringConvertible {
        case gone, goneBesideItsLog, header, middle, truncated, empty, text, staleLog
        var testDescription: String { rawValue }

        func spoil(_ path: String) throws {
            let url = URL(fileURLWithPath: path)
            var bytes = try Data(contentsOf: url)
            var numbers = SeededNumbers(3)
            func noise(_ range: Range<Int>) {
                for index in range { bytes[index] = UInt8.random(in: 0...255, using: &numbers) }
            }
            switch self {
            case .gone, .goneBesideItsLog: break
            case .header: noise(0..<100)
            case .middle: noise(8192..<bytes.count)
            case .truncated: bytes = bytes.prefix(bytes.count / 2 + 100)
            case .empty: bytes = Data()
            case .text: bytes = Data("Họ và tên;Ngày sinh\n".utf8)
            case .staleLog: break
            }
            if self == .gone || self == .goneBesideItsLog {
                try FileManager.default.removeItem(at: url)
            } else {
                try bytes.write(to: url)
            }
            if self == .goneBesideItsLog || self == .staleLog {
                try Data(repeating: 0x37, count: 8000).write(to: URL(fileURLWithPath: path + "-wal"))
            }
        }
    }

    @Test("a backup puts it right", arguments: Damage.allCases)
    func putsRight(damage: Damage) throws {
        let export = try stored.export()
        try damage.spoil(stored.path)
        let restored = try restore()
        #expect(stored.folder.names().filter { $0.hasPrefix("register.sqlite") } == ["register.sqlite"])
        #expect(try stored.check().isGood && stored.export() == export)
        #expect((restored.earlier == nil) == [.gone, .goneBesideItsLog].contains(damage))
        #expect((restored.relation == .same) == (damage == .staleLog))
        if ![.middle, .staleLog].contains(damage) { #expect(restored.mayRepeatListNumbers) }
    }

    @Test("numbers of revocation lists do not go back")
    func listNumbers() throws {
        func next() throws -> UInt64 {
            try stored.opened { register in
                try register.writing {
                    try $0.nextRevocationList(issued: Self.clock, nextUpdate: Self.clock, serials: 0)
                }
            }
        }
        #expect(try (1...5).map { _ in try next() } == [1, 2, 3, 4, 5])
        #expect(try !restore().mayRepeatListNumbers)
        #expect(try next() == 6)
        try stored.copy(to: "later.sqlite")
        #expect(try !restore().mayRepeatListNumbers && next() == 7)
        #expect(try !restore("later.sqlite").mayRepeatListNumbers && next() == 8)
    }

    /// A backup that must not be taken, and how it is made of a good one.
    struct Refusal: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var spoil: @Sendable (StoredRegister) throws -> Void

        static let all = [
            Refusal(testDescription: "noise") { try Damage.middle.spoil($0.folder("backup.sqlite")) },
            Refusal(testDescription: "header") { try Damage.header.spoil($0.folder("backup.sqlite")) },
            Refusal(testDescription: "cut off") { try Damage.truncated.spoil($0.folder("backup.sqlite")) },
            Refusal(testDescription: "empty") { try Damage.empty.spoil($0.folder("backup.sqlite")) },
            Refusal(testDescription: "text") { try Damage.text.spoil($0.folder("backup.sqlite")) },
            Refusal(testDescription: "another program's") { stored in
                try Damage.gone.spoil(stored.folder("backup.sqlite"))
                let queue = try DatabaseQueue(path: stored.folder("backup.sqlite"))
                try queue.write { try $0.execute(sql: "CREATE TABLE card (id)") }
            },
            tampered("UPDATE card SET name = 'Trần' WHERE id = 2"),
            tampered("UPDATE card SET revoked = NULL"),
            tampered("DELETE FROM event WHERE id = 3"),
            tampered("CREATE TRIGGER t AFTER INSERT ON card BEGIN DELETE FROM event; END"),
        ]

        private static func tampered(_ sql: String) -> Refusal {
            Refusal(testDescription: sql) { stored in
                try DatabaseQueue(path: stored.folder("backup.sqlite")).write { try $0.execute(sql: sql) }
            }
        }
    }

    @Test("a damaged or changed backup is refused, and nothing changes", arguments: Refusal.all)
    func refused(refusal: Refusal) throws {
        try refusal.spoil(stored)
        let (before, names) = (try stored.bytes(), stored.folder.names())
        let error = registerError { try restore() }
        switch error {
        case .notACopy(let path, _)?, .faulty(let path, _, _)?:
            #expect(path == stored.folder("backup.sqlite"))
            #expect(error?.description.contains(path) == true)
            #expect(error?.description.hasSuffix("nothing was changed") == true)
        default: Issue.record(Comment(rawValue: "\(error, default: "no error")"))
        }
        #expect(try stored.bytes() == before && stored.folder.names() == names)
    }

    @Test("a backup of another office is refused")
    func otherOffice() throws {
        let error = registerError { try restore(key: StoredRegister.otherKey()) }
        guard case .faulty? = error else {
            Issue.record(Comment(rawValue: "\(error, default: "no error")"))
            return
        }
        #expect(error?.description.contains("of another office") == true)
    }
}
