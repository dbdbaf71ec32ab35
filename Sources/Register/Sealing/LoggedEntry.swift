import Foundation
import GRDB
import Payload

/// An entry of the log as it stands in its table, with what it vouches for as that stands in the others.
struct LoggedEntry {
    var number: Int64
    var mac: [UInt8]
    /// The entry with its subject; nil where a column is of another type, or the subject is not there.
    var entry: LogEntry? = nil
    /// Whether what it is about is gone.
    var isWithoutSubject = false
    fileprivate var columns: String

    /// The MAC that the entry should have; nil where it cannot have any.
    func expectedMAC(_ number: Int64, after previous: [UInt8], _ key: RegisterKey) -> [UInt8]? {
        entry?.mac(number: number, after: previous, key: key)
    }

    /// What the entry is about, for a person: `issued 7K3M-92QF-A0XC on 2021-11-08`.
    func about(_ db: Database) -> String {
        guard let entry else { return columns }
        let day = Timestamp(secondsSince1970: entry.time).description.prefix(10)
        var words = "\(entry.kind.words)"
        let raw = entry.card.flatMap {
            try? Int64.fetchOne(db, sql: "SELECT serial FROM card WHERE id = ?", arguments: [$0])
        }
        if let raw, let serial = Serial(rawValue: UInt64(bitPattern: raw)) { words += " \(serial)" }
        if let kid = entry.kid { words += " \(KeyID(rawValue: UInt32(truncatingIfNeeded: kid)))" }
        if let run = entry.run { words += " in run \(run)" }
        return words + " on \(day)"
    }
}

extension Event.Kind {
    /// The kind in words.
    fileprivate var words: String {
        switch self {
        case .issued: "issued"
        case .printed: "a file printed"
        case .reprinted: "reprinted"
        case .reissued: "reissued"
        case .revoked: "revoked"
        case .restored: "revocation undone"
        case .keyRevoked: "revoked by key"
        case .keyRestored: "revocation by key undone"
        case .keyMade: "key made"
        case .keyRetired: "key retired"
        case .forgotten: "forgotten"
        case .ran: "ended"
        case .merged: "another register merged"
        }
    }
}

/// Reads the log in the order of its numbers.
final class LoggedEntries {
    private let rows: RowCursor
    private let subjects: Subjects

    /// What to select for ``LoggedEntry/init(_:_:)``, before a `WHERE`.
    static let selection = """
        SELECT event.id, at, event.kind, event.card, event.run, file, event.kid, moment, detail, mac,
            card.id, serial, card.holder, issue, card.run, seal, venue, commune, hamlet
        FROM event LEFT JOIN card ON card.id = event.card AND event.kind IN (1, 4, 11)
        LEFT JOIN place ON place.id = card.place

        """

    init(_ snapshot: Register.Snapshot) throws {
        subjects = Subjects(db: snapshot.db, key: snapshot.key)
        rows = try Row.fetchCursor(snapshot.db, sql: Self.selection + "ORDER BY event.id")
    }

    func next() throws -> LoggedEntry? { try rows.next().map { try LoggedEntry($0, subjects) } }
}

extension LoggedEntry {
    /// Reads a row of ``LoggedEntries/selection``, with what the entry vouches for as it stands now.
    init(_ row: Row, _ subjects: Subjects) throws {
        number = Int64.fromDatabaseValue(row[0]) ?? 0
        mac = Data.fromDatabaseValue(row[9]).map(Array.init) ?? []
        columns = "kind \(row[2] as DatabaseValue)"
        guard let time = Int64.fromDatabaseValue(row[1]),
            let kind = Int.fromDatabaseValue(row[2]).flatMap(Event.Kind.init(rawValue:)),
            (3...7).allSatisfy(row.isWhole)
        else { return }
        var entry = LogEntry(
            kind: kind, time: time, card: .fromDatabaseValue(row[3]), run: .fromDatabaseValue(row[4]),
            file: .fromDatabaseValue(row[5]), kid: .fromDatabaseValue(row[6]), moment: .fromDatabaseValue(row[7]),
            detail: .fromDatabaseValue(row[8]))
        if let subject = try Self.subject(of: entry, row, subjects) {
            entry.subject = subject
        } else {
            isWithoutSubject = true
            entry.subject = [0]
        }
        self.entry = entry
    }

    /// What the entry vouches for; nil where it is not there.
    private static func subject(of entry: LogEntry, _ row: Row, _ subjects: Subjects) throws -> [UInt8]? {
        switch entry.kind {
        case .issued, .reissued:
            guard let serial = Int64.fromDatabaseValue(row[11]), let holder = Int64.fromDatabaseValue(row[12]),
                let issue = Int64.fromDatabaseValue(row[13]), let run = Int64.fromDatabaseValue(row[14]),
                let seal = Int64.fromDatabaseValue(row[15])
            else { return nil }
            return Seal.card(serial: serial, holder: holder, issue: issue, run: run, seal: seal)
        case .forgotten:
            guard let commune = String.fromDatabaseValue(row[17]), let hamlet = String.fromDatabaseValue(row[18]) else {
                return nil
            }
            return Seal.remains(
                place: Place(commune: commune, hamlet: hamlet), venue: Int64.fromDatabaseValue(row[16]))
        case .printed: return try subjects.file(of: entry)
        case .ran where entry.detail == nil: return try subjects.run(of: entry)
        default: return []
        }
    }
}

extension Row {
    /// Whether a column is a whole number or nothing.
    fileprivate func isWhole(_ index: Int) -> Bool {
        let value = self[index] as DatabaseValue
        return value.isNull || Int64.fromDatabaseValue(value) != nil
    }
}
