import Foundation
import GRDB
import Payload

/// A row of the table of cards with what belongs to it in others.
struct CardRow {
    var id: Int64
    var holder: Int64
    /// The log's entry by which it is revoked by its serial.
    var revoked: Int64?
    var card: RegisteredCard

    /// What to select, before a `WHERE`.
    static let selection = """
        SELECT card.id, card.holder, card.revoked, card.serial, card.issue, run.kind, run.unit, run.kid, run.algorithm,
            run.clock, run.expires, card.run, event.at, event.detail, event.kind,
            card.name, card.birth, card.sex, card.household, card.relation, card.address, card.venue,
            place.commune, place.hamlet, run.name_form, run.template
        FROM card JOIN run ON run.id = card.run JOIN place ON place.id = card.place
        LEFT JOIN cut_off ON cut_off.kid = run.kid AND run.clock < cut_off.moment
        LEFT JOIN event ON event.id = coalesce(card.revoked, cut_off.event)

        """

    static func fetch(_ serial: Serial, _ db: Database) throws -> CardRow? {
        let statement = try db.cachedStatement(sql: selection + "WHERE card.serial = ?")
        return try rows(statement, [Int64(bitPattern: serial.rawValue)]).next()
    }

    /// All cards of a holder, the first issued first.
    static func fetch(holder: Int64, _ db: Database) throws -> [CardRow] {
        let statement = try db.cachedStatement(sql: selection + "WHERE card.holder = ? ORDER BY card.issue")
        return try Array(rows(statement, [holder]))
    }

    /// All cards of a household, in the order of issue; codes that differ in case alone are one.
    static func fetch(household: String, _ db: Database) throws -> [CardRow] {
        let sql = selection + "WHERE card.household = ? COLLATE NOCASE ORDER BY card.id"
        return try Array(rows(db.cachedStatement(sql: sql), [household]))
    }

    /// All cards that a run issued, in the order of its sheets.
    static func fetch(run: Int, _ db: Database) throws -> [CardRow] {
        let sql = selection + "WHERE card.run = ? ORDER BY card.id"
        return try Array(rows(db.cachedStatement(sql: sql), [run]))
    }

    /// Reads rows where they lie, without copying them first.
    private static func rows(
        _ statement: Statement, _ arguments: StatementArguments
    ) throws -> MapCursor<RowCursor, CardRow> {
        try Row.fetchCursor(statement, arguments: arguments).map { try CardRow($0) }
    }

    /// Reads a row of ``selection``; throws `RegisterError.damaged` where a value is none that Mocban writes.
    init(_ row: Row) throws {
        id = row[0]
        holder = row[1]
        revoked = row[2]
        guard let serial = Serial(rawValue: UInt64(bitPattern: row[3])), let kind = ClaimsKind(rawValue: row[5]),
            let algorithm = Algorithm(rawValue: row[8]), let nameForm = NameForm(rawValue: row[24])
        else { throw RegisterError.damaged(path: "register.sqlite", reason: "card \(id) is not as Mocban writes it") }
        var revocation: RegisteredCard.Revocation?
        if let time = row[12] as Int64? {
            revocation = RegisteredCard.Revocation(
                time: Timestamp(secondsSince1970: time), reason: row[13] ?? "",
                isByKey: row[14] == Event.Kind.keyRevoked.rawValue)
        }
        card = RegisteredCard(
            serial: serial, number: UInt32(clamping: row[4] as Int64), kind: kind, record: Record(row),
            unit: UnitCode(rawValue: UInt64(bitPattern: row[6])),
            key: KeyID(rawValue: UInt32(truncatingIfNeeded: row[7] as Int64)),
            algorithm: algorithm, nameForm: nameForm, issued: Timestamp(secondsSince1970: row[9]),
            expires: Timestamp(secondsSince1970: row[10]), template: row[25], run: row[11], revocation: revocation,
            holder: holder)
    }
}

extension Record {
    /// The record in a row of a card's selection; nil where it was removed.
    fileprivate init?(_ row: Row) {
        guard let name = row[15] as String? else { return nil }
        let place = Place(commune: row[22], hamlet: row[23])
        if let venue = (row[21] as Int?).flatMap(VenueType.init(rawValue:)) {
            self.init(name: name, venueType: venue, address: row[20] ?? "", place: place)
        } else {
            self.init(
                name: name, birth: row[16] ?? "", sex: row[17] ?? "", household: row[18] ?? "",
                relation: row[19] ?? "", place: place)
        }
    }
}
