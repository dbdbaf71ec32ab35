import Foundation
import GRDB
import Payload

/// Holds single entries of the log, and the rows that they vouch for, to their MACs.
///
/// An entry's MAC covers the MAC of the one before, so that neither can be anything else than what was written with the
/// key. What a command prints, signs or lists is held to it here; the whole log is `Register.check()`'s.
final class EntryProof {
    private let db: Database
    private let key: RegisterKey
    private let subjects: Subjects
    /// Runs that were found to be as their entries have them.
    private var runs: Set<Int64> = []

    init(db: Database, key: RegisterKey) {
        self.db = db
        self.key = key
        subjects = Subjects(db: db, key: key)
    }

    /// Gives an entry that is as it was written; throws `DamagedRow` for another.
    @discardableResult
    func confirm(_ number: Int64) throws -> LogEntry {
        let statement = try db.cachedStatement(sql: LoggedEntries.selection + "WHERE event.id = ?")
        guard let row = try Row.fetchOne(statement, arguments: [number]) else {
            throw DamagedRow(reason: "entry \(number) of its log is not there")
        }
        let logged = try LoggedEntry(row, subjects)
        guard let expected = logged.expectedMAC(number, after: try mac(before: number), key), expected == logged.mac,
            let entry = logged.entry
        else {
            throw DamagedRow(
                reason: "entry \(number) of its log (\(logged.about(db))) was changed, or what it is about")
        }
        return entry
    }

    private func mac(before number: Int64) throws -> [UInt8] {
        guard number > 1 else { return [] }
        let statement = try db.cachedStatement(sql: "SELECT mac FROM event WHERE id = ?")
        guard let mac = try Data.fetchOne(statement, arguments: [number - 1]) else {
            throw DamagedRow(reason: "entry \(number - 1) of its log is not there")
        }
        return Array(mac)
    }

    /// Throws `DamagedRow` where a card's row is not as it was issued, in the columns that it keeps for ever.
    func confirm(card: Int64, serial: Serial) throws {
        let entries = try numbers("SELECT id FROM event WHERE card = ? AND kind IN (1, 4)", card)
        guard entries.count == 1 else {
            throw DamagedRow(reason: "the log has the issue of the card \(serial) \(entries.count) times")
        }
        guard try confirm(entries[0]).card == card else {
            throw DamagedRow(reason: "the log does not have the issue of the card \(serial)")
        }
    }

    /// Throws `DamagedRow` where a card without personal data was not forgotten.
    func confirm(forgotten card: Int64, serial: Serial) throws {
        guard let entry = try numbers("SELECT id FROM event WHERE card = ? AND kind = 11", card).last,
            try confirm(entry).card == card
        else { throw DamagedRow(reason: "the card \(serial) has no personal data, and the log has no reason why") }
    }

    /// Throws `DamagedRow` where a card was not revoked by an entry.
    func confirm(revocation entry: Int64, of card: Int64) throws {
        let entry = try confirm(entry)
        guard entry.kind == .revoked, entry.card == card else {
            throw DamagedRow(reason: "a card is revoked by an entry of the log that is about something else")
        }
    }

    /// Throws `DamagedRow` where a run's row is not as its entry has it.
    func confirm(run: Int64) throws {
        guard !runs.contains(run) else { return }
        let entries = try numbers("SELECT id FROM event WHERE kind = 12 AND run = ? AND detail IS NULL", run)
        guard entries.count == 1, try confirm(entries[0]).run == run else {
            throw DamagedRow(reason: "run \(run) is not as the log has it")
        }
        runs.insert(run)
    }

    /// Throws `DamagedRow` where a file, or what is on its pages, is not as its entry has it.
    func confirm(file: Int64) throws {
        let entries = try numbers("SELECT id FROM event WHERE file = ? AND kind = 2", file)
        guard entries.count == 1, try confirm(entries[0]).file == file else {
            throw DamagedRow(reason: "file \(file) is not as the log has it")
        }
    }

    private func numbers(_ sql: String, _ row: Int64) throws -> [Int64] {
        try Int64.fetchAll(db.cachedStatement(sql: sql), arguments: [row])
    }
}
