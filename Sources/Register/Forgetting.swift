import Foundation
import GRDB
public import Payload

extension Register.Transaction {
    /// Removes all personal data of the holder of a card or poster; gives the serials that stay.
    ///
    /// Serials, sheets, times, places and the log stay, so that every count stays what it was; the holder's keys go,
    /// and with them the way from a roster's row to the card. What is good stays good.
    ///
    /// - Throws: `RegisterError.unknownSerial` or `forgotten`.
    @discardableResult
    public func forget(_ serial: Serial, reason: String, at clock: Timestamp) throws -> [Serial] {
        guard let found = try CardRow.fetch(serial, db) else { throw RegisterError.unknownSerial(serial) }
        guard found.card.record != nil else { throw RegisterError.forgotten(serial) }
        let cards = try CardRow.fetch(holder: found.holder, db)
        let names = try NameIndex(db)
        for card in cards {
            if let record = card.card.record {
                try names.remove(record.name, card: card.id)
            }
            try log.add(
                LogEntry(kind: .forgotten, time: clock.secondsSince1970, card: card.id, detail: reason))
        }
        try db.execute(
            sql: """
                UPDATE card SET name = NULL, birth = NULL, sex = NULL, household = NULL, relation = NULL, address = NULL
                WHERE holder = ?
                """, arguments: [found.holder])
        try db.execute(sql: "UPDATE holder SET key = NULL, alias = NULL WHERE id = ?", arguments: [found.holder])
        try db.execute(sql: "DELETE FROM other_key WHERE holder = ?", arguments: [found.holder])
        return cards.map(\.card.serial)
    }
}
