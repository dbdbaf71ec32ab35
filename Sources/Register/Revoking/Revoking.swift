import GRDB
package import Payload

extension Register.Transaction {
    /// Revokes a card or poster; throws `RegisterError.unknownSerial` or `alreadyRevoked`.
    package func revoke(_ serial: Serial, reason: String, at clock: Timestamp) throws {
        let card = try snapshot.knownCard(serial).row
        guard card.revoked == nil else { throw RegisterError.alreadyRevoked(serial) }
        try revoke(card: card.id, reason: reason, at: clock)
    }

    /// Undoes a revocation by serial; throws `unknownSerial`, `notRevoked`, or `replaced` by a card that is good by
    /// now.
    package func restore(_ serial: Serial, reason: String, at clock: Timestamp) throws {
        let card = try snapshot.knownCard(serial).row
        guard card.revoked != nil else { throw RegisterError.notRevoked(serial) }
        if let newer = try snapshot.goodCard(of: card.holder, at: clock), newer != serial {
            throw RegisterError.replaced(serial, by: newer)
        }
        try log.add(LogEntry(.restored, clock, card: card.id, detail: reason))
        try mark(card: card.id, revokedBy: nil)
    }

    /// Revokes the card of a row, which is not revoked yet.
    func revoke(card: Int64, reason: String, at clock: Timestamp, run: Int64? = nil) throws {
        try mark(card: card, revokedBy: try log.add(LogEntry(.revoked, clock, card: card, run: run, detail: reason)))
    }

    /// Notes in the row of a card which entry revokes it; nil for none.
    package func mark(card: Int64, revokedBy entry: Int64?) throws {
        try db.execute(sql: "UPDATE card SET revoked = ? WHERE id = ?", arguments: [entry, card])
    }
}
