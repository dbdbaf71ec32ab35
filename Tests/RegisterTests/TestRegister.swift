import Files
import Payload
import TestSupport

@testable import Register

/// A register in a folder of its own, with fixed keys, and a clock that a test moves.
struct TestRegister {
    let folder: TemporaryFolder
    let register: Register
    let keyring: Keyring
    let serialKey: SerialKey
    var clock = Timestamp(secondsSince1970: 1_636_329_600)
    static let unit: UnitCode = 19897

    init() throws {
        folder = try TemporaryFolder()
        var numbers = SeededNumbers(7)
        keyring = Keyring().generating(unit: Self.unit, at: clock, using: &numbers)
        serialKey = try keyring.serialKey()
        register = try Register(
            path: folder.path + "/register.sqlite", key: try keyring.registerKey(), access: .writing)
    }

    init(folder: TemporaryFolder, register: Register, keyring: Keyring, serialKey: SerialKey, clock: Timestamp) {
        self.folder = folder
        self.register = register
        self.keyring = keyring
        self.serialKey = serialKey
        self.clock = clock
    }

    /// The signing key of cards.
    var signingKey: KeyID { get throws { try keyring.signingKey(for: .card, algorithm: .hmac256, at: clock).id } }

    /// A person's record.
    static func person(_ name: String, household: String = "HK-1", birth: String = "1980-02-28") -> Record {
        Record(
            name: name, birth: birth, sex: "F", household: household, relation: "Chủ hộ",
            locality: Locality(commune: "Quảng Phú", hamlet: "Phú Lễ"))
    }

    /// The holder of a record.
    func holder(_ record: Record, id: String? = nil) -> Holder {
        Holder(nationalID: id, household: record.household, name: record.name, birth: record.birth, key: serialKey)
    }

    /// How a person stands.
    func decision(on record: Record, id: String? = nil) throws -> IssuanceDecision {
        try register.reading { snapshot in
            try snapshot.decision(
                on: holder(record, id: id), record: record, unit: Self.unit, key: serialKey, at: clock)
        }
    }

    /// Registers issues as a run of one file, ten on a page.
    @discardableResult
    func run(
        _ issues: [Issuance], days: Int64 = 365, key: KeyID? = nil, expires: Timestamp? = nil, shard: Shard? = nil
    ) throws -> Int {
        let run = Run(
            command: "cards", kind: .card, roster: "roster.csv", input: Array(repeating: 7, count: 32),
            template: "commune", key: try key ?? signingKey, algorithm: .hmac256, unit: Self.unit, nameForm: .full,
            clock: clock, expires: expires ?? clock.adding(seconds: days * 86_400), folder: "/out", rows: issues.count)
        return try register.writing { transaction in
            let number = try transaction.register(
                run, shard: shard, people: [Locality(commune: "Quảng Phú", hamlet: "Phú Lễ"): issues.count],
                reason: "reissued"
            ) { add in
                try add(
                    Run.File(name: "a.pdf", sheets: issues.count / 10 + 1, sha256: Array(0..<32)),
                    issues.enumerated().map { Run.Item(issuance: $1, page: $0 / 10 + 1, position: $0 % 10 + 1) })
            }
            try transaction.commit(number)
            return number
        }
    }

    /// Issues a card to a person who has none; gives its serial.
    @discardableResult
    func issue(_ record: Record, id: String? = nil, shard: Shard? = nil) throws -> Serial {
        guard case .without(let issue) = try decision(on: record, id: id) else { throw Unexpected.standing }
        try run([issue], shard: shard)
        return issue.serial
    }

    /// The good card of a person who has one.
    func held(_ record: Record, id: String? = nil) throws -> RegisteredCard {
        guard case .holding(let card, _) = try decision(on: record, id: id) else { throw Unexpected.standing }
        return card
    }

    enum Unexpected: Error { case standing }
}

extension Register.Transaction {
    /// Logs that a key was made or retired, which is not in any keyring.
    func note(_ kind: Event.Kind, key: KeyID, detail: String, at clock: Timestamp) throws {
        try log.add(
            LogEntry(kind, clock, key: key, detail: detail))
    }
}
