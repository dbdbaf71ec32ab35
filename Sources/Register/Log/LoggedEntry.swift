import Foundation
import GRDB
import Payload

/// An entry of the log as it stands in its table, with what it vouches for as that stands in the others.
struct LoggedEntry {
    var number: Int64
    var mac: [UInt8]
    /// The entry with its subject; nil where a column is none that Mocban writes.
    let entry: LogEntry?
    let isWithoutSubject: Bool
    private let kind: DatabaseValue

    /// What to select for ``init(_:_:)``, before a `WHERE`.
    static let selection = """
        SELECT \(EventRow.selection), place.commune, place.hamlet, \(CardRow.selection)
        FROM event LEFT JOIN card ON card.id = event.card AND event.kind IN (1, 4, 11)
        LEFT JOIN place ON place.id = card.place

        """
    private static let localityIndex = EventRow.columnCount

    init(_ row: Row, _ log: LogReader) throws {
        number = Int64.fromDatabaseValue(row[0]) ?? 0
        mac = Data.fromDatabaseValue(row[Self.localityIndex - 1]).map(Array.init) ?? []
        kind = row[2]
        guard var entry = try readable({ try EventRow(row, from: 0).entry }) else {
            (self.entry, isWithoutSubject) = (nil, false)
            return
        }
        let subject = try readable { try Self.subject(of: entry, row, log) }
        entry.subject = subject ?? [0]
        (self.entry, isWithoutSubject) = (entry, subject == nil)
    }

    private static func subject(of entry: LogEntry, _ row: Row, _ log: LogReader) throws -> [UInt8]? {
        switch entry.kind {
        case .issued, .reissued: try CardRow(row, from: localityIndex + 2).sealed
        case .forgotten:
            try CardRow(row, from: localityIndex + 2).remains(
                at: Locality(
                    commune: try row.decode(atIndex: localityIndex), hamlet: try row.decode(atIndex: localityIndex + 1)
                ))
        case .printed: try log.sealedFile(of: entry)
        case .ran where entry.detail == nil: try log.sealedRun(of: entry)
        default: []
        }
    }

    /// The MAC that the entry should have; nil where it cannot have any.
    func expectedMAC(_ number: Int64, after previous: [UInt8], _ key: RegisterKey) -> [UInt8]? {
        entry?.mac(number: number, after: previous, key: key)
    }

    /// What the entry is about, for a person: `issued 7K3M-92QF-A0XC on 2021-11-08`.
    func about(_ db: Database) -> String {
        guard let entry else { return "kind \(kind)" }
        let card = entry.card.flatMap { try? CardRow.fetchOne(db, number: $0) }
        let words = [
            entry.kind.words, (card?.serial).flatMap { Serial(wholeNumber: $0) }.map { "\($0)" },
            entry.key.map { "\($0)" }, entry.run.map { "in run \($0)" }, "on \(entry.time.description.prefix(10))",
        ]
        return words.compactMap(\.self).joined(separator: " ")
    }
}

extension Event.Kind {
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
