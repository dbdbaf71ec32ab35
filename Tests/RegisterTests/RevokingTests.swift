import Payload
import TestSupport
import Testing

@testable import Register

@Suite("Revoking and undoing")
struct RevokingTests {
    private var test: TestRegister

    init() throws { test = try TestRegister() }

    private func state(_ serial: Serial) throws -> RegisteredCard.State? {
        try test.register.reading { try $0.card(serial)?.state(at: test.clock) }
    }

    private func revoke(_ set: CardSet, _ reason: String = "lost") throws -> SetOutcome {
        try test.register.writing { try $0.revoke(set, reason: reason, at: test.clock) }
    }

    private func restore(_ set: CardSet) throws -> SetOutcome {
        try test.register.writing { try $0.restore(set, reason: "found", at: test.clock) }
    }

    /// Gives a person another card, whatever the first is good for.
    private mutating func reissue(_ serial: Serial) throws -> Serial {
        test.clock = test.clock.adding(seconds: 60)
        let issue = try test.register.reading {
            try $0.reissue(of: serial, key: test.serialKey, at: test.clock).issuance
        }
        try test.run([issue])
        return issue.serial
    }

    private func issue(_ names: String..., household: String = "HK-1") throws -> [Serial] {
        try names.map { try test.issue(TestRegister.person($0, household: household)) }
    }

    @Test("of serials all are revoked or none, and every one that cannot be is named")
    func allOrNothing() throws {
        let serials = try issue("An", "Bình", "Chi")
        let unknown = try #require(Serial(rawValue: 1))
        _ = try revoke(.serials([serials[1]]))
        let error = #expect(throws: SerialFaults.self) { _ = try revoke(.serials([serials[0], unknown, serials[1]])) }
        #expect(error?.errors == [.unknownSerial(unknown), .alreadyRevoked(serials[1])])
        #expect(try state(serials[0]) == .valid)
        let outcome = try revoke(.serials([serials[0], serials[2], serials[0]]))
        #expect(outcome.changed.map(\.serial) == [serials[0], serials[2]])
        #expect(outcome.changed.allSatisfy { $0.revocation?.reason == "lost" })
    }

    @Test("undoing names what is not revoked, and changes nothing then")
    func notRevoked() throws {
        let serials = try issue("An", "Bình")
        _ = try revoke(.serials([serials[0]]))
        let error = #expect(throws: SerialFaults.self) { _ = try restore(.serials(serials)) }
        #expect(error?.errors == [.notRevoked(serials[1])])
        #expect(try state(serials[0]) == .revoked)
        #expect(try restore(.serials([serials[0]])).changed.map(\.serial) == [serials[0]])
        #expect(try state(serials[0]) == .valid)
    }

    @Test("of a household those are revoked that are good; undoing takes back what was revoked together")
    func household() throws {
        let serials = try issue("An", "Bình", "Chi")
        _ = try issue("Dung", household: "HK-2")
        _ = try revoke(.serials([serials[0]]), "stolen")
        let outcome = try revoke(.household("hk-1"), "moved")
        #expect(outcome.changed.map(\.serial) == Array(serials[1...]) && outcome.asides == [.alreadyRevoked: 1])
        let undone = try restore(.household("HK-1"))
        #expect(undone.changed.map(\.serial) == Array(serials[1...]) && undone.asides == [.revokedOtherwise: 1])
        #expect(try serials.map(state) == [.revoked, .valid, .valid])
        #expect(throws: RegisterError.unknownHousehold("HK-3")) { _ = try revoke(.household("HK-3")) }
    }

    @Test("of a run those are revoked that are good")
    mutating func run() throws {
        let issues = try ["An", "Bình"].map { name -> Issuance in
            guard case .without(let issue) = try test.decision(on: TestRegister.person(name)) else {
                throw TestRegister.Unexpected.standing
            }
            return issue
        }
        let run = try test.run(issues, days: 10)
        _ = try revoke(.serials([issues[0].serial]), "stolen")
        #expect(try revoke(.run(run)).changed.map(\.serial) == [issues[1].serial])
        _ = try restore(.run(run))
        test.clock = test.clock.adding(seconds: 11 * 86_400)
        #expect(try revoke(.run(run)).asides == [.alreadyRevoked: 1, .expired: 1])
        #expect(throws: RegisterError.unknownRun(9)) { _ = try revoke(.run(9)) }
    }

    @Test("a card that was replaced stays revoked while its successor is good")
    mutating func replaced() throws {
        let old = try issue("An")[0]
        let new = try reissue(old)
        let error = #expect(throws: SerialFaults.self) { _ = try restore(.serials([old])) }
        #expect(error?.errors == [.replaced(old, by: new)])
        _ = try revoke(.serials([new]))
        _ = try restore(.serials([old]))
        #expect(try state(old) == .valid && state(new) == .revoked)
    }

    @Test("of two revoked cards of one holder one alone becomes good")
    mutating func twoOfOne() throws {
        let old = try issue("An")[0]
        _ = try revoke(.serials([old]))
        let new = try reissue(old)
        _ = try revoke(.serials([new]), "lost")
        let error = #expect(throws: SerialFaults.self) { _ = try restore(.serials([old, new])) }
        #expect(error?.errors == [.replaced(old, by: new)])
        #expect(try state(old) == .revoked && state(new) == .revoked)
    }

    @Test("a key's cut-off covers what it signed before, and is undone with all but replaced cards")
    mutating func key() throws {
        let serials = try issue("An", "Bình")
        let start = test.clock
        let key = try test.signingKey
        func cutOff(_ moment: Timestamp) throws -> KeyCoverage {
            try test.register.writing { try $0.revoke(key: key, before: moment, reason: "stolen", at: test.clock) }
        }
        #expect(try cutOff(start) == KeyCoverage(covered: 0, later: 2))
        #expect(try cutOff(start.adding(seconds: 1)) == KeyCoverage(covered: 2, later: 0))
        #expect(try cutOff(start.adding(seconds: -5)) == KeyCoverage(covered: 2, later: 0))
        #expect(try serials.map(state) == [.revoked, .revoked])
        #expect(try revoke(.household("HK-1")).asides == [.alreadyRevoked: 2])
        let new = try reissue(serials[0])
        #expect(try state(new) == .valid)
        let kept = try test.register.writing { try $0.restore(key: key, reason: "found", at: test.clock) }
        #expect(kept == [serials[0]])
        #expect(try [serials[0], serials[1], new].map(state) == [.revoked, .valid, .valid])
        #expect(throws: RegisterError.noCutOff(key)) {
            _ = try test.register.writing { try $0.restore(key: key, reason: "", at: test.clock) }
        }
    }

    @Test("a newer card that a cut-off covers does not become a second good one")
    mutating func restoredOlder() throws {
        let old = try issue("An")[0]
        let new = try reissue(old)
        let key = try test.signingKey
        let start = test.clock
        // The cut-off is of the newer card alone once the older is restored under a later moment.
        try test.register.writing {
            _ = try $0.revoke(key: key, before: start.adding(seconds: 1), reason: "", at: start)
        }
        _ = try restore(.serials([old]))
        #expect(try state(old) == .revoked && state(new) == .revoked)
        let kept = try test.register.writing { try $0.restore(key: key, reason: "", at: start) }
        #expect(kept == [old])
        #expect(try state(old) == .revoked && state(new) == .valid)
    }

    @Test("the history of a card tells of it alone")
    mutating func history() throws {
        let old = try issue("An")[0]
        let key = try test.signingKey
        let start = test.clock
        try test.register.writing {
            _ = try $0.revoke(key: key, before: start.adding(seconds: 1), reason: "stolen", at: start)
            _ = try $0.restore(key: key, reason: "found", at: start)
        }
        let new = try reissue(old)
        _ = try revoke(.serials([new]))
        _ = try restore(.serials([new]))
        let kinds = try test.register.reading { snapshot in
            try [old, new].map { try snapshot.history(of: $0).map(\.kind) }
        }
        #expect(kinds[0] == [.issued, .printed, .keyRevoked, .keyRestored, .revoked])
        #expect(kinds[1] == [.reissued, .printed, .revoked, .restored])
        let prints = try test.register.reading { try $0.prints(of: new) }
        #expect(prints == [PrintedPosition(run: 2, file: "a.pdf", page: 1, position: 1)])
    }

    @Test("another process's revocation is seen at once")
    func live() throws {
        let serial = try issue("An")[0]
        let gate = try Register(path: test.register.path, key: test.keyring.registerKey(), access: .reading)
        let (key, clock) = (try test.signingKey, test.clock)
        #expect(try !gate.revokes(serial, signedBy: key, issued: clock))
        _ = try revoke(.serials([serial]))
        #expect(try gate.revokes(serial, signedBy: key, issued: clock))
        _ = try restore(.serials([serial]))
        #expect(try !gate.revokes(serial, signedBy: key, issued: clock))
    }
}
