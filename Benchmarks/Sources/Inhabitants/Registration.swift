public import Mocban
public import Payload
import Register
import RegisterQueries

/// Registers people as `mocban cards` does, without reading a roster and drawing cards.
public struct Registration {
    /// Invented people as a run knows them once it has read its roster.
    public struct Residents: Sendable {
        fileprivate let people: ArraySlice<(record: Record, holder: Holder)>
        fileprivate let counts: [Locality: Int]

        fileprivate init(_ people: ArraySlice<(record: Record, holder: Holder)>) {
            self.people = people
            counts = people.reduce(into: [:]) { counts, person in counts[person.record.locality, default: 0] += 1 }
        }

        /// The first of them.
        public func prefix(_ count: Int) -> Residents { Residents(people.prefix(count)) }
    }

    private let office: Office
    private let clock: Timestamp
    private let serialKey: SerialKey
    private let signingKey: KeyID
    private let names = Names()

    // As many as a run draws into a PDF file.
    private static let cardsInFile = 1_000
    private static let cardsOnSheet = 10

    /// Registers into an office, as of a clock.
    public init(office: Office, clock: Timestamp) throws {
        self.office = office
        self.clock = clock
        let keyring = try office.keyring()
        serialKey = try keyring.serialKey()
        signingKey = try keyring.signingKey(for: .card, algorithm: .hmac256, at: clock).id
    }

    /// Makes up the people of these numbers.
    public func residents(_ numbers: Range<Int>) -> Residents {
        let people = numbers.map { number in
            let person = Inhabitant(number, names: names)
            return (record: person.record, holder: person.holder(serialKey))
        }
        return Residents(people[...])
    }

    /// Registers a run for people; throws `RegisterError` where somebody has a card already.
    public func register(_ residents: Residents) throws {
        let people = residents.people
        let register = try office.register(.writing)
        let issuances = try register.reading { snapshot in
            let isEmpty = try snapshot.isEmpty
            let issuances = try people.map { person -> Issuance in
                guard !isEmpty else {
                    return .first(person.holder, record: person.record, unit: unit, key: serialKey)
                }
                let decision = try snapshot.decision(
                    on: person.holder, record: person.record, unit: unit, key: serialKey, at: clock)
                guard case .without(let issuance) = decision else {
                    throw RegisterError.serialTaken(serial(of: decision))
                }
                return issuance
            }
            let newcomers = zip(people, issuances).filter { $0.1.knownHolder == nil && $0.0.holder.isWithoutID }
            if !isEmpty { _ = try snapshot.corrected(newcomers.map(\.0.record)) { _ in false } }
            return issuances
        }
        let run = try register.writing { transaction in
            try add(issuances, people: residents.counts, to: transaction, rows: people.count)
        }
        try register.writing { try $0.commit(run) }
    }

    /// Registers one run of very many people, made up as they are added, to see what memory that takes.
    public func registerAtOnce(_ numbers: Range<Int>) throws {
        let register = try office.register(.writing)
        try register.writing { transaction in
            let run = try transaction.register(run(rows: numbers.count), reason: "") { add in
                for start in stride(from: numbers.lowerBound, to: numbers.upperBound, by: Self.cardsInFile) {
                    let end = min(start + Self.cardsInFile, numbers.upperBound)
                    try add(file(start), items((start..<end).map(first)))
                }
            }
            try transaction.commit(run)
        }
    }

    private var unit: UnitCode { office.configuration.unit }

    private func first(_ number: Int) -> Issuance {
        let person = Inhabitant(number, names: names)
        return .first(person.holder(serialKey), record: person.record, unit: unit, key: serialKey)
    }

    private func add(
        _ issuances: [Issuance], people: [Locality: Int], to transaction: Register.Transaction, rows: Int
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

    private func serial(of decision: IssuanceDecision) -> Serial {
        switch decision {
        case .without(let issuance), .changed(_, let issuance): issuance.serial
        case .holding(let card, _): card.serial
        }
    }
}
