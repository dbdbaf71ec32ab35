import Files
import Foundation
import GRDB
import Payload
import TestSupport
import Testing

@testable import Register
@testable import RegisterExchange
@testable import RegisterQueries

/// Registers of one office that went separate ways, and are merged.
@Suite("Merging registers") struct MergingTests {
    private var here: TestRegister
    private let huong = TestRegister.person("Nguyễn Thị Hương")
    private let lan = TestRegister.person("Trần Thị Lan", household: "HK-2")

    init() throws { here = try TestRegister() }

    @discardableResult
    private func merge(_ others: TestRegister...) throws -> [MergeOutcome] {
        try here.register.merge(
            others.map(\.register.path), keys: Set(here.keyring.keys.map(\.id)), unit: TestRegister.unit, at: here.clock
        )
    }

    private func expectConflict(_ conflict: MergeConflict, merging other: TestRegister) throws {
        let before = try here.register.reading { try $0.head }
        #expect(throws: RegisterError.merging(path: other.register.path, conflict)) { try merge(other) }
        #expect(try here.register.reading { try $0.head } == before)
    }

    private func expectGood(cards: Int) throws {
        let check = try here.register.check()
        #expect(check.faults == [] && check.cards == cards)
    }

    private func card(_ serial: Serial) throws -> RegisteredCard {
        try #require(try here.register.reading { try $0.card(serial) })
    }

    @Test("everything that can happen comes over as it was")
    func eventful() throws {
        let there = try EventfulRegister()
        let outcome = try merge(there.test)[0]
        let (gained, cards) = try there.register.reading {
            (try $0.lastEntry, try Int.fetchOne($0.db, sql: "SELECT count(*) FROM card"))
        }
        #expect(outcome.gained == gained && outcome.cards == cards)
        try expectGood(cards: outcome.cards)
        func story(_ register: Register) throws -> [String] {
            try register.reading { snapshot in
                let serials = try Int64.fetchAll(snapshot.db, sql: "SELECT serial FROM card ORDER BY id")
                return try serials.compactMap { Serial(rawValue: UInt64(bitPattern: $0)) }.map { serial in
                    var card = try #require(try snapshot.card(serial))
                    card.holder = 0
                    let history = try snapshot.history(of: serial).map { event in
                        var event = event
                        event.number = 0
                        return event
                    }
                    return "\(card) \(history) \(try snapshot.prints(of: serial))"
                }
            }
        }
        #expect(try story(here.register) == story(there.register))
        #expect(try here.register.reading { try $0.cutOffs } == there.register.reading { try $0.cutOffs })
        #expect(
            try here.register.reading { try $0.count(at: here.clock) }
                == there.register.reading { try $0.count(at: here.clock) })
        #expect(try here.register.reading { try $0.find("huong 7", limit: 9).holders.count } == 1)
    }

    @Test("a run keeps its number where that is free, and gets the next one where it is not")
    func runNumbers() throws {
        let there = try TestRegister()
        let mine = try here.issue(huong)
        let theirs = try there.issue(lan)
        #expect(try merge(there)[0].runs == [.init(there: 1, here: 2)])
        let printed = try here.register.reading { snapshot in
            try [1, 2].map { try snapshot.printed(in: $0).map(\.card.serial) }
        }
        #expect(printed == [[mine], [theirs]])
        try expectGood(cards: 2)
    }

    @Test("what came over before does not come again, though the other register went on, or came by a third one")
    func again() throws {
        let (there, third) = (try TestRegister(), try TestRegister())
        try there.issue(huong)
        #expect(try merge(there)[0].gained > 0)
        #expect(try merge(there, there).map(\.gained) == [0, 0])
        let later = try there.issue(lan)
        #expect(try merge(there)[0].cards == 1)
        #expect(try card(later).record == lan)
        try expectGood(cards: 2)

        let keys = Set(here.keyring.keys.map(\.id))
        try third.register.merge([here.register.path], keys: keys, unit: TestRegister.unit, at: here.clock)
        try third.issue(TestRegister.person("Lê Văn Hai", household: "HK-3"))
        #expect(try merge(third)[0].cards == 1)
        #expect(try merge(there, third).map(\.gained) == [0, 0])
        try expectGood(cards: 3)
    }

    @Test("copies that went on with the same holders come together")
    func copies() throws {
        let (one, two) = (try here.issue(huong), try here.issue(lan))
        let there = try here.copied()
        try there.register.writing { try $0.revoke(one, reason: "lost", at: there.clock) }
        let second = try there.issue(huong)
        try here.register.writing { try $0.revoke(two, reason: "moved", at: here.clock) }
        #expect(try merge(there)[0].cards == 1)
        try expectGood(cards: 3)
        #expect(try card(one).revocation?.reason == "lost" && card(two).revocation?.reason == "moved")
        #expect(try card(second).holder == card(one).holder && card(second).number == 2)
        #expect(try here.held(huong).serial == second)
    }

    @Test("people are counted over all shards of a roster, each once, and anew for another one")
    func people() throws {
        func people(_ register: TestRegister) throws -> [Int?] {
            try register.register.reading { try $0.count(at: here.clock).localities.map(\.people) }
        }
        let (there, third) = (try here.copied(), try here.copied())
        try there.issue(huong, shard: Shard("1/3"))
        try third.issue(lan, shard: Shard("2/3"))
        try merge(there, third)
        #expect(try people(here) == [2])
        // The same shard once more, where nobody is new.
        try there.run([], shard: Shard("1/3"))
        try merge(there, third)
        #expect(try people(here) == [2])
        // The third one in the office itself.
        try here.issue(TestRegister.person("Lê Văn Hai", household: "HK-3"), shard: Shard("3/3"))
        try here.run([], shard: Shard("3/3"))
        #expect(try people(here) == [3])
        // Another roster, from a copy of what was merged: what was counted before is no part of it.
        var next = try here.copied()
        next.clock = next.clock.adding(seconds: 60)
        try next.issue(TestRegister.person("Lê Văn Ba", household: "HK-4"))
        try merge(next)
        #expect(try people(here) == [1])
        try expectGood(cards: 4)
    }

    @Test("a card that both issued is refused; so is a serial of two holders")
    func serials() throws {
        let there = try TestRegister(later: 60)
        let serial = try here.issue(huong)
        try there.issue(huong)
        try expectConflict(.issuedTwice(serial), merging: there)
        let elsewhere = try TestRegister()
        try elsewhere.run([
            Issuance(serial: serial, number: 1, reason: .new, holder: here.holder(lan), record: lan)
        ])
        try expectConflict(.serialOfTwoHolders(serial), merging: elsewhere)
    }

    @Test(
        "two good cards of one holder are refused, by the key or by household, name and birth; two IDs are two persons")
    func twoGoodCards() throws {
        let serial = try here.issue(huong)
        let holder = here.holder(huong)
        let second = Serial(unit: TestRegister.unit, holder: holder.key, issueNumber: 2, key: here.serialKey)
        let there = try TestRegister()
        try there.run([Issuance(serial: second, number: 2, reason: .new, holder: holder, record: huong)])
        try expectConflict(.twoGoodCards(serial, second), merging: there)

        let elsewhere = try TestRegister()
        let withID = try elsewhere.issue(huong, id: "046185003197")
        try expectConflict(.twoGoodCards(serial, withID), merging: elsewhere)

        try here.register.writing { try $0.revoke(serial, reason: "two cards", at: here.clock) }
        #expect(try merge(there)[0].cards == 1)
        #expect(try card(second).holder == card(serial).holder)
        try expectConflict(.twoGoodCards(second, withID), merging: elsewhere)
        try here.register.writing { try $0.revoke(second, reason: "two cards", at: here.clock) }
        let third = try TestRegister()
        try third.issue(huong, id: "046185003205")
        #expect(try merge(elsewhere).map(\.cards) == [1])
        #expect(try merge(third).map(\.cards) == [1])
        try expectGood(cards: 4)
    }

    @Test("an ID that a holder got there, and that is another holder's here, is refused")
    func twoHolders() throws {
        let there = try TestRegister()
        let first = try there.issue(huong)
        guard case .changed(_, let issuance) = try there.decision(on: huong.moved, id: "046185003197") else {
            throw TestRegister.Unexpected.standing
        }
        try there.run([issuance])
        let elsewhere = TestRegister.person("Nguyễn Thị Hường", household: "HK-9")
        let mine = try here.issue(elsewhere, id: "046185003197")
        try expectConflict(.twoHolders(issuance.serial), merging: there)
        #expect(first != mine)
    }

    @Test("an undone revocation undoes only the one that it undid there")
    func undone() throws {
        let serial = try here.issue(huong)
        try here.register.writing { try $0.revoke(serial, reason: "lost", at: here.clock) }
        let (there, again) = (try here.copied(), try here.copied())
        try there.register.writing { try $0.restore(serial, reason: "found there", at: there.clock) }
        try again.register.writing { transaction in
            try transaction.restore(serial, reason: "found", at: again.clock)
            try transaction.revoke(serial, reason: "stolen", at: again.clock)
        }
        try merge(again)
        #expect(try card(serial).revocation?.reason == "stolen")
        try expectConflict(.revokedAgain(serial), merging: there)
        try expectGood(cards: 1)
    }

    @Test("a card that is good again there is refused where its holder has another one here")
    func goodAgain() throws {
        let serial = try here.issue(huong)
        try here.register.writing { try $0.revoke(serial, reason: "lost", at: here.clock) }
        let there = try here.copied()
        try there.register.writing { try $0.restore(serial, reason: "found", at: there.clock) }
        let second = try here.issue(huong)
        try expectConflict(.twoGoodCards(serial, second), merging: there)
    }

    @Test("a key's undone revocation undoes only the one that it undid there")
    func undoneKey() throws {
        let key = try here.signingKey
        try here.issue(huong)
        try here.register.writing { _ = try $0.revoke(key: key, before: here.clock, reason: "stolen", at: here.clock) }
        let there = try here.copied()
        try there.register.writing { _ = try $0.restore(key: key, reason: "found", at: there.clock) }
        let copy = try here.copied()
        try here.register.writing {
            _ = try $0.revoke(key: key, before: here.clock.adding(seconds: 60), reason: "again", at: here.clock)
        }
        try expectConflict(.keyRevokedAgain(key), merging: there)
        let other = try copy.copied()
        try other.register.merge(
            [there.register.path], keys: Set(here.keyring.keys.map(\.id)), unit: TestRegister.unit, at: here.clock)
        #expect(try other.register.reading { try $0.cutOffs }.isEmpty && other.register.check().isGood)
    }

    @Test("who was forgotten there is forgotten here; who was forgotten here gets no card from there")
    func forgotten() throws {
        let (one, two) = (try here.issue(huong), try here.issue(lan))
        let there = try here.copied()
        try there.register.writing { _ = try $0.forget(one, reason: "asked for", at: there.clock) }
        try merge(there)
        #expect(try card(one).record == nil && here.register.reading { try $0.find("huong", limit: 9).holders.isEmpty })
        try expectGood(cards: 2)

        let elsewhere = try here.copied()
        try elsewhere.register.writing { try $0.revoke(two, reason: "lost", at: elsewhere.clock) }
        let second = try elsewhere.issue(lan)
        try here.register.writing { _ = try $0.forget(two, reason: "asked for", at: here.clock) }
        try expectConflict(.forgotten(second), merging: elsewhere)
    }

    @Test("all registers come over or none")
    func together() throws {
        let (good, bad) = (try TestRegister(), try TestRegister(later: 60))
        let serial = try here.issue(huong)
        try good.issue(lan)
        try bad.issue(huong)
        #expect(throws: RegisterError.merging(path: bad.register.path, .issuedTwice(serial))) { try merge(good, bad) }
        try expectGood(cards: 1)
        #expect(here.folder.names() == ["register.sqlite", "register.sqlite-shm", "register.sqlite-wal"])
    }

    @Test("another unit, another key, a run that was stopped are refused")
    func foreign() throws {
        let there = try TestRegister()
        try there.issue(huong)
        func merge(_ keys: Set<KeyID>, _ unit: UnitCode) throws {
            try here.register.merge([there.register.path], keys: keys, unit: unit, at: here.clock)
        }
        let keys = Set(here.keyring.keys.map(\.id))
        #expect(throws: RegisterError.merging(path: there.register.path, .unknownKey(try there.signingKey))) {
            try merge([], TestRegister.unit)
        }
        #expect(throws: RegisterError.merging(path: there.register.path, .otherUnit(TestRegister.unit))) {
            try merge(keys, 19867)
        }
        try there.register.writing { try $0.db.execute(sql: "UPDATE run SET settled = 0") }
        #expect(throws: RegisterError.self) { try merge(keys, TestRegister.unit) }
        #expect(try here.register.reading { try $0.lastEntry } == 0)
    }
}
