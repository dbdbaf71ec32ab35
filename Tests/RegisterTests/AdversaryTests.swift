import Files
import Foundation
import GRDB
import Payload
import TestSupport
import Testing

@testable import Register
@testable import RegisterExchange
@testable import RegisterQueries

/// Whoever writes the file without the key makes nothing good, and what was changed is not made whole by the next command.
///
/// Each reading either is refused or says what it said before; each writing either is refused or leaves what
/// `register verify` names.
@Suite("An adversary who writes the register") struct AdversaryTests {
    private let eventful: EventfulRegister
    private let truth: Truth
    private let head: LogHead

    private var register: Register { eventful.register }

    init() throws {
        eventful = try EventfulRegister()
        let clock = eventful.test.clock
        try eventful.register.writing {
            _ = try $0.nextRevocationList(issued: clock, nextUpdate: clock.adding(seconds: 604_800), serials: 1)
        }
        truth = try Truth(eventful)
        head = try eventful.register.reading { try $0.logHead }
    }

    /// What a register says, all of which its keys have made.
    private struct Truth {
        var cards: [Serial: RegisteredCard] = [:]
        var histories: [Serial: [Event]] = [:]
        var prints: [Serial: [PrintedPosition]] = [:]
        var revoked: [Serial]
        var cutOffs: [KeyID: Timestamp]
        var counts: RegisterCount
        let clock: Timestamp
        let test: TestRegister

        init(_ eventful: EventfulRegister) throws {
            test = eventful.test
            let clock = eventful.test.clock.adding(seconds: 3600)
            self.clock = clock
            (revoked, cutOffs, counts) = try eventful.register.reading {
                (try $0.revokedSerials(at: clock), try $0.cutOffs, try $0.count(at: clock))
            }
            let serials = try eventful.register.reading { snapshot in
                try (1...9).flatMap { try snapshot.cards(issuedIn: $0).map(\.serial) }
            }
            for serial in serials {
                try eventful.register.reading { snapshot in
                    cards[serial] = try snapshot.card(serial)
                    histories[serial] = try snapshot.history(of: serial)
                    prints[serial] = try snapshot.prints(of: serial)
                }
            }
        }

        /// Whether somebody with a good card has it still, and gets no other.
        private func stands(_ snapshot: Register.Snapshot) throws -> Bool {
            let person = TestRegister.person("Nguyễn Thị Hương 7", household: "HK-2", birth: "1987-02-28")
            let decision = try snapshot.decision(
                on: test.holder(person), record: person, unit: TestRegister.unit, key: test.serialKey, at: clock)
            guard case .holding(let card, _) = decision else { return false }
            return isKnown(card)
        }

        /// Readings, each of which gives whether it says nothing that the keys did not make.
        var readings: [(name: String, isTrue: (Register.Snapshot) throws -> Bool)] {
            var readings: [(String, (Register.Snapshot) throws -> Bool)] = [
                ("list", { [revoked, clock] in try $0.revokedSerials(at: clock) == revoked }),
                ("cut-offs", { [cutOffs] in try $0.cutOffs == cutOffs }),
                ("find", { try $0.find("huong", limit: 20).holders.joined().allSatisfy(isKnown) }),
                ("household", { try $0.cards(household: "HK-1").allSatisfy(isKnown) }),
                ("run", { try $0.cards(issuedIn: 8).allSatisfy(isKnown) }),
                ("sheets", { try $0.printed(in: 9).map(\.card).allSatisfy(isKnown) }),
                ("standing", stands),
                ("runs", { try $0.uncommittedRuns.isEmpty }),
            ]
            for (serial, card) in cards.sorted(by: { $0.key < $1.key }) {
                readings += [
                    (
                        "gate \(serial)",
                        {
                            try $0.revokes(serial, signedBy: card.key, issued: card.issued) == (card.revocation != nil)
                        }
                    ),
                    ("card \(serial)", { try $0.card(serial).map(isKnown) ?? true }),
                    (
                        "history \(serial)",
                        { [histories] in
                            try $0.history(of: serial).allSatisfy { histories[serial]?.contains($0) == true }
                        }
                    ),
                    (
                        "prints \(serial)",
                        { [prints] in
                            try $0.prints(of: serial).allSatisfy { prints[serial]?.contains($0) == true }
                        }
                    ),
                    (
                        "reprint \(serial)",
                        {
                            let known = try $0.reprintable(serial, at: clock).card
                            return isKnown(known) && card.revocation == nil
                        }
                    ),
                    (
                        "reissue \(serial)",
                        {
                            let (known, issuance) = try $0.reissue(of: serial, key: test.serialKey, at: clock)
                            return isKnown(known) && issuance.record == card.record && cards[issuance.serial] == nil
                        }
                    ),
                ]
            }
            return readings.map { (name: $0.0, isTrue: $0.1) }
        }

        /// What commands write, one kind after the other.
        func writings(revoked: Serial) throws -> [(Register.Transaction) throws -> Void] {
            let (clock, test, key) = (clock, test, try test.signingKey)
            let good = cards.values.filter { $0.revocation == nil && $0.record != nil }.map(\.serial).sorted()
            func run(_ command: String, _ issuance: Issuance, _ transaction: Register.Transaction) throws {
                let run = Run(
                    command: command, kind: .card, template: "commune", key: key, algorithm: .hmac256,
                    unit: TestRegister.unit, nameForm: .full, clock: clock, expires: clock.adding(seconds: 86_400),
                    folder: "/out", rows: 1)
                let number = try transaction.register(run, reason: "replaced") { add in
                    try add(
                        Run.File(name: "n.pdf", sheets: 1, sha256: Array(0..<32)),
                        [Run.Item(issuance: issuance, page: 1, position: 1)])
                }
                try transaction.commit(number)
            }
            return [
                { try $0.note(.keyMade, key: KeyID(rawValue: 5), detail: "more", at: clock) },
                { try $0.revoke(good[0], reason: "lost", at: clock) },
                { try $0.restore(revoked, reason: "found", at: clock) },
                { try $0.forget(good[1], reason: "asked for", at: clock) },
                { try $0.revoke(key: key, before: clock, reason: "stolen", at: clock) },
                { try $0.restore(key: key, reason: "found", at: clock) },
                { _ = try $0.nextRevocationList(issued: clock, nextUpdate: clock, serials: 1) },
                { transaction in
                    let person = TestRegister.person("Lê Thị Mới", household: "HK-77")
                    let decision = try transaction.snapshot.decision(
                        on: test.holder(person), record: person, unit: TestRegister.unit, key: test.serialKey, at: clock
                    )
                    guard case .without(let issuance) = decision else { return }
                    try run("cards", issuance, transaction)
                },
                { transaction in
                    let issuance = try transaction.snapshot.reissue(of: good[0], key: test.serialKey, at: clock)
                        .issuance
                    try run("reissue", issuance, transaction)
                },
                { transaction in
                    let (card, holder) = try transaction.snapshot.reprintable(good[0], at: clock)
                    guard let record = card.record else { return }
                    try run(
                        "reprint",
                        Issuance(
                            serial: card.serial, number: card.number, reason: .again, holder: holder,
                            knownHolder: card.holder, record: record), transaction)
                },
            ]
        }

        private func isKnown(_ card: RegisteredCard) -> Bool { cards[card.serial] == card }
    }

    /// What came of attacks, by their SQL.
    private struct Outcome {
        var tried = 0
        var untrue: [String] = []
        var unnamed: [String] = []
        var madeWhole: [String] = []
    }

    /// The view that a command has, held to what is sealed and to the end that is kept beside the register.
    private func view(_ db: Database) throws -> Register.Snapshot {
        var snapshot = Register.Snapshot(db, register.key)
        try snapshot.log.confirm(head)
        snapshot.state = try snapshot.log.confirmedEnd().state
        return snapshot
    }

    /// Lets something be done in a transaction that is undone then.
    private func trying(_ db: Database, _ body: () throws -> Void) throws {
        try db.inSavepoint {
            try body()
            return .rollback
        }
    }

    private func isRefused(_ body: () throws -> Void) -> Bool {
        do {
            try register.naming(body)
            return false
        } catch is RegisterError { return true } catch { return error is SerialFaults }
    }

    /// Does everything after an attack that has changed something.
    ///
    /// The gate and the list are asked each time, of the other readings every seventh, and the check every `share` times,
    /// which come to all over the many attacks on one row.
    private func judge(_ attack: Adversary.Attack, _ db: Database, _ outcome: inout Outcome, share: Int) throws {
        outcome.tried += 1
        let name = attack.description
        let isChecked = outcome.tried % share == 0
        var snapshot: Register.Snapshot?
        if !isRefused({ snapshot = try view(db) }), let snapshot {
            for (number, reading) in truth.readings.enumerated()
            where number == 0 || reading.name == "gate \(eventful.revoked)" || number % 7 == outcome.tried % 7 {
                var isTrue = true
                if !isRefused({ isTrue = try reading.isTrue(snapshot) }), !isTrue {
                    outcome.untrue.append("\(reading.name): \(name)")
                }
            }
        }
        if isChecked, try Register.Snapshot(db, register.key).check().isGood,
            isRefused({ _ = try view(db) }) == false
        {
            outcome.unnamed.append(name)
        }
        // Whatever is written afterwards makes nothing whole.
        guard isChecked else { return }
        try trying(db) {
            let isWritten = !isRefused {
                let transaction = try Register.Transaction(db, register.key)
                try transaction.snapshot.log.confirm(head)
                let writings = try truth.writings(revoked: eventful.revoked)
                try writings[outcome.tried / share % writings.count](transaction)
                try transaction.log.end()
            }
            if isWritten, try Register.Snapshot(db, register.key).check().isGood {
                outcome.madeWhole.append(name)
            }
        }
    }

    private func outcome(
        of attacks: (Adversary) throws -> [Adversary.Attack], checking share: Int = 1
    ) throws -> Outcome {
        try register.queue.inDatabase { db in
            var outcome = Outcome()
            for attack in try attacks(Adversary(db: db)) {
                try trying(db) {
                    let before = db.totalChangesCount
                    // Who writes the file can also turn its rules off.
                    try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
                    defer { try? db.execute(sql: "PRAGMA ignore_check_constraints = OFF") }
                    do { try db.execute(sql: attack.sql, arguments: attack.arguments) } catch let error as DatabaseError
                        where [.SQLITE_CONSTRAINT, .SQLITE_MISMATCH].contains(error.resultCode)
                    {
                        return
                    }
                    try db.execute(sql: "PRAGMA ignore_check_constraints = OFF")
                    guard db.totalChangesCount > before else { return }
                    try judge(attack, db, &outcome, share: share)
                }
            }
            return outcome
        }
    }

    private func expectNothing(_ outcome: Outcome, tried least: Int) {
        #expect(outcome.tried >= least)
        #expect(outcome.untrue == [])
        #expect(outcome.unnamed == [])
        #expect(outcome.madeWhole == [])
    }

    // The check after each change of a single value is TamperingTests'.
    @Test("every change of a value") func values() throws {
        expectNothing(try outcome(of: { try $0.changes() }, checking: 9), tried: 2500)
    }

    @Test("every row removed or added") func rows() throws {
        expectNothing(try outcome(of: { try $0.rows() }), tried: 150)
    }

    @Test("rows and values swapped") func swaps() throws {
        expectNothing(try outcome(of: { try $0.swaps() }, checking: 4), tried: 200)
    }

    @Test("the log cut, with the tables") func cuts() throws {
        expectNothing(try outcome(of: { try $0.cuts(ends: eventful.ends) }, checking: 2), tried: 100)
        expectNothing(try outcome(of: { _ in Adversary.sweeps }), tried: 15)
    }
}
