import Foundation
import GRDB
import Messages
package import Payload

/// A card or poster whose row, and what belongs to it in other tables, are as the log has them.
package struct ConfirmedCard {
    package let row: CardRow
    package let card: RegisteredCard
}

extension Register.Snapshot {
    /// The card of a serial, held to the log; nil where none is registered.
    ///
    /// All that look for cards throw `DamagedRow` where one, or the index that leads to it, is not as the log has it.
    package func confirmedCard(_ serial: Serial) throws -> ConfirmedCard? {
        // Most that are asked for are nobody's, which the short question answers.
        let find = try db.cachedStatement(sql: "SELECT id FROM card WHERE serial = ?")
        guard let id = try Int64.fetchOne(find, arguments: [serial.wholeNumber]) else {
            guard state?.revoked.contains(serial) == true else { return nil }
            throw DamagedRow(
                en: "the card \(serial) is revoked, and an index does not find it",
                vi: "thẻ \(serial) đã bị thu hồi mà chỉ mục không tìm thấy")
        }
        guard let found = try confirmedCard(number: id), found.card.serial == serial else {
            throw DamagedRow.index(of: "cards")
        }
        return found
    }

    /// The card of a serial, held to the log; throws `RegisterError.unknownSerial` where none is registered.
    func knownCard(_ serial: Serial) throws -> ConfirmedCard {
        guard let found = try confirmedCard(serial) else { throw RegisterError.unknownSerial(serial) }
        return found
    }

    package func confirmedCard(number: Int64) throws -> ConfirmedCard? {
        try confirmedCards("card.id = ?", [number]) { $0.row.id == number }.first
    }

    /// All cards of a holder, the first issued first.
    package func confirmedCards(holder: Int64) throws -> [ConfirmedCard] {
        try confirmedCards("card.holder = ? ORDER BY card.issue", [holder]) { $0.row.holder == holder }
    }

    /// All cards of a household, in the order of issue; codes that differ in case alone are one.
    package func confirmedCards(household: String) throws -> [ConfirmedCard] {
        try confirmedCards("card.household = ? COLLATE NOCASE ORDER BY card.id", [household]) { found in
            found.row.household?.isSame(as: household) ?? false
        }
    }

    /// All cards that a run issued, in the order of its sheets.
    func confirmedCards(run: Int) throws -> [ConfirmedCard] {
        try confirmedCards("card.run = ? ORDER BY card.id", [run]) { $0.card.run == run }
    }

    private func confirmedCards(
        _ condition: String, _ arguments: StatementArguments, fulfilled: (ConfirmedCard) -> Bool
    ) throws -> [ConfirmedCard] {
        let statement = try db.cachedStatement(sql: JoinedCard.selection + "WHERE " + condition)
        let rows = try Array(Row.fetchCursor(statement, arguments: arguments).map { try JoinedCard($0) })
        return try rows.map { row in
            let found = ConfirmedCard(row: row.card, card: try row.confirmed(log, key))
            guard fulfilled(found) else { throw DamagedRow.index(of: "cards") }
            return found
        }
    }
}

/// A row of a card with what belongs to it in other tables.
private struct JoinedCard {
    let card: CardRow
    private let locality: Locality
    private let holder: HolderRow?
    private let otherKey: Data?
    /// The entry by which it is revoked, by itself or by its key.
    private let revocation: EventRow?
    private let holdsZero: Bool

    // Rows that are missing beside a card are damage, and no reason to overlook it.
    static let selection = """
        SELECT \(CardRow.selection), place.commune, place.hamlet, other_key.key,
            instr(ifnull(card.name, '') || ifnull(card.birth, '') || ifnull(card.household, '')
                || ifnull(card.relation, '') || ifnull(card.address, '') || place.commune || place.hamlet, CAST(x'00' AS TEXT)),
            \(HolderRow.selection), \(EventRow.selection)
        FROM card LEFT JOIN run ON run.id = card.run LEFT JOIN place ON place.id = card.place
        LEFT JOIN holder ON holder.id = card.holder LEFT JOIN other_key ON other_key.card = card.id
        LEFT JOIN cut_off ON cut_off.kid = run.kid AND run.clock < cut_off.moment
        LEFT JOIN event ON event.id = coalesce(card.revoked, cut_off.event)

        """

    init(_ row: Row) throws {
        card = try CardRow(row: row)
        let others = CardRow.columnCount
        locality = Locality(commune: try row.decode(atIndex: others), hamlet: try row.decode(atIndex: others + 1))
        otherKey = try row.decode(atIndex: others + 2)
        holdsZero = try row.decode(Int?.self, atIndex: others + 3) ?? 0 != 0
        let (holders, events) = (others + 4, others + 4 + HolderRow.columnCount)
        holder = row.hasNull(atIndex: holders) ? nil : try HolderRow(row, from: holders)
        revocation = row.hasNull(atIndex: events) ? nil : try EventRow(row, from: events)
    }

    /// The card, once its personal data are held to their seal, and the row to the entries of the log that it comes from.
    func confirmed(_ log: LogReader, _ key: RegisterKey) throws -> RegisteredCard {
        // The next issue's number can be made of any such.
        guard let serial = Serial(wholeNumber: card.serial), let number = UInt32(exactly: card.issue), number < 1 << 31
        else {
            throw DamagedRow(
                en: "card \(card.id) is not as Mocban writes it", vi: "thẻ số \(card.id) không đúng như Mocban ghi")
        }
        // A text ends for us where it has a zero, and goes on for others.
        guard !holdsZero else {
            throw DamagedRow(
                en: "a text of the card \(serial) holds a zero", vi: "dữ liệu chữ của thẻ \(serial) chứa byte 0")
        }
        let record = try card.record(at: locality)
        if let record {
            guard let holder = holder?.holder else {
                throw DamagedRow(
                    en: "the holder of the card \(serial) has no key",
                    vi: "người được cấp thẻ \(serial) không có khóa nhận dạng")
            }
            guard card.seal == CardRow.seal(of: record, holder, otherKey: otherKey ?? Data(), key: key) else {
                throw DamagedRow(RegisterFault.record(serial).message)
            }
        }
        try log.confirm(card: card.id, serial: serial)
        let run = try log.confirm(run: card.run)
        if record == nil { try log.confirm(forgotten: card.id, serial: serial) }
        if let revoked = card.revoked { try log.confirm(revocation: revoked, of: card.id) }
        if let revocation, revocation.id != card.revoked, try log.confirm(revocation.id).kind != .keyRevoked {
            throw DamagedRow(
                en: "the key of the card \(serial) is revoked by an entry that is about something else",
                vi: "khóa của thẻ \(serial) bị thu hồi theo một mục nói về việc khác")
        }
        return RegisteredCard(
            serial: serial, number: number, kind: run.kind, record: record, unit: run.unit, key: run.key,
            algorithm: run.algorithm, nameForm: run.nameForm, issued: run.clock, expires: run.expires,
            template: run.template, run: Int(card.run),
            revocation: (revocation?.entry).map {
                RegisteredCard.Revocation(time: $0.time, reason: $0.detail ?? "", isByKey: $0.kind == .keyRevoked)
            },
            holder: card.holder)
    }
}

extension String {
    /// Whether two codes differ in the case of ASCII letters alone, as SQLite compares them.
    fileprivate func isSame(as other: String) -> Bool {
        utf8.elementsEqual(other.utf8) { Self.lowered($0) == Self.lowered($1) }
    }

    private static func lowered(_ byte: UInt8) -> UInt8 { 0x41...0x5A ~= byte ? byte + 0x20 : byte }
}
