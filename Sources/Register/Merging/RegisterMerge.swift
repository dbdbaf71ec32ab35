import Foundation
import GRDB
import Payload

/// One register's entries taken over into another, in the order of their log, with what they are about.
///
/// Cards, holders and files get the numbers after those that are here, in the same order; a known card is found by its
/// serial.
final class RegisterMerge {
    let target: Register.Transaction
    let source: Register.Snapshot
    let clock: Timestamp
    /// What both registers have already.
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
    private let subjects: Subjects
    private let addFile, addPrint: Statement
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
        let db = target.db
        common = try CommonPart(of: source, and: target.snapshot)
        before = RowNumbers(
            card: try db.greatestNumber(in: "card"), holder: try db.greatestNumber(in: "holder"),
            file: try db.greatestNumber(in: "file"))
        cards = try CardMerge(of: source, into: target, common: common.rows, before: before)
        subjects = Subjects(db: db, key: target.key)
        addFile = try target.fileInsertion
        addPrint = try target.printInsertion
        outcome = MergeOutcome(path: file, gained: 0, cards: 0, runs: [])
    }

    /// Takes everything over that is not here.
    ///
    /// Throws `RegisterError.merging` where it contradicts what is here.
    func carriedOut() throws -> MergeOutcome {
        let last = try source.lastEntry
        guard common.entries < last else { return outcome }
        do {
            if let run = try source.unsettledRuns.first { throw MergeConflict.unsettledRun(run.number) }
            let entries = try Row.fetchCursor(
                source.db,
                sql: """
                    SELECT id, at, kind, card, run, file, kid, moment, detail FROM event WHERE id > ? ORDER BY id
                    """, arguments: [common.entries])
            while let row = try entries.next() { try take(try LogEntry(row), number: try row.decode(atIndex: 0)) }
            try confirmHolders()
        } catch let conflict as MergeConflict {
            throw RegisterError.merging(path: file, conflict)
        }
        try takePeople()
        if let list = try source.lastList { try Register.take(list, target.db) }
        try target.log.add(
            LogEntry(kind: .merged, time: clock.secondsSince1970, detail: try source.head))
        outcome.gained = last - common.entries
        outcome.cards = cards.count
        outcome.runs = runs.sorted { $0.key < $1.key }.map { .init(there: Int($0.key), here: Int($0.value)) }
        return outcome
    }

    // MARK: Entries

    private func take(_ entry: LogEntry, number: Int64) throws {
        var new = entry
        if entry.kind == .ran, entry.detail != nil {
            // That a run is settled which is here already was logged here too.
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
            guard let subject = try subjects.file(of: new) else { throw Self.stray(number) }
            new.subject = subject
        case .reprinted, .merged: break
        case .revoked:
            let revocation = try target.log.add(new)
            try target.db.execute(sql: "UPDATE card SET revoked = ? WHERE id = ?", arguments: [revocation, new.card])
            return
        case .restored:
            try confirmUndoing(of: new.card, of: entry.card, before: number)
            try target.db.execute(sql: "UPDATE card SET revoked = NULL WHERE id = ?", arguments: [new.card])
            undoes = true
        case .keyRevoked:
            let revocation = try target.log.add(new)
            try target.cutOff(entry.kid ?? 0, before: entry.moment ?? 0, entry: revocation)
            return
        case .keyRestored:
            try confirmUndoing(ofKey: entry.kid ?? 0, before: number)
            try target.db.execute(sql: "DELETE FROM cut_off WHERE kid = ?", arguments: [entry.kid])
            undoes = true
        case .keyMade, .keyRetired:
            let known = "SELECT 1 FROM event WHERE kid = ? AND kind = ? AND moment IS ?"
            let arguments: StatementArguments = [entry.kid, entry.kind.rawValue, entry.moment]
            if try Int.fetchOne(target.db, sql: known, arguments: arguments) != nil { return }
        case .forgotten:
            guard let card = new.card else { throw Self.stray(number) }
            // What is forgotten in the other register came over without a name.
            let hasName = try Bool.fetchOne(
                target.db, sql: "SELECT name IS NOT NULL FROM card WHERE id = ?", arguments: [card])
            if hasName == true, let row = try CardRow.fetch(number: card, target.snapshot) { try target.erase(row) }
            new.subject = try target.remains(of: card)
        case .ran:
            guard let subject = try subjects.run(of: new) else { throw Self.stray(number) }
            new.subject = subject
        }
        try target.log.add(new)
    }

    /// The number here of a run; it comes over when it is first asked for, and keeps its number where that is free.
    private func run(_ there: Int64) throws -> Int64 {
        if let here = runs[there] { return here }
        let isTaken = try Int.fetchOne(target.db, sql: "SELECT 1 FROM run WHERE id = ?", arguments: [there]) != nil
        let here = isTaken ? try target.db.greatestNumber(in: "run") + 1 : there
        let columns = """
            command, kind, roster, input, template, kid, algorithm, unit, name_form, clock, expires, folder, rows, printed,
            settled
            """
        let row = try Row.fetchOne(source.db, sql: "SELECT \(columns) FROM run WHERE id = ?", arguments: [there])
        guard let row else { throw DamagedRow(reason: "there is no run \(there)") }
        try confirm(key: try row.key(atIndex: 5), UnitCode(rawValue: UInt64(bitPattern: try row.decode(atIndex: 7))))
        let marks = row.databaseValues.map { _ in "?" }.joined(separator: ", ")
        try target.db.execute(
            sql: "INSERT INTO run (id, \(columns)) VALUES (?, \(marks))",
            arguments: StatementArguments([here.databaseValue] + row.databaseValues))
        runs[there] = here
        return here
    }

    /// Refuses a run that this office could not have made.
    private func confirm(key: KeyID, _ unit: UnitCode) throws(MergeConflict) {
        guard office.keys.contains(key) else { throw .unknownKey(key) }
        guard unit == office.unit else { throw .otherUnit(unit) }
    }

    private func file(_ there: Int64) throws -> Int64 {
        guard there > common.rows.file else { throw DamagedRow(reason: "file \(there) was printed before") }
        return there - common.rows.file + before.file
    }

    /// Takes over a file, with what is on its sheets.
    private func add(_ there: Int64) throws {
        let row = try Row.fetchOne(
            source.db, sql: "SELECT run, name, sheets, sha256 FROM file WHERE id = ?", arguments: [there])
        guard let row else { throw DamagedRow(reason: "there is no file \(there)") }
        let here = try file(there)
        try addFile.execute(
            arguments: StatementArguments(
                [here, try run(try row.decode(atIndex: 0))].map(\.databaseValue) + row.databaseValues.dropFirst()))
        let prints = try Row.fetchCursor(
            source.db, sql: "SELECT page, position, card FROM print WHERE file = ?", arguments: [there])
        while let print = try prints.next() {
            addPrint.setUncheckedArguments([
                here, try print.decode(Int64.self, atIndex: 0), try print.decode(Int64.self, atIndex: 1),
                try cards.number(try print.decode(atIndex: 2)),
            ])
            try addPrint.execute()
        }
    }

    // MARK: Undone revocations

    /// Throws where a card is revoked here by another revocation than one that was undone there.
    private func confirmUndoing(of here: Int64?, of there: Int64?, before number: Int64) throws {
        let standing = try Row.fetchOne(
            target.db,
            sql: "SELECT at, detail, serial FROM card JOIN event ON event.id = card.revoked WHERE card.id = ?",
            arguments: [here])
        guard let standing else { return }
        let same = "SELECT 1 FROM event WHERE card = ? AND kind = 5 AND id < ? AND at = ? AND detail IS ?"
        let arguments = StatementArguments(
            [there.databaseValue, number.databaseValue] + standing.databaseValues.prefix(2))
        guard try Int.fetchOne(source.db, sql: same, arguments: arguments) == nil else { return }
        throw MergeConflict.revokedAgain(try standing.serial(atIndex: 2))
    }

    /// Throws where a key's cards are revoked here by another revocation than one that was undone there.
    private func confirmUndoing(ofKey kid: Int64, before number: Int64) throws {
        let standing = try Row.fetchOne(
            target.db,
            sql: """
                SELECT at, event.moment, detail FROM cut_off JOIN event ON event.id = cut_off.event WHERE cut_off.kid = ?
                """, arguments: [kid])
        guard let standing else { return }
        let same = "SELECT 1 FROM event WHERE kid = ? AND kind = 7 AND id < ? AND at = ? AND moment = ? AND detail IS ?"
        let arguments = StatementArguments([kid, number].map(\.databaseValue) + standing.databaseValues)
        guard try Int.fetchOne(source.db, sql: same, arguments: arguments) == nil else { return }
        throw MergeConflict.keyRevokedAgain(KeyID(rawValue: UInt32(truncatingIfNeeded: kid)))
    }

    private static func stray(_ entry: Int64) -> DamagedRow {
        DamagedRow(reason: "entry \(entry) is about something that is not there")
    }
}

extension LogEntry {
    /// An entry as it stands in its table, without its subject.
    fileprivate init(_ row: Row) throws {
        guard let kind = Event.Kind(rawValue: try row.decode(atIndex: 2)) else {
            throw DamagedRow(reason: "entry \(try row.decode(Int64.self, atIndex: 0)) is of no known kind")
        }
        self.init(
            kind: kind, time: try row.decode(atIndex: 1), card: try row.decode(atIndex: 3),
            run: try row.decode(atIndex: 4), file: try row.decode(atIndex: 5), kid: try row.decode(atIndex: 6),
            moment: try row.decode(atIndex: 7), detail: try row.decode(atIndex: 8))
    }
}

extension Row {
    /// A serial; throws `DamagedRow` for a number that is none.
    func serial(atIndex index: Int) throws -> Serial {
        guard let serial = Serial(rawValue: UInt64(bitPattern: try decode(atIndex: index))) else {
            throw DamagedRow(reason: "a serial in it is none")
        }
        return serial
    }
}
