import GRDB
import Messages
package import Payload

extension Register {
    /// Writes the file anew after people were forgotten, so that nothing of them is left in its unused parts.
    ///
    /// Where that fails (a full disk, somebody who reads for long), the next opening for writing does it.
    package func wipeTraces() throws { try naming { try Traces.wipe(ifLeftIn: queue) } }
}

extension Register.Transaction {
    /// Removes all personal data of the holder of a card or poster; gives the serials that stay.
    ///
    /// Serials, sheets, times, localities and the log stay, so that every count stays what it was; the holder's keys
    /// go, and with them the way from a roster's row to the card. Throws `RegisterError.unknownSerial` or `forgotten`.
    @discardableResult
    package func forget(_ serial: Serial, reason: String, at clock: Timestamp) throws -> [Serial] {
        let found = try snapshot.knownCard(serial)
        guard found.card.record != nil else { throw RegisterError.forgotten(serial) }
        let cards = try snapshot.confirmedCards(holder: found.card.holder)
        for card in cards {
            try log.add(
                LogEntry(.forgotten, clock, card: card.row.id, detail: reason, subject: try remains(of: card.row)))
            try erase(card.row)
        }
        return cards.map(\.card.serial)
    }

    package func erase(_ card: CardRow) throws {
        if let name = card.name { try SearchIndex(db).remove(name, birth: card.birth ?? "", card: card.id) }
        try db.execute(
            sql: """
                UPDATE card SET name = NULL, birth = NULL, sex = NULL, household = NULL, relation = NULL, address = NULL
                WHERE id = ?
                """, arguments: [card.id])
        try db.execute(sql: "UPDATE holder SET key = NULL, alias = NULL WHERE id = ?", arguments: [card.holder])
        try db.execute(sql: "DELETE FROM other_key WHERE holder = ?", arguments: [card.holder])
        try Traces.owe(db)
    }

    /// What is left of a card whose holder is forgotten, as its entry vouches for it.
    package func remains(of card: CardRow) throws -> [UInt8] {
        guard let row = try LocalityRow.fetchOne(db, number: card.locality) else {
            throw DamagedRow(
                en: "the locality of the card \(card.id) is not there", vi: "không có địa bàn của thẻ số \(card.id)")
        }
        return card.remains(at: row.locality)
    }
}
