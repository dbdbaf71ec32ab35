import Foundation
import GRDB
import Payload

/// An entry of the log as it stands in its table, with what it vouches for as that stands in the others.
struct LoggedEntry {
    var number: Int64
    var mac: [UInt8]
    /// The entry with its subject; nil where a column is of another type, or the subject is not there.
    var entry: LogEntry?
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
        }
    }
}

/// Reads the log in the order of its numbers.
final class LoggedEntries {
    private let snapshot: Register.Snapshot
    private let rows: RowCursor
    private let file, prints, run: Statement

    init(_ snapshot: Register.Snapshot) throws {
        self.snapshot = snapshot
        let db = snapshot.db
        rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT event.id, at, event.kind, event.card, event.run, file, event.kid, moment, detail, mac,
                    card.id, serial, card.holder, issue, card.run, seal, venue, commune, hamlet
                FROM event LEFT JOIN card ON card.id = event.card AND event.kind IN (1, 4, 11)
                LEFT JOIN place ON place.id = card.place ORDER BY event.id
                """)
        file = try db.makeStatement(sql: "SELECT run, name, sheets, sha256 FROM file WHERE id = ?")
        prints = try db.makeStatement(
            sql: "SELECT page, position, card FROM print WHERE file = ? ORDER BY page, position")
        run = try db.makeStatement(
            sql: """
                SELECT command, kind, roster, input, template, kid, algorithm, unit, name_form, clock, expires, folder,
                    rows, printed
                FROM run WHERE id = ?
                """)
    }

    func next() throws -> LoggedEntry? {
        guard let row = try rows.next() else { return nil }
        var logged = LoggedEntry(
            number: Int64.fromDatabaseValue(row[0]) ?? 0, mac: Data.fromDatabaseValue(row[9]).map(Array.init) ?? [],
            columns: "kind \(row[2] as DatabaseValue)")
        guard let time = Int64.fromDatabaseValue(row[1]),
            let kind = Int.fromDatabaseValue(row[2]).flatMap(Event.Kind.init(rawValue:)),
            (3...7).allSatisfy(row.isWhole)
        else { return logged }
        var entry = LogEntry(
            kind: kind, time: time, card: .fromDatabaseValue(row[3]), run: .fromDatabaseValue(row[4]),
            file: .fromDatabaseValue(row[5]), kid: .fromDatabaseValue(row[6]), moment: .fromDatabaseValue(row[7]),
            detail: .fromDatabaseValue(row[8]))
        guard let subject = try subject(of: entry, row) else {
            logged.isWithoutSubject = true
            logged.entry = entry
            logged.entry?.subject = [0]
            return logged
        }
        entry.subject = subject
        logged.entry = entry
        return logged
    }

    /// What the entry vouches for; nil where it is not there.
    private func subject(of entry: LogEntry, _ row: Row) throws -> [UInt8]? {
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
        case .printed: return try fileSubject(entry)
        case .ran where entry.detail == nil:
            guard let row = try Row.fetchOne(run, arguments: [entry.run]), let (run, printed) = Run.sealed(row) else {
                return nil
            }
            return Seal.run(run, printed: printed)
        default: return []
        }
    }

    private func fileSubject(_ entry: LogEntry) throws -> [UInt8]? {
        guard let row = try Row.fetchOne(file, arguments: [entry.file]),
            let run = Int64.fromDatabaseValue(row[0]), run == entry.run,
            let name = String.fromDatabaseValue(row[1]), let sheets = Int64.fromDatabaseValue(row[2]),
            let sha256 = Data.fromDatabaseValue(row[3])
        else { return nil }
        var digest = Seal.Prints()
        let rows = try Row.fetchCursor(prints, arguments: [entry.file])
        while let row = try rows.next() {
            guard let page = Int64.fromDatabaseValue(row[0]), let position = Int64.fromDatabaseValue(row[1]),
                let card = Int64.fromDatabaseValue(row[2])
            else { return nil }
            digest.add(page: page, position: position, card: card)
        }
        return Seal.file(
            name: name, sheets: sheets, sha256: Array(sha256), prints: digest.digest(snapshot.key))
    }
}

extension Row {
    /// Whether a column is a whole number or nothing.
    fileprivate func isWhole(_ index: Int) -> Bool {
        let value = self[index] as DatabaseValue
        return value.isNull || Int64.fromDatabaseValue(value) != nil
    }
}

extension Run {
    /// A run as its entry in the log vouches for it; nil where a column is not as Mocban writes it.
    fileprivate static func sealed(_ row: Row) -> (Run, printed: Int64)? {
        func number(_ index: Int) -> Int64? { Int64.fromDatabaseValue(row[index]) }
        func text(_ index: Int) -> String? { String.fromDatabaseValue(row[index]) }
        guard let command = text(0), let kind = number(1).flatMap({ ClaimsKind(rawValue: .init(clamping: $0)) }),
            let roster = text(2), let template = text(4), let kid = number(5), let shortKID = UInt32(exactly: kid),
            let algorithm = text(6).flatMap(Algorithm.init(rawValue:)), let unit = number(7),
            let nameForm = text(8).flatMap(NameForm.init(rawValue:)), let clock = number(9), let expires = number(10),
            let folder = text(11), let rows = number(12), let printed = number(13)
        else { return nil }
        let run = Run(
            command: command, kind: kind, roster: roster, input: Data.fromDatabaseValue(row[3]).map(Array.init),
            template: template, key: KeyID(rawValue: shortKID), algorithm: algorithm,
            unit: UnitCode(rawValue: UInt64(bitPattern: unit)), nameForm: nameForm,
            clock: Timestamp(secondsSince1970: clock), expires: Timestamp(secondsSince1970: expires), folder: folder,
            rows: Int(rows))
        return (run, printed)
    }
}
