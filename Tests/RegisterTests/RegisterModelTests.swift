import Payload
import TestSupport
import Testing

@testable import Register
@testable import RegisterExchange
@testable import RegisterQueries

@Suite("Whatever happens, the register says what a plain model says")
struct RegisterModelTests {
    @Test(
        "over random issues, reissues, revocations, undoing, forgetting and clocks", arguments: [1, 2, 3] as [UInt64])
    func random(seed: UInt64) throws {
        var history = try RandomHistory(seed: seed)
        for step in 1...2000 {
            try history.step()
            if step % 60 == 0 { try history.check() }
        }
        #expect(history.model.cards.count > 300 && history.refusals > 100)
    }
}

/// A register and its model, to which the same things happen.
private struct RandomHistory {
    private(set) var model = RegisterModel()
    private(set) var refusals = 0
    private var test: TestRegister
    private var numbers: SeededNumbers
    private var versions: [Int: Int] = [:]
    private var runs = 0

    private static let people = 14
    private static let keys = [KeyID(rawValue: 0xA1B2_C3D4), KeyID(rawValue: 7)]
    private static let reasons = ["lost", "moved", "stolen"]

    private let nobodys: Serial

    init(seed: UInt64) throws {
        test = try TestRegister()
        nobodys = try #require(Serial(rawValue: 5))
        numbers = SeededNumbers(seed)
    }

    private mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &numbers) }
    private mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

    mutating func step() throws {
        switch below(20) {
        case 0...5: try issue()
        case 6...7: try reissue()
        case 8...9: try change(.serials(someSerials()), undo: false)
        case 10...11: try change(.serials(someSerials()), undo: true)
        case 12: try change(.household("HK-\(below(5))"), undo: chance(50))
        case 13...14: try change(.run(1 + below(max(1, runs))), undo: chance(50))
        case 15: try changeKey()
        case 16: if chance(30) { try forget() }
        case 17: try rename()
        default: moveClock()
        }
    }

    private func record(_ person: Int, _ version: Int) -> Record {
        TestRegister.person("Nguyễn Văn \(person) \(version)", household: "HK-\(person / 3)")
    }

    private func decision(on person: Int) throws -> IssuanceDecision {
        try test.decision(on: record(person, versions[person] ?? 0), id: "04608500\(1000 + person)")
    }

    private mutating func someSerials() -> [Serial] {
        guard !model.cards.isEmpty else { return [nobodys] }
        return (0...below(3)).map { _ in
            // The newest are of most interest.
            let back = chance(70) ? below(min(30, model.cards.count)) : below(model.cards.count)
            return chance(2) ? nobodys : model.cards[model.cards.count - 1 - back].serial
        }
    }

    /// Within a day the clock may go back; cards expire at the ends of days.
    private mutating func moveClock() {
        let (day, second) = (
            test.clock.secondsSince1970 / 86_400 + (chance(25) ? Int64(below(9)) : 0), Int64(below(86_400))
        )
        test.clock = Timestamp(secondsSince1970: day * 86_400 + second)
    }

    private mutating func rename() throws { versions[below(Self.people), default: 0] += 1 }

    private mutating func issue() throws {
        var issues: [Issuance] = []
        for person in Set((0...below(5)).map { _ in below(Self.people) }).sorted() {
            switch (try decision(on: person), model.good(person, test.clock)) {
            case (.without(let issue), nil): issues.append(issue)
            case (.holding(let card, _), let good?): #expect(card.serial == good.serial)
            case (.changed(let card, let issue), let good?):
                #expect(card.serial == good.serial && issue.reason == .replacing(good.serial))
                if chance(60) { issues.append(issue) }
            case let (standing, good): Issue.record("\(standing) where the model has \(String(describing: good))")
            }
        }
        guard !issues.isEmpty else { return }
        try register(issues)
    }

    private mutating func register(_ issues: [Issuance]) throws {
        let key = Self.keys[below(2)]
        let expires = Timestamp(
            secondsSince1970: (test.clock.secondsSince1970 / 86_400 + Int64(1 + below(30))) * 86_400 - 1)
        runs += 1
        let number = try test.run(issues, key: key, expires: expires)
        #expect(number == runs)
        for issue in issues {
            let words = issue.record.name.split(separator: " ")
            guard let person = Int(words[2]), let version = Int(words[3]) else { continue }
            var old: Serial?
            if case .replacing(let serial) = issue.reason { old = serial }
            try model.add(
                RegisterModel.Card(
                    serial: issue.serial, person: person, life: model.life(of: person), version: version, run: number,
                    key: key, issued: test.clock, expires: expires),
                replacing: old, test.clock)
        }
    }

    private mutating func reissue() throws {
        let serial = someSerials()[0]
        let clock = test.clock
        let issue: Issuance
        do {
            issue = try test.register.reading { try $0.reissue(of: serial, key: test.serialKey, at: clock).issuance }
        } catch let error as RegisterError {
            refusals += 1
            let card = model.cards.first { $0.serial == serial }
            switch error {
            case .unknownSerial: #expect(card == nil)
            case .forgotten: #expect(card?.isForgotten == true)
            case .replaced(_, let by):
                #expect(card.flatMap { model.good($0.person, clock) }?.serial == by && by != serial)
            default: throw error
            }
            return
        }
        try register([issue])
    }

    private mutating func change(_ set: CardSet, undo: Bool) throws {
        let (reason, clock) = (Self.reasons[below(3)], test.clock)
        let expected = undo ? restored(set) : revoked(set, reason)
        do {
            let outcome = try test.register.writing {
                try undo ? $0.restore(set, reason: reason, at: clock) : $0.revoke(set, reason: reason, at: clock)
            }
            #expect(outcome.changed.count == expected, "\(set) \(undo)")
        } catch {
            #expect(expected == nil, "\(set) \(undo): \(error)")
            refusals += 1
        }
    }

    private mutating func revoked(_ set: CardSet, _ reason: String) -> Int? {
        let clock = test.clock
        switch set {
        case .serials(let serials):
            let unique = serials.enumerated().filter { !serials[..<$0.offset].contains($0.element) }.map(\.element)
            return (try? model.revoke(unique, reason, clock)).map { unique.count }
        case .household, .run:
            guard model.cards.contains(where: { Self.isIn(set, $0) }) else { return nil }
            return model.revoke(where: { Self.isIn(set, $0) }, reason, clock)
        }
    }

    private mutating func restored(_ set: CardSet) -> Int? {
        let clock = test.clock
        switch set {
        case .serials(let serials):
            let unique = serials.enumerated().filter { !serials[..<$0.offset].contains($0.element) }.map(\.element)
            return (try? model.restore(unique, clock)).map { unique.count }
        case .household, .run:
            guard model.cards.contains(where: { Self.isIn(set, $0) }) else { return nil }
            return model.restore(where: { Self.isIn(set, $0) }, clock)
        }
    }

    private static func isIn(_ set: CardSet, _ card: RegisterModel.Card) -> Bool {
        switch set {
        case .serials(let serials): serials.contains(card.serial)
        case .household(let household): !card.isForgotten && "HK-\(card.person / 3)" == household
        case .run(let run): card.run == run
        }
    }

    private mutating func changeKey() throws {
        let (key, clock) = (Self.keys[below(2)], test.clock)
        guard chance(40) else {
            let expected = try? model.uncut(key, clock)
            let kept = try? test.register.writing { try $0.restore(key: key, reason: "found", at: clock) }
            #expect(kept?.count == expected)
            return
        }
        let moment = clock.adding(seconds: Int64(below(10 * 86_400)) - 9 * 86_400)
        model.cut(key, moment)
        let coverage = try test.register.writing {
            try $0.revoke(key: key, before: moment, reason: "stolen", at: clock)
        }
        let signed = model.cards.filter { $0.key == key }
        #expect(
            coverage.covered == signed.count { model.isCut($0) } && coverage.later == signed.count { !model.isCut($0) })
    }

    private mutating func forget() throws {
        let serial = someSerials()[0]
        let expected: Void? = try? model.forget(serial)
        let forgotten = try? test.register.writing { try $0.forget(serial, reason: "asked", at: test.clock) }
        #expect((forgotten == nil) == (expected == nil))
    }

    /// Compares everything.
    func check() throws {
        let clock = test.clock
        try test.register.reading { register in
            var good: Set<Int64> = []
            for card in model.cards {
                let found = try #require(try register.card(card.serial))
                #expect(found.state(at: clock) == model.state(card, clock), "\(card) but \(found)")
                #expect((found.record == nil) == card.isForgotten && found.run == card.run)
                #expect(
                    found.revocation?.isByKey == (model.state(card, clock) == .revoked ? card.revocation == nil : nil))
                #expect(
                    try register.revokes(card.serial, signedBy: card.key, issued: card.issued)
                        == (model.state(card, clock) == .revoked))
                if found.state(at: clock) == .valid {
                    #expect(good.insert(found.holder).inserted, "a second good card: \(found)")
                }
            }
            let counts = try register.count(at: clock).localities.map(\.cards)
            let states = model.cards.map { model.state($0, clock) }
            #expect(counts.reduce(0) { $0 + $1.valid } == states.count { $0 == .valid })
            #expect(counts.reduce(0) { $0 + $1.expired } == states.count { $0 == .expired })
            #expect(counts.reduce(0) { $0 + $1.revoked } == states.count { $0 == .revoked })
            let listed = model.cards.filter { $0.revocation != nil && $0.expires >= clock }.map(\.serial).sorted()
            #expect(try register.revokedSerials(at: clock) == listed && register.cutOffs == model.cutOffs)
        }
        for person in 0..<Self.people {
            switch (try decision(on: person), model.good(person, clock)) {
            case (.without(let issue), nil):
                #expect(!model.cards.contains { $0.serial == issue.serial })
            case (.holding(let card, _), let good?):
                #expect(card.serial == good.serial && (good.isForgotten || good.version == versions[person] ?? 0))
            case (.changed(let card, let issue), let good?):
                #expect(card.serial == good.serial && good.version != versions[person] ?? 0)
                #expect(!model.cards.contains { $0.serial == issue.serial })
            case let (standing, good): Issue.record("\(standing) where the model has \(String(describing: good))")
            }
        }
    }
}
