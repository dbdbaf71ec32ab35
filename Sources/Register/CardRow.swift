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

    // Rows that are missing beside a card are damage, and no reason to overlook it.
    private static let selection = """
        SELECT card.id, card.holder, card.revoked, card.serial, card.issue, run.kind, run.unit, run.kid, run.algorithm,
            run.clock, run.expires, card.run, event.at, event.detail, event.kind,
            card.name, card.birth, card.sex, card.household, card.relation, card.address, card.venue,
            place.commune, place.hamlet, run.name_form, run.template,
            card.seal, holder.key, holder.alias, other_key.key, event.id,
            instr(ifnull(card.name, '') || ifnull(card.birth, '') || ifnull(card.household, '')
                || ifnull(card.relation, '') || ifnull(card.address, '') || place.commune || place.hamlet, CAST(x'00' AS TEXT))
        FROM card LEFT JOIN run ON run.id = card.run LEFT JOIN place ON place.id = card.place
        LEFT JOIN holder ON holder.id = card.holder LEFT JOIN other_key ON other_key.card = card.id
        LEFT JOIN cut_off ON cut_off.kid = run.kid AND run.clock < cut_off.moment
        LEFT JOIN event ON event.id = coalesce(card.revoked, cut_off.event)

        """

    static func fetch(_ serial: Serial, _ snapshot: Register.Snapshot) throws -> CardRow? {
        // Most that are asked for are nobody's, which the short question answers.
        let find = try snapshot.db.cachedStatement(sql: "SELECT id FROM card WHERE serial = ?")
        guard let id = try Int64.fetchOne(find, arguments: [Int64(bitPattern: serial.rawValue)]) else {
            guard snapshot.state?.contains(serial) == true else { return nil }
            throw DamagedRow(reason: "the card \(serial) is revoked, and an index does not find it")
        }
        guard let row = try fetch(number: id, snapshot), row.card.serial == serial else {
            throw DamagedRow(reason: "an index does not fit the table of cards")
        }
        return row
    }

    static func fetch(number: Int64, _ snapshot: Register.Snapshot) throws -> CardRow? {
        try rows("card.id = ?", [number], snapshot) { $0.id == number }.first
    }

    /// All cards of a holder, the first issued first.
    static func fetch(holder: Int64, _ snapshot: Register.Snapshot) throws -> [CardRow] {
        try rows("card.holder = ? ORDER BY card.issue", [holder], snapshot) { $0.holder == holder }
    }

    /// All cards of a household, in the order of issue; codes that differ in case alone are one.
    static func fetch(household: String, _ snapshot: Register.Snapshot) throws -> [CardRow] {
        try rows("card.household = ? COLLATE NOCASE ORDER BY card.id", [household], snapshot) { row in
            row.card.record.map { $0.household.isSame(as: household) } ?? false
        }
    }

    /// All cards that a run issued, in the order of its sheets.
    static func fetch(run: Int, _ snapshot: Register.Snapshot) throws -> [CardRow] {
        try rows("card.run = ? ORDER BY card.id", [run], snapshot) { $0.card.run == run }
    }

    /// The rows of a condition, each held to the log; throws `DamagedRow` where an index leads to a row that does not
    /// fulfil it.
    private static func rows(
        _ condition: String, _ arguments: StatementArguments, _ snapshot: Register.Snapshot,
        fulfilled: (CardRow) -> Bool
    ) throws -> [CardRow] {
        let statement = try snapshot.db.cachedStatement(sql: selection + "WHERE " + condition)
        let sealed = try Array(Row.fetchCursor(statement, arguments: arguments).map { try SealedRow($0, snapshot.key) })
        return try sealed.map { sealed in
            try sealed.confirm(snapshot.entries)
            guard fulfilled(sealed.row) else { throw DamagedRow(reason: "an index does not fit the table of cards") }
            return sealed.row
        }
    }

    /// Reads a row of ``selection``; throws `DamagedRow` where a value is none that Mocban writes.
    fileprivate init(_ row: Row) throws {
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

/// A row of a card with what vouches for it.
private struct SealedRow {
    var row: CardRow
    /// The entry by which it is revoked, by itself or by its key.
    var revocation: Int64?

    /// Reads a row of `CardRow.selection` and holds its personal data to their seal.
    init(_ row: Row, _ key: RegisterKey) throws {
        self.row = try CardRow(row)
        revocation = try row.decode(atIndex: 30)
        // A text ends for us where it has a zero, and goes on for others.
        guard try row.decode(Int?.self, atIndex: 31) ?? 0 == 0 else {
            throw DamagedRow(reason: "a text of the card \(self.row.card.serial) holds a zero")
        }
        guard let record = self.row.card.record else { return }
        guard let holder = HolderKey(bytes: try row.decode(Data?.self, atIndex: 27) ?? Data()) else {
            throw DamagedRow(reason: "the holder of the card \(self.row.card.serial) has no key")
        }
        let seal = Seal.record(
            record, holder: Holder(key: holder, alias: try row.decode(atIndex: 28)),
            otherKey: Array(try row.decode(Data?.self, atIndex: 29) ?? Data()), key: key)
        guard try row.decode(Int64.self, atIndex: 26) == seal else {
            throw DamagedRow(
                reason: "the card \(self.row.card.serial) was changed: its data are not those that it was issued with")
        }
    }

    /// Holds the row to the entries of the log that it comes from.
    func confirm(_ entries: EntryProof) throws {
        let serial = row.card.serial
        try entries.confirm(card: row.id, serial: serial)
        try entries.confirm(run: Int64(row.card.run))
        if row.card.record == nil { try entries.confirm(forgotten: row.id, serial: serial) }
        if let revoked = row.revoked { try entries.confirm(revocation: revoked, of: row.id) }
        guard let revocation, revocation != row.revoked else { return }
        guard try entries.confirm(revocation).kind == .keyRevoked else {
            throw DamagedRow(
                reason: "the key of the card \(serial) is revoked by an entry that is about something else")
        }
    }
}

extension String {
    /// Whether two codes differ in the case of ASCII letters alone, as SQLite compares them.
    fileprivate func isSame(as other: String) -> Bool {
        utf8.elementsEqual(other.utf8) { Self.lowered($0) == Self.lowered($1) }
    }

    private static func lowered(_ byte: UInt8) -> UInt8 { 0x41...0x5A ~= byte ? byte + 0x20 : byte }
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
