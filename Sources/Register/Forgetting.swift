import Foundation
import GRDB
public import Payload

extension Register {
    /// Writes the file anew after people were forgotten, so that nothing of them is left in its unused parts.
    ///
    /// Where that fails (a full disk, somebody who reads for long), the next opening for writing does it.
    public func wipeTraces() throws { try naming { try Traces.wipe(ifLeftIn: queue) } }
}

extension Register.Transaction {
    /// Removes all personal data of the holder of a card or poster; gives the serials that stay.
    ///
    /// Serials, sheets, times, places and the log stay, so that every count stays what it was; the holder's keys go,
    /// and with them the way from a roster's row to the card. What is good stays good.
    ///
    /// - Throws: `RegisterError.unknownSerial` or `forgotten`.
    @discardableResult
    public func forget(_ serial: Serial, reason: String, at clock: Timestamp) throws -> [Serial] {
        guard let found = try CardRow.fetch(serial, snapshot) else { throw RegisterError.unknownSerial(serial) }
        guard found.card.record != nil else { throw RegisterError.forgotten(serial) }
        let cards = try CardRow.fetch(holder: found.holder, snapshot)
        for card in cards {
            try log.add(
                LogEntry(
                    kind: .forgotten, time: clock.secondsSince1970, card: card.id, detail: reason,
                    subject: try remains(of: card.id)))
            try erase(card)
        }
        return cards.map(\.card.serial)
    }

    /// Removes the personal data of a card, and the keys of its holder.
    func erase(_ card: CardRow) throws {
        if let record = card.card.record {
            try NameIndex(db).remove(record.name, card: card.id)
            try Namesakes(db).remove(record.name, birth: record.birth, card: card.id)
        }
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
    func remains(of card: Int64) throws -> [UInt8] {
        let row = try Row.fetchOne(
            db, sql: "SELECT commune, hamlet, venue FROM card JOIN place ON place.id = place WHERE card.id = ?",
            arguments: [card])
        return Seal.remains(
            place: Place(
                commune: try row?.decode(atIndex: 0) ?? "", hamlet: try row?.decode(atIndex: 1) ?? ""),
            venue: try row?.decode(atIndex: 2))
    }
}
