import Mocban
import Payload
import Register

/// Registers people as `mocban cards` does, without reading a roster and drawing cards.
struct Registration {
    private let office: Office
    private let clock: Timestamp
    private let serialKey: SerialKey
    private let signingKey: KeyID
    private let names = Names()

    // As many as a run draws into a PDF file.
    private static let cardsInFile = 1_000
    private static let cardsOnSheet = 10

    init(office folder: String, clock: Timestamp) throws {
        office = try Office(folder: folder)
        self.clock = clock
        let keyring = try office.keyring()
        serialKey = try keyring.serialKey()
        signingKey = try keyring.signingKey(for: .card, algorithm: .hmac256, at: clock).id
    }

    /// Registers a run for these people.
    ///
    /// - Parameter numbers: who.
    /// - Returns: The processing and the time that the register's part took, without making the people up.
    /// - Throws: `RegisterError`, where somebody has a card already.
    func register(_ numbers: Range<Int>) throws -> Stopwatch.Reading {
        let people = numbers.map { number in
            let person = Inhabitant(number, names: names)
            return (record: person.record, holder: person.holder(serialKey))
        }
        var counts: [Place: Int] = [:]
        for person in people { counts[person.record.place, default: 0] += 1 }
        let stopwatch = Stopwatch()
        let register = try office.register(.writing)
        let issuances = try register.reading { snapshot in
            let isEmpty = try snapshot.isEmpty
            let standings = try people.map { person -> Issuance in
                guard !isEmpty else {
                    return .first(person.holder, record: person.record, unit: unit, key: serialKey)
                }
                let standing = try snapshot.standing(
                    of: person.holder, record: person.record, unit: unit, key: serialKey, at: clock)
                guard case .without(let issuance) = standing else {
                    throw RegisterError.serialTaken(serial(of: standing))
                }
                return issuance
            }
            let newcomers = zip(people, standings).filter { $0.1.knownHolder == nil && $0.0.holder.isWithoutID }
            if !isEmpty { _ = try snapshot.corrected(newcomers.map(\.0.record)) { _ in false } }
            return standings
        }
        let run = try register.writing { transaction in
            try add(issuances, people: counts, to: transaction, rows: numbers.count)
        }
        try register.writing { try $0.settle(run) }
        return stopwatch.reading
    }

    /// Registers one run of very many people, made up as they are added, to see what memory that takes.
    func registerAtOnce(_ numbers: Range<Int>) throws {
        let register = try office.register(.writing)
        try register.writing { transaction in
            let run = try transaction.register(run(rows: numbers.count), reason: "") { add in
                for start in stride(from: numbers.lowerBound, to: numbers.upperBound, by: Self.cardsInFile) {
                    let end = min(start + Self.cardsInFile, numbers.upperBound)
                    try add(file(start), items((start..<end).map(first)))
                }
            }
            try transaction.settle(run)
        }
    }

    private var unit: UnitCode { office.configuration.unit }

    private func first(_ number: Int) -> Issuance {
        let person = Inhabitant(number, names: names)
        return .first(person.holder(serialKey), record: person.record, unit: unit, key: serialKey)
    }

    private func add(
        _ issuances: [Issuance], people: [Place: Int], to transaction: Register.Transaction, rows: Int
    ) throws -> Int {
        try transaction.register(run(rows: rows), people: people, reason: "") { add in
            for start in stride(from: 0, to: issuances.count, by: Self.cardsInFile) {
                let part = issuances[start..<min(start + Self.cardsInFile, issuances.count)]
                try add(file(start), items(Array(part)))
            }
        }
    }

    private func run(rows: Int) -> Run {
        Run(
            command: "cards", kind: .card, roster: "roster.csv", template: "commune", key: signingKey,
            algorithm: .hmac256, unit: unit, nameForm: office.configuration.nameForm, clock: clock,
            expires: clock.adding(seconds: 365 * 86_400), folder: "/", rows: rows)
    }

    private func file(_ start: Int) -> Run.File {
        Run.File(
            name: "cards-\(start / Self.cardsInFile + 1).pdf", sheets: Self.cardsInFile / Self.cardsOnSheet,
            sha256: Array(repeating: 0, count: 32))
    }

    private func items(_ issuances: [Issuance]) -> [Run.Item] {
        issuances.enumerated().map { index, issuance in
            Run.Item(
                issuance: issuance, page: index / Self.cardsOnSheet + 1, position: index % Self.cardsOnSheet + 1)
        }
    }

    private func serial(of standing: Standing) -> Serial {
        switch standing {
        case .without(let issuance), .changed(_, let issuance): issuance.serial
        case .holding(let card, _): card.serial
        }
    }
}
