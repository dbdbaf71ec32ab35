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

    static func fetch(number: Int64, _ db: Database) throws -> CardRow? {
        let statement = try db.cachedStatement(sql: selection + "WHERE card.id = ?")
        return try rows(statement, [number]).next()
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

    /// Reads a row of ``selection``; throws `DamagedRow` where a value is none that Mocban writes.
    init(_ row: Row) throws {
        id = try row.decode(atIndex: 0)
        holder = try row.decode(atIndex: 1)
        revoked = try row.decode(atIndex: 2)
        guard let serial = Serial(rawValue: UInt64(bitPattern: try row.decode(atIndex: 3))),
            let kind = ClaimsKind(rawValue: try row.decode(atIndex: 5)),
            let algorithm = Algorithm(rawValue: try row.decode(atIndex: 8)),
            let nameForm = NameForm(rawValue: try row.decode(atIndex: 24))
        else { throw DamagedRow(reason: "card \(id) is not as Mocban writes it") }
        // The next issue's number can be made of any such.
        guard let number = UInt32(exactly: try row.decode(Int64.self, atIndex: 4)), number < 1 << 31 else {
            throw DamagedRow(reason: "card \(id) has no issue number")
        }
        var revocation: RegisteredCard.Revocation?
        if let time = try row.momentIfAny(atIndex: 12) {
            revocation = RegisteredCard.Revocation(
                time: time, reason: try row.decode(atIndex: 13) ?? "",
                isByKey: try row.decode(atIndex: 14) == Event.Kind.keyRevoked.rawValue)
        }
        card = RegisteredCard(
            serial: serial, number: number, kind: kind,
            record: try Record(row),
            unit: UnitCode(rawValue: UInt64(bitPattern: try row.decode(atIndex: 6))),
            key: try row.key(atIndex: 7),
            algorithm: algorithm, nameForm: nameForm, issued: try row.moment(atIndex: 9),
            expires: try row.moment(atIndex: 10), template: try row.decode(atIndex: 25),
            run: try row.decode(atIndex: 11), revocation: revocation,
            holder: holder)
    }
}

extension Record {
    /// The record in a row of a card's selection; nil where it was removed.
    fileprivate init?(_ row: Row) throws {
        guard let name = try row.decode(String?.self, atIndex: 15) else { return nil }
        let place = Place(commune: try row.decode(atIndex: 22), hamlet: try row.decode(atIndex: 23))
        if let venue = (try row.decode(Int?.self, atIndex: 21)).flatMap(VenueType.init(rawValue:)) {
            self.init(name: name, venueType: venue, address: try row.decode(atIndex: 20) ?? "", place: place)
        } else {
            self.init(
                name: name, birth: try row.decode(atIndex: 16) ?? "", sex: try row.decode(atIndex: 17) ?? "",
                household: try row.decode(atIndex: 18) ?? "",
                relation: try row.decode(atIndex: 19) ?? "", place: place)
        }
    }
}
