import GRDB
public import Payload

extension Register.Transaction {
    /// Revokes a card or poster; throws `RegisterError.unknownSerial` or `alreadyRevoked`.
    public func revoke(_ serial: Serial, reason: String, at clock: Timestamp) throws {
        guard let card = try CardRow.fetch(serial, snapshot) else { throw RegisterError.unknownSerial(serial) }
        guard card.revoked == nil else { throw RegisterError.alreadyRevoked(serial) }
        try revoke(card: card.id, reason: reason, time: clock.secondsSince1970)
    }

    /// Undoes a revocation by serial.
    ///
    /// Throws `RegisterError.unknownSerial`, `notRevoked`, or `replaced` where the holder has a good card by now.
    public func restore(_ serial: Serial, reason: String, at clock: Timestamp) throws {
        guard let card = try CardRow.fetch(serial, snapshot) else { throw RegisterError.unknownSerial(serial) }
        guard card.revoked != nil else { throw RegisterError.notRevoked(serial) }
        if let newer = try snapshot.goodCard(of: card.holder, at: clock), newer != serial {
            throw RegisterError.replaced(serial, by: newer)
        }
        try log.add(
            LogEntry(kind: .restored, time: clock.secondsSince1970, card: card.id, detail: reason))
        try db.execute(sql: "UPDATE card SET revoked = NULL WHERE id = ?", arguments: [card.id])
    }

    /// Revokes the card of a row, which is not revoked yet.
    func revoke(card: Int64, reason: String, time: Int64, run: Int64? = nil) throws {
        let entry = try log.add(LogEntry(kind: .revoked, time: time, card: card, run: run, detail: reason))
        try db.execute(sql: "UPDATE card SET revoked = ? WHERE id = ?", arguments: [entry, card])
    }
}
