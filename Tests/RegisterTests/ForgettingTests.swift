import Files
import Foundation
import GRDB
import Payload
import TestSupport
import Testing

@testable import Register
@testable import RegisterExchange
@testable import RegisterQueries

@Suite("Forgetting") struct ForgettingTests {
    /// What must be nowhere afterwards: names, in letters and as the index has them, household, keys.
    private static let name = "Nghiêm Xuân Quỷnhvyx"
    private static let corrected = "Nghiêm Xuân Quýnhvyx"
    private static let household = "HK-QZ-7719"

    private let test: TestRegister
    /// The person's cards, of which the second took the first one's place under another name.
    private let serials: [Serial]
    private let traces: [String: [UInt8]]

    init() throws {
        let test = try TestRegister()
        // A thousand and more others, so that pages are split and joined.
        let people = (0..<700).map {
            TestRegister.person("Nguyễn Thị Hương \($0)", household: "HK-\($0 / 4)", birth: "1985-03-12")
        }
        let first = TestRegister.person(Self.name, household: Self.household)
        let issues = try (people + [first] + people.map { TestRegister.person($0.name, household: "T" + $0.household) })
            .compactMap { person -> Issuance? in
                guard case .without(let issue) = try test.decision(on: person) else { return nil }
                return issue
            }
        try test.run(issues)
        let second = TestRegister.person(Self.corrected, household: Self.household)
        let old = issues[700].serial
        let reissue = try test.register.reading {
            try $0.reissue(of: old, key: test.serialKey, at: test.clock).issuance
        }
        var issue = reissue
        issue.record = second
        issue.otherKey = test.holder(second, id: "046185003197").key
        try test.run([issue])
        serials = [old, issue.serial]
        self.test = test
        let holder = test.holder(first)
        traces = [
            "name": Array(Self.name.utf8), "corrected": Array(Self.corrected.utf8), "folded": Array("quynhvyx".utf8),
            "household": Array(Self.household.utf8), "key": holder.key.bytes,
            "alias": Self.bytes(of: holder.alias ?? 0),
            "other key": issue.otherKey?.bytes ?? [],
        ]
    }

    private static func bytes(of number: Int64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
    }

    /// Which traces are in any of the register's files.
    private func found() throws -> Set<String> {
        var found: Set<String> = []
        for (name, data) in try test.folder.contents(of: ".") where name.hasPrefix("register.sqlite") {
            for (trace, bytes) in traces where data.firstRange(of: Data(bytes)) != nil { found.insert(trace) }
        }
        return found
    }

    private func forget(_ serial: Serial) throws -> [Serial] {
        defer { try? test.register.wipeTraces() }
        return try test.register.writing { try $0.forget(serial, reason: "asked for", at: test.clock) }
    }

    @Test("nothing of the person is left, and everything else is")
    func nothingLeft() throws {
        let clock = test.clock
        let counts = try test.register.reading { try $0.count(at: clock) }
        #expect(try found() == Set(traces.keys))
        #expect(Set(try forget(serials[0])) == Set(serials))
        #expect(try found() == [])

        let check = try test.register.check()
        #expect(check.faults == [] && check.cards == 1402)
        #expect(try test.register.reading { try $0.count(at: clock) } == counts)
        for text in [Self.name, Self.corrected, "quynhvyx", Self.household, "nghiem"] {
            #expect(try test.register.reading { try $0.find(text, limit: 9).holders.isEmpty }, "\(text)")
        }
        for (serial, state) in zip(serials, [RegisteredCard.State.revoked, .valid]) {
            let card = try #require(try test.register.reading { try $0.card(serial) })
            #expect(card.record == nil && card.state(at: clock) == state)
            #expect(try test.register.reading { try $0.history(of: serial).last?.kind } == .forgotten)
        }
        var export: [UInt8] = []
        try test.register.export { export += $0 }
        for text in [Self.name, Self.corrected, "quynhvyx", Self.household] {
            #expect(Data(export).firstRange(of: Data(text.utf8)) == nil)
        }
        let file = try test.folder.write("export.jsonl", export)
        _ = try Register.load(file, into: test.folder("other.sqlite"), key: test.register.key)
        #expect(
            try Register(path: test.folder("other.sqlite"), key: test.register.key, access: .reading).check().isGood)
    }

    @Test("what a kill kept from being removed is removed when the register is opened to be written")
    func debt() throws {
        _ = try test.register.writing { try $0.forget(serials[1], reason: "asked for", at: test.clock) }
        let path = test.register.path
        try test.register.close()
        #expect(try found() != [])
        _ = try Register(path: path, key: test.register.key, access: .reading).check()
        #expect(try found() != [])
        let register = try Register(path: path, key: test.register.key, access: .writing)
        #expect(try found() == [])
        try register.close()
        #expect(try found() == [])
    }

    @Test("a second time is refused, and so is printing; revoking goes on")
    func afterwards() throws {
        let clock = test.clock
        _ = try forget(serials[0])
        for serial in serials {
            #expect(registerError { try forget(serial) } == .forgotten(serial))
            #expect(
                registerError { try test.register.reading { try $0.reprintable(serial, at: clock) } }
                    == .forgotten(serial))
        }
        try test.register.writing { try $0.revoke(serials[1], reason: "lost", at: clock) }
        #expect(try test.register.reading { try $0.card(serials[1])?.state(at: clock) } == .revoked)
        #expect(try test.register.check().faults == [])
        // The person comes back: nobody gets a second good card, and after the revocation there is a new one.
        let person = TestRegister.person(Self.name, household: Self.household)
        guard case .without(let issue) = try test.decision(on: person) else {
            Issue.record("the person has a good card")
            return
        }
        #expect(!serials.contains(issue.serial))
    }

    @Test("all or nothing")
    func allOrNothing() throws {
        let unknown = Serial(
            unit: 1, holder: test.holder(TestRegister.person("X")).key, issueNumber: 9, key: test.serialKey)
        let before = try test.register.reading { try $0.head }
        let error = registerError {
            try test.register.writing { transaction in
                for serial in [serials[0], unknown] { try transaction.forget(serial, reason: "", at: test.clock) }
            }
        }
        #expect(error == .unknownSerial(unknown))
        #expect(try test.register.reading { try $0.head } == before)
        #expect(try test.register.reading { try $0.card(serials[0])?.record?.name } == Self.name)
    }
}
