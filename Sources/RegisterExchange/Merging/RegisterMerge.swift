import GRDB
import Messages
import Payload
import Register

/// One register's entries taken over into another, in the order of their log, with what they are about.
///
/// Cards, holders and files get the numbers after those that are here, in the same order; a known card is found by its
/// serial.
final class RegisterMerge {
    let target: Register.Transaction
    let source: Register.Snapshot
    let clock: Timestamp
    let common: CommonPart
    /// The greatest numbers here before anything came over.
    let before: RowNumbers
    /// The runs that came over, by their numbers there.
    private(set) var runs: [Int64: Int64] = [:]
    /// Whether any card may be good again that was revoked here.
    private(set) var undoes = false

    private let file: String
    private let office: Office
    private let cards: CardMerge
    private let log: LogReader
    private let addPrint: Statement
    private var outcome: MergeOutcome

    /// What an office signs with, and for whom.
    struct Office {
        var keys: Set<KeyID>
        var unit: UnitCode
    }

    init(
        of source: Register.Snapshot, file: String, into target: Register.Transaction, office: Office,
        at clock: Timestamp
    ) throws {
        (self.source, self.file, self.target, self.office, self.clock) = (source, file, target, office, clock)
        common = try CommonPart(of: source, and: target.snapshot)
        before = try RowNumbers(target.db)
        cards = try CardMerge(of: source, into: target, common: common.rows, before: before)
        log = LogReader(target.db, target.key)
        addPrint = try PrintRow.insertion(target.db)
        outcome = MergeOutcome(path: file, gained: 0, cards: 0, runs: [])
    }

    /// Takes everything over that is not here; throws `RegisterError.merging` where it contradicts what is here.
    func carriedOut() throws -> MergeOutcome {
        let last = try source.lastEntry
        guard common.entries < last else { return outcome }
        do {
            if let run = try source.uncommittedRuns.first { throw MergeConflict.uncommittedRun(run.number) }
            let entries = try EventRow.fetchCursor(
                source.db, sql: EventRow.select("WHERE id > ? ORDER BY id"), arguments: [common.entries])
            while let row = try entries.next() { try take(row.entry, number: row.id) }
            try confirmHolders()
        } catch let conflict as MergeConflict {
            throw RegisterError.merging(path: file, conflict)
        }
        try takePeople()
        if let list = try RevocationListRow.last(source.db) { try target.take(list) }
        try target.log.add(LogEntry(.merged, clock, detail: try source.head))
        outcome.gained = last - common.entries
        outcome.cards = cards.count
        outcome.runs = runs.sorted { $0.key < $1.key }.map { .init(there: Int($0.key), here: Int($0.value)) }
        return outcome
    }

    // MARK: Entries

    private func take(_ entry: LogEntry, number: Int64) throws {
        var new = entry
        if entry.kind == .ran, entry.detail != nil {
            // That a run is committed which is here already was logged here too.
            guard let run = entry.run.flatMap({ runs[$0] }) else { return }
            new.run = run
            try target.log.add(new)
            return
        }
        new.run = try entry.run.map(run)
        new.card = try entry.card.map(cards.number)
        new.file = try entry.file.map(self.file)
        switch entry.kind {
        case .issued, .reissued:
            guard let card = entry.card, let run = new.run else { throw Self.stray(number) }
            new.subject = try cards.add(card, run: run)
        case .printed:
            guard let file = entry.file else { throw Self.stray(number) }
            try add(file)
            guard let subject = try log.sealedFile(of: new) else { throw Self.stray(number) }
            new.subject = subject
        case .reprinted, .merged: break
        case .revoked:
            guard let card = new.card else { throw Self.stray(number) }
            try target.mark(card: card, revokedBy: try target.log.add(new))
            return
        case .restored:
            guard let here = new.card, let there = entry.card else { throw Self.stray(number) }
            try confirmUndoing(of: here, there, before: number)
            try target.mark(card: here, revokedBy: nil)
            undoes = true
        case .keyRevoked:
            guard let key = entry.key, let moment = entry.moment else { throw Self.stray(number) }
            try target.widen(CutOffRow(key: key, moment: moment, event: try target.log.add(new)))
            return
        case .keyRestored:
            guard let key = entry.key else { throw Self.stray(number) }
            try confirmUndoing(of: key, before: number)
            try target.removeCutOff(key)
            undoes = true
        case .keyMade, .keyRetired:
            let known = "SELECT 1 FROM event WHERE kid = ? AND kind = ? AND moment IS ?"
            let arguments: StatementArguments = [entry.key, entry.kind, entry.moment]
            if try Int.fetchOne(target.db, sql: known, arguments: arguments) != nil { return }
        case .forgotten:
            guard let id = new.card, let card = try CardRow.fetchOne(target.db, number: id) else {
                throw Self.stray(number)
            }
            // What is forgotten in the other register came over without a name.
            if card.name != nil, let card = try target.snapshot.confirmedCard(number: id) { try target.erase(card.row) }
            new.subject = try target.remains(of: card)
        case .ran:
            guard let subject = try log.sealedRun(of: new) else { throw Self.stray(number) }
            new.subject = subject
        }
        try target.log.add(new)
    }

    /// The number here of a run; it comes over when it is first asked for, and keeps its number where that is free.
    private func run(_ there: Int64) throws -> Int64 {
        if let here = runs[there] { return here }
        var run = try RunRow.known(source.db, number: there)
        // A run that this office could not have made.
        guard office.keys.contains(run.key) else { throw MergeConflict.unknownKey(run.key) }
        guard run.unit == office.unit else { throw MergeConflict.otherUnit(run.unit) }
        let isTaken = try Int.fetchOne(target.db, sql: "SELECT 1 FROM run WHERE id = ?", arguments: [there]) != nil
        if isTaken { run.id = try RunRow.greatestNumber(target.db) + 1 }
        try run.insert(target.db)
        runs[there] = run.id
        return run.id
    }

    private func file(_ there: Int64) throws -> Int64 {
        guard there > common.rows.file else {
            throw DamagedRow(en: "file \(there) was printed before", vi: "tệp số \(there) đã in trước đó")
        }
        return there - common.rows.file + before.file
    }

    private func add(_ there: Int64) throws {
        var row = try FileRow.known(source.db, number: there)
        (row.id, row.run) = (try file(there), try run(row.run))
        try row.insert(target.db)
        let prints = try PrintRow.fetchCursor(source.db, inFile: there)
        while var print = try prints.next() {
            (print.file, print.card) = (row.id, try cards.number(print.card))
            try print.insert(by: addPrint)
        }
    }

    // MARK: Undone revocations

    /// Throws where a card is revoked here by another revocation than one that was undone there.
    private func confirmUndoing(of here: Int64, _ there: Int64, before number: Int64) throws {
        guard let card = try CardRow.fetchOne(target.db, number: here), let revoked = card.revoked,
            let standing = try EventRow.fetchOne(target.db, number: revoked)?.entry
        else { return }
        let same = "SELECT 1 FROM event WHERE card = ? AND kind = 5 AND id < ? AND at = ? AND detail IS ?"
        let arguments: StatementArguments = [there, number, standing.time, standing.detail]
        guard try Int.fetchOne(source.db, sql: same, arguments: arguments) == nil,
            let serial = Serial(wholeNumber: card.serial)
        else { return }
        throw MergeConflict.revokedAgain(serial)
    }

    /// Throws where a key's cards are revoked here by another revocation than one that was undone there.
    private func confirmUndoing(of key: KeyID, before number: Int64) throws {
        guard let cutOff = try CutOffRow.fetchOne(target.db, key),
            let standing = try EventRow.fetchOne(target.db, number: cutOff.event)?.entry
        else { return }
        let same = "SELECT 1 FROM event WHERE kid = ? AND kind = 7 AND id < ? AND at = ? AND moment = ? AND detail IS ?"
        let arguments: StatementArguments = [key, number, standing.time, standing.moment, standing.detail]
        guard try Int.fetchOne(source.db, sql: same, arguments: arguments) == nil else { return }
        throw MergeConflict.keyRevokedAgain(key)
    }

    private static func stray(_ entry: Int64) -> DamagedRow {
        DamagedRow(
            en: "entry \(entry) is about something that is not there", vi: "mục \(entry) nói đến một nội dung không có")
    }
}
