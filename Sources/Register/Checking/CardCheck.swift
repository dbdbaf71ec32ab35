import Foundation
import GRDB
import Payload

extension Register.Snapshot {
    /// Holds every card to its seal and to what the log says of it; gives how many there are.
    func checkCards(_ faults: FaultList, search: SearchTables) throws -> Int {
        let cards = try Row.fetchCursor(
            db,
            sql: """
                SELECT card.id, serial, seal, revoked, name, birth, sex, household, relation, address, venue,
                    commune, hamlet, holder.id, holder.key, alias, other_key.key, other_key.holder
                FROM card LEFT JOIN place ON place.id = card.place LEFT JOIN holder ON holder.id = card.holder
                LEFT JOIN other_key ON other_key.card = card.id ORDER BY card.id
                """)
        let logged = try LoggedCards(db)
        var (count, otherKeys) = (0, 0)
        while let row = try cards.next() {
            count += 1
            guard let id = Int64.fromDatabaseValue(row[0]), let raw = Int64.fromDatabaseValue(row[1]),
                let serial = Serial(rawValue: UInt64(bitPattern: raw))
            else {
                faults.add(.row(table: "card", number: Int.fromDatabaseValue(row[0]) ?? 0))
                continue
            }
            let state = try logged.state(of: id)
            for entry in state.strays { faults.add(.subjectMissing(Int(entry), about: "card \(state.strayCard)")) }
            if state.issued != 1 { faults.add(.issued(serial, times: state.issued)) }
            if (row[3] as DatabaseValue) != (state.revoked?.databaseValue ?? .null) {
                faults.add(.revocation(serial, entry: state.revoked.map(Int.init)))
            }
            if !(row[16] as DatabaseValue).isNull { otherKeys += 1 }
            if state.isForgotten {
                if row.hasPersonalData { faults.add(.remembered(serial)) }
                if (row[13] as DatabaseValue).isNull { faults.add(.record(serial)) }
            } else {
                if let name = String.fromDatabaseValue(row[4]) {
                    search.add(name, card: id)
                    if row.isWithoutID {
                        search.addNamesake(name, birth: String.fromDatabaseValue(row[5]) ?? "", card: id)
                    }
                }
                if Int64.fromDatabaseValue(row[2]) != row.expectedSeal(key) { faults.add(.record(serial)) }
            }
        }
        for entry in try logged.rest() { faults.add(.subjectMissing(Int(entry), about: "a card")) }
        if try Int.fetchOne(db, sql: "SELECT count(*) FROM other_key") != otherKeys { faults.add(.otherKeys) }
        return count
    }
}

extension Row {
    /// Whether any personal column, or a key of the holder, is still there.
    fileprivate var hasPersonalData: Bool {
        [4, 5, 6, 7, 8, 9, 14, 15, 16].contains { !(self[$0] as DatabaseValue).isNull }
    }

    /// Whether the card's holder has no national ID.
    fileprivate var isWithoutID: Bool {
        guard let key = Data.fromDatabaseValue(self[14]).flatMap({ HolderKey(bytes: $0) }) else { return false }
        return Holder(key: key, alias: Int64.fromDatabaseValue(self[15])).isWithoutID
    }

    /// The seal that the card's columns give; nil where one is missing or of another type.
    fileprivate func expectedSeal(_ key: RegisterKey) -> Int64? {
        func text(_ index: Int) -> String? {
            let value = self[index] as DatabaseValue
            return value.isNull ? "" : String.fromDatabaseValue(value)
        }
        guard let name = String.fromDatabaseValue(self[4]), let birth = text(5), let sex = text(6),
            let household = text(7), let relation = text(8), let address = text(9),
            let commune = String.fromDatabaseValue(self[11]), let hamlet = String.fromDatabaseValue(self[12]),
            let bytes = Data.fromDatabaseValue(self[14]), let holderKey = HolderKey(bytes: bytes)
        else { return nil }
        // All columns count, whichever a person's or a venue's card uses.
        var record = Record(
            name: name, birth: birth, sex: sex, household: household, relation: relation,
            place: Place(commune: commune, hamlet: hamlet))
        record.address = address
        if !(self[10] as DatabaseValue).isNull {
            guard let venue = Int.fromDatabaseValue(self[10]).flatMap(VenueType.init(rawValue:)) else { return nil }
            record.venueType = venue
        }
        let alias = self[15] as DatabaseValue
        guard alias.isNull || Int64.fromDatabaseValue(alias) != nil else { return nil }
        var other: [UInt8] = []
        if !(self[16] as DatabaseValue).isNull {
            guard let bytes = Data.fromDatabaseValue(self[16]),
                (self[17] as DatabaseValue) == (self[13] as DatabaseValue)
            else { return nil }
            other = Array(bytes)
        }
        return Seal.record(
            record, holder: Holder(key: holderKey, alias: Int64.fromDatabaseValue(alias)), otherKey: other, key: key)
    }
}

/// What the log says of cards, read card by card in step with their table.
private final class LoggedCards {
    struct State {
        var issued = 0
        /// The entry by which it is revoked.
        var revoked: Int64?
        var isForgotten = false
        /// Entries about cards that are not there, before this one.
        var strays: [Int64] = []
        var strayCard: Int64 = 0
    }

    private let rows: RowCursor
    private var ahead: (card: Int64, entry: Int64, kind: Event.Kind?)?

    init(_ db: Database) throws {
        rows = try Row.fetchCursor(
            db, sql: "SELECT card, id, kind FROM event WHERE card IS NOT NULL ORDER BY card, id")
        try advance()
    }

    func state(of card: Int64) throws -> State {
        var state = State()
        while let event = ahead, event.card <= card {
            if event.card < card {
                state.strayCard = event.card
                state.strays.append(event.entry)
            } else {
                switch event.kind {
                case .issued, .reissued: state.issued += 1
                case .revoked: state.revoked = event.entry
                case .restored: state.revoked = nil
                case .forgotten: state.isForgotten = true
                default: break
                }
            }
            try advance()
        }
        return state
    }

    /// Entries about cards after the last one.
    func rest() throws -> [Int64] {
        var entries: [Int64] = []
        while let event = ahead {
            if entries.count < 1000 { entries.append(event.entry) }
            try advance()
        }
        return entries
    }

    private func advance() throws {
        ahead = try rows.next().map { row in
            (
                card: Int64.fromDatabaseValue(row[0]) ?? 0, entry: Int64.fromDatabaseValue(row[1]) ?? 0,
                kind: Int.fromDatabaseValue(row[2]).flatMap(Event.Kind.init(rawValue:))
            )
        }
    }
}
