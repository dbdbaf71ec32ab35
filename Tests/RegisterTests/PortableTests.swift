import Files
import Foundation
import GRDB
import Messages
import Payload
import TestSupport
import Testing

@testable import Register
@testable import RegisterExchange
@testable import RegisterQueries

@Suite("Exports") struct PortableTests {
    private let stored: StoredRegister

    init() throws { stored = try StoredRegister() }

    @discardableResult
    private func load(
        _ lines: [[UInt8]], into name: String = "register.sqlite", key: RegisterKey? = nil
    ) throws -> ImportOutcome {
        let file = try stored.folder.write("export.jsonl", lines.joined())
        return try Register.load(file, into: stored.folder(name), key: key ?? stored.key)
    }

    @Test("the same register gives the same lines, each an array of JSON")
    func deterministic() throws {
        let lines = try stored.export()
        #expect(try stored.export() == lines)
        for line in lines {
            #expect(line.last == 0x0A && line.count { $0 == 0x0A } == 1)
            let values = try JSONSerialization.jsonObject(with: Data(line)) as? [Any]
            #expect(values?.first is String)
        }
    }

    @Test("an export makes the same register in another place")
    func roundTrip() throws {
        let lines = try stored.export()
        let entries = try stored.check().entries
        #expect(try load(lines, into: "other.sqlite") == ImportOutcome(entries: entries, gained: entries))
        #expect(try stored.check("other.sqlite") == stored.check())
        #expect(try stored.export("other.sqlite") == lines)
        #expect(try stored.folder.mode("other.sqlite") == 0o600)
        let clock = Timestamp(secondsSince1970: 1_636_329_700)
        func answers(_ register: Register) throws -> ([RegisteredCard], RegisterCount, [[Event]]) {
            try register.reading { snapshot in
                let cards = try (1...3).flatMap { try snapshot.cards(issuedIn: $0) }
                let found = try snapshot.find("huong", limit: 20).holders.flatMap { $0 }
                return (
                    cards + found, try snapshot.count(at: clock), try cards.map { try snapshot.history(of: $0.serial) }
                )
            }
        }
        let (one, other) = (
            try stored.opened("register.sqlite", .reading, answers),
            try stored.opened("other.sqlite", .reading, answers)
        )
        #expect(one == other)
    }

    @Test("an import goes forward only")
    func forward() throws {
        let entries = try stored.check().entries
        let old = try stored.export()
        try stored.copy(to: "old.sqlite")
        try stored.copy(to: "parted.sqlite")
        try stored.goOn(times: 2)
        try stored.goOn("parted.sqlite", "otherwise")
        let new = try stored.export()
        #expect(try load(new).gained == 0)
        #expect(try load(new, into: "old.sqlite") == ImportOutcome(entries: entries + 2, gained: 2))
        #expect(try stored.export("old.sqlite") == new)

        let file = stored.folder("export.jsonl")
        let older = RegisterError.olderExport(path: file, entries: entries, registered: entries + 2)
        #expect(registerError { try load(old) } == older)
        let parted = RegisterError.parted(path: file, entry: entries + 1)
        #expect(registerError { try load(new, into: "parted.sqlite") } == parted)
        #expect(try stored.export() == new)
    }

    @Test("numbers of revocation lists do not go back", arguments: [(5, 2), (2, 5), (3, 3)])
    func listNumbers(here: Int, there: Int) throws {
        func number(_ name: String, _ times: Int) throws {
            for _ in 0..<times {
                try stored.opened(name) { register in
                    try register.writing {
                        _ = try $0.nextRevocationList(
                            issued: Timestamp(secondsSince1970: 1), nextUpdate: Timestamp(secondsSince1970: 2),
                            serials: 0)
                    }
                }
            }
        }
        for isAhead in [false, true] {
            try stored.copy(to: "there-\(isAhead).sqlite")
            try stored.copy(to: "here-\(isAhead).sqlite")
            try number("there-\(isAhead).sqlite", there)
            try number("here-\(isAhead).sqlite", here)
            if isAhead { try stored.goOn("there-\(isAhead).sqlite") }
            try load(try stored.export("there-\(isAhead).sqlite"), into: "here-\(isAhead).sqlite")
            let last = try stored.opened("here-\(isAhead).sqlite", .reading) { register in
                try register.reading { try Int.fetchOne($0.db, sql: "SELECT max(sequence) FROM revocation_list") }
            }
            #expect(last == max(here, there))
        }
    }

    @Test("an export of another office, of a later version, or something else is refused")
    func foreign() throws {
        let lines = try stored.export()
        #expect(registerError { try load(lines, into: "other.sqlite", key: StoredRegister.otherKey()) } != nil)
        var later = lines
        later[0] = Array("[\"mocban register\",2,\"1\"]\n".utf8)
        let error = registerError { try load(later, into: "other.sqlite") }
        #expect(error?.description.contains("line 1: a later version of Mocban made this export") == true)
        for text in ["", "\n", "household,full_name\nHK-1,A\n", "{}\n", "[]\n", "[\"mocban register\"", "\0\0\0"] {
            guard
                case .notAnExport(_, line: 1, _)? = registerError({ try load([Array(text.utf8)], into: "other.sqlite") }
                )
            else {
                Issue.record("\(text) is taken")
                continue
            }
        }
        #expect(!Register.exists(at: stored.folder("other.sqlite")))
    }

    @Test("an export that ends too early is refused")
    func truncated() throws {
        let lines = try stored.export()
        let bytes = Array(lines.joined())
        for count in stride(from: 0, to: bytes.count - 1, by: 97) {
            #expect(registerError { try load([Array(bytes.prefix(count))], into: "other.sqlite") } != nil, "\(count)")
        }
        for count in 0..<lines.count {
            #expect(registerError { try load(Array(lines.prefix(count)), into: "other.sqlite") } != nil, "\(count)")
        }
        #expect(!stored.folder.names().contains { $0.hasPrefix("other") })
    }

    @Test("a line that was removed, doubled or put elsewhere is found")
    func reordered() throws {
        let lines = try stored.export()
        let before = try stored.bytes()
        try stored.goOn()
        for index in lines.indices {
            var (removed, doubled, swapped) = (lines, lines, lines)
            removed.remove(at: index)
            doubled.insert(lines[index], at: index)
            if index + 1 < lines.count { swapped.swapAt(index, index + 1) }
            for changed in [removed, doubled, swapped] where changed != lines {
                #expect(registerError { try load(changed, into: "other.sqlite") } != nil, "\(index)")
            }
        }
        #expect(try stored.bytes() != before && !Register.exists(at: stored.folder("other.sqlite")))
    }

    @Test("every value that an entry vouches for")
    func changedValues() throws {
        let lines = try stored.export()
        let before = try stored.bytes()
        var unseen: [String] = []
        for index in lines.indices.dropFirst().dropLast() {
            guard let values = [PortableValue](line: lines[index].dropLast()), values.first != .text("place") else {
                continue
            }
            // A quarter of them, spread over all tables and columns.
            for column in values.indices where (index + column) % 4 == 0 {
                var changed = values
                switch values[column] {
                case .nothing: continue
                case .whole(let number): changed[column] = .whole(number + 1)
                case .text(let text): changed[column] = .text(text.isEmpty ? "x" : Self.changed(text))
                }
                var altered = lines
                altered[index] = changed.line
                if registerError({ try load(altered, into: "other.sqlite") }) == nil {
                    unseen.append(String(decoding: altered[index], as: UTF8.self))
                    RegisterFile.remove(stored.folder("other.sqlite"))
                }
            }
        }
        #expect(unseen == [])
        #expect(try stored.bytes() == before)
    }

    /// A text with another last character, so that a serial, a time and hexadecimal digits are no longer right or others.
    private static func changed(_ text: String) -> String {
        String(text.dropLast()) + (text.hasSuffix("1") ? "2" : "1")
    }

    @Test("a file that cannot be read is said to be so")
    func unreadable() throws {
        let error = registerError {
            try Register.load(stored.folder("none"), into: stored.folder("other.sqlite"), key: stored.key)
        }
        guard case .notAnExport? = error else {
            Issue.record(Comment(rawValue: "\(error, default: "no error")"))
            return
        }
    }
}
