import GRDB
import Payload
import TestSupport
import Testing

@testable import Register

@Suite("Keys in the log") struct KeyEventTests {
    private let test: TestRegister

    init() throws { test = try TestRegister() }

    private struct Entry: Equatable {
        var kind: Event.Kind
        var time: Int64
        var kid: UInt32?
        var moment: Int64?
    }

    private func entries() throws -> [Entry] {
        try test.register.reading { snapshot in
            try Row.fetchAll(snapshot.db, sql: "SELECT kind, at, kid, moment FROM event ORDER BY id").map { row in
                Entry(
                    kind: try #require(Event.Kind(rawValue: try row.decode(atIndex: 0))),
                    time: try row.decode(atIndex: 1),
                    kid: UInt32(exactly: try row.decode(Int64.self, atIndex: 2)), moment: try row.decode(atIndex: 3))
            }
        }
    }

    @Test("keys that can sign are logged once, in the keyring's order")
    func made() throws {
        try test.register.noteKeys(of: test.keyring)
        let signing = test.keyring.keys.filter(\.canSign)
        let expected = signing.map {
            Entry(
                kind: .keyMade, time: test.clock.secondsSince1970, kid: $0.id.rawValue,
                moment: $0.expires?.secondsSince1970)
        }
        #expect(!signing.isEmpty)
        #expect(try entries() == expected)
        try test.register.noteKeys(of: test.keyring)
        #expect(try entries() == expected)
    }

    @Test("a new epoch and retired keys are logged, also those that a stop kept from the log")
    func retired() throws {
        try test.register.noteKeys(of: test.keyring)
        let count = try entries().count
        let later = test.clock.adding(seconds: 3600)
        var numbers = SeededNumbers(9)
        let old = try test.signingKey
        let grown = try test.keyring.generating(unit: TestRegister.unit, at: later, using: &numbers).retiring(
            old, at: later)
        try test.register.noteKeys(of: grown)
        let added = try entries().dropFirst(count)
        #expect(added.count { $0.kind == .keyMade && $0.time == later.secondsSince1970 } == added.count - 1)
        let end = Entry(
            kind: .keyRetired, time: later.secondsSince1970, kid: old.rawValue, moment: later.secondsSince1970)
        #expect(added.filter { $0.kind == .keyRetired } == [end])
        try test.register.noteKeys(of: grown)
        #expect(try entries().count == count + added.count)
        #expect(try test.register.check().faults == [])
    }
}
