import Foundation
import GRDB
import Messages
import Payload

extension Register.Snapshot {
    /// Holds every card to its seal and to what the log says of it; gives how many there are.
    func checkCards(_ faults: FaultList, search: SearchSums) throws -> Int {
        let cards = try Row.fetchCursor(db, sql: CheckedCard.selection + "ORDER BY card.id")
        let logged = try LoggedCards(db)
        var (count, otherKeys) = (0, 0)
        while let row = try cards.next() {
            count += 1
            guard let checked = try readable({ try CheckedCard(row) }) else {
                faults.add(.row(table: CardRow.databaseTableName, number: Int.fromDatabaseValue(row[0]) ?? 0))
                continue
            }
            let (card, serial) = (checked.card, checked.serial)
            let state = try logged.state(of: card.id)
            for entry in state.strays {
                faults.add(
                    .subjectMissing(
                        Int(entry), about: Message(en: "card \(state.strayCard)", vi: "thẻ số \(state.strayCard)")))
            }
            if state.issued != 1 { faults.add(.issued(serial, times: state.issued)) }
            if card.revoked != state.revoked { faults.add(.revocation(serial, entry: state.revoked.map(Int.init))) }
            if checked.otherKey != nil { otherKeys += 1 }
            if state.isForgotten {
                if checked.hasPersonalData { faults.add(.remembered(serial)) }
                if checked.holderRow == nil { faults.add(.record(serial)) }
            } else {
                if let name = card.name {
                    search.add(name, birth: card.birth ?? "", holder: checked.holderRow?.holder, card: card.id)
                }
                if card.seal != checked.expectedSeal(key) { faults.add(.record(serial)) }
            }
        }
        for entry in try logged.rest() {
            faults.add(.subjectMissing(Int(entry), about: Message(en: "a card", vi: "một thẻ")))
        }
        if try Int.fetchOne(db, sql: "SELECT count(*) FROM other_key") != otherKeys { faults.add(.otherKeys) }
        return count
    }
}

private struct CheckedCard {
    let card: CardRow
    let serial: Serial
    let holderRow: HolderRow?
    /// The key that came with the card, and whose it is.
    let otherKey: (key: Data, holder: Int64)?
    private let locality: Locality?

    static let selection = """
        SELECT \(CardRow.selection), place.commune, place.hamlet, other_key.key, other_key.holder, \(HolderRow.selection)
        FROM card LEFT JOIN place ON place.id = card.place LEFT JOIN holder ON holder.id = card.holder
        LEFT JOIN other_key ON other_key.card = card.id

        """

    /// Reads a row of ``selection``; nil for a card without a serial.
    init?(_ row: Row) throws {
        card = try CardRow(row: row)
        guard let serial = Serial(wholeNumber: card.serial) else { return nil }
        self.serial = serial
        let others = CardRow.columnCount
        locality =
            row.hasNull(atIndex: others)
            ? nil
            : Locality(commune: try row.decode(atIndex: others), hamlet: try row.decode(atIndex: others + 1))
        otherKey =
            row.hasNull(atIndex: others + 2)
            ? nil : (try row.decode(atIndex: others + 2), try row.decode(atIndex: others + 3))
        holderRow = row.hasNull(atIndex: others + 4) ? nil : try HolderRow(row, from: others + 4)
    }

    /// Whether any personal column, or a key of the holder, is still there.
    var hasPersonalData: Bool {
        [card.name, card.birth, card.sex, card.household, card.relation, card.address].contains { $0 != nil }
            || holderRow?.key != nil || holderRow?.alias != nil || otherKey != nil
    }

    /// The seal that the columns give; nil where they can have none.
    func expectedSeal(_ key: RegisterKey) -> Int64? {
        guard let locality, let record = try? card.record(at: locality), let holder = holderRow?.holder,
            otherKey == nil || otherKey?.holder == card.holder
        else { return nil }
        return CardRow.seal(of: record, holder, otherKey: otherKey?.key ?? Data(), key: key)
    }
}

/// What the log says of cards, read card by card in step with their table.
private final class LoggedCards {
    struct State {
        var issued = 0
        var revoked: Int64?
        var isForgotten = false
        /// Entries about cards that are not there, before this one.
        var strays: [Int64] = []
        var strayCard: Int64 = 0
    }

    private let rows: RowCursor
    private var ahead: (card: Int64, entry: Int64, kind: Event.Kind?)?

    init(_ db: Database) throws {
        rows = try Row.fetchCursor(db, sql: "SELECT card, id, kind FROM event WHERE card IS NOT NULL ORDER BY card, id")
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
