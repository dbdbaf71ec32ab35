import Foundation
import GRDB
import Messages
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
    func about(_ db: Database) -> Message {
        guard let entry else { return Message(en: "kind \(kind)", vi: "loại \(kind)") }
        let card = entry.card.flatMap { try? CardRow.fetchOne(db, number: $0) }
        let day = entry.time.description.prefix(10)
        let words = [
            entry.kind.words, (card?.serial).flatMap { Serial(wholeNumber: $0) }.map { Message(verbatim: "\($0)") },
            entry.key.map { Message(verbatim: "\($0)") },
            entry.run.map { Message(en: "in run \($0)", vi: "trong đợt in \($0)") },
            Message(en: "on \(day)", vi: "ngày \(day)"),
        ]
        return .joined(words.compactMap(\.self), by: " ")
    }
}

extension Event.Kind {
    fileprivate var words: Message {
        switch self {
        case .issued: Message(en: "issued", vi: "cấp thẻ")
        case .printed: Message(en: "a file printed", vi: "in một tệp")
        case .reprinted: Message(en: "reprinted", vi: "in lại")
        case .reissued: Message(en: "reissued", vi: "cấp lại")
        case .revoked: Message(en: "revoked", vi: "thu hồi")
        case .restored: Message(en: "revocation undone", vi: "hủy thu hồi")
        case .keyRevoked: Message(en: "revoked by key", vi: "thu hồi theo khóa")
        case .keyRestored: Message(en: "revocation by key undone", vi: "hủy thu hồi theo khóa")
        case .keyMade: Message(en: "key made", vi: "tạo khóa")
        case .keyRetired: Message(en: "key retired", vi: "ngừng dùng khóa")
        case .forgotten: Message(en: "forgotten", vi: "xóa dữ liệu")
        case .ran: Message(en: "ended", vi: "hoàn tất")
        case .merged: Message(en: "another register merged", vi: "gộp sổ khác")
        }
    }
}
