import GRDB
public import Payload

extension Register.Transaction {
    /// Revokes a card or poster; throws `RegisterError.unknownSerial` or `alreadyRevoked`.
    public func revoke(_ serial: Serial, reason: String, at clock: Timestamp) throws {
        guard let card = try CardRow.fetch(serial, db) else { throw RegisterError.unknownSerial(serial) }
        guard card.revoked == nil else { throw RegisterError.alreadyRevoked(serial) }
        try revoke(card: card.id, reason: reason, time: clock.secondsSince1970)
    }

    /// Undoes a revocation by serial.
    ///
    /// Throws `RegisterError.unknownSerial`, `notRevoked`, or `replaced` where the holder has a good card by now.
    public func restore(_ serial: Serial, reason: String, at clock: Timestamp) throws {
        guard let card = try CardRow.fetch(serial, db) else { throw RegisterError.unknownSerial(serial) }
        guard card.revoked != nil else { throw RegisterError.notRevoked(serial) }
        if let newer = try snapshot.goodCard(of: card.holder, at: clock), newer != serial {
            throw RegisterError.replaced(serial, by: newer)
        }
        try log.add(
            LogEntry(kind: .restored, time: clock.secondsSince1970, card: card.id, detail: reason))
        try db.execute(sql: "UPDATE card SET revoked = NULL WHERE id = ?", arguments: [card.id])
    }

    /// Revokes all that a key signed before a moment, registered or not; gives how many registered ones that are.
    ///
    /// A later moment widens an earlier revocation by the key; an earlier one changes nothing of it.
    @discardableResult
    public func revoke(key: KeyID, before moment: Timestamp, reason: String, at clock: Timestamp) throws -> Int {
        let kid = Int64(key.rawValue)
        let entry = try log.add(
            LogEntry(
                kind: .keyRevoked, time: clock.secondsSince1970, kid: kid, moment: moment.secondsSince1970,
                detail: reason))
        try db.execute(
            sql: """
                INSERT INTO cut_off (kid, moment, event) VALUES (?, ?, ?)
                ON CONFLICT DO UPDATE SET moment = excluded.moment, event = excluded.event
                WHERE excluded.moment > moment
                """,
            arguments: [kid, moment.secondsSince1970, entry])
        return try Int.fetchOne(
            db, sql: "SELECT count(*) FROM card JOIN run ON run.id = card.run WHERE run.kid = ? AND run.clock < ?",
            arguments: [kid, moment.secondsSince1970]) ?? 0
    }

    /// Undoes a revocation by key; throws `RegisterError.noCutOff`.
    ///
    /// Cards whose holders have newer ones by now stay revoked, each by its serial.
    public func restore(key: KeyID, reason: String, at clock: Timestamp) throws {
        let kid = Int64(key.rawValue)
        guard try Bool.fetchOne(db, sql: "SELECT 1 FROM cut_off WHERE kid = ?", arguments: [kid]) == true else {
            throw RegisterError.noCutOff(key)
        }
        let replaced = try Int64.fetchAll(
            db,
            sql: """
                SELECT old.id FROM run JOIN cut_off ON cut_off.kid = run.kid AND run.clock < cut_off.moment
                JOIN card old ON old.run = run.id AND old.revoked IS NULL
                WHERE run.kid = ? AND EXISTS (
                    SELECT 1 FROM card newer WHERE newer.holder = old.holder AND newer.issue > old.issue
                    AND newer.revoked IS NULL)
                ORDER BY old.id
                """, arguments: [kid])
        for card in replaced { try revoke(card: card, reason: "replaced", time: clock.secondsSince1970) }
        try log.add(LogEntry(kind: .keyRestored, time: clock.secondsSince1970, kid: kid, detail: reason))
        try db.execute(sql: "DELETE FROM cut_off WHERE kid = ?", arguments: [kid])
    }

    /// Revokes the card of a row, which is not revoked yet.
    func revoke(card: Int64, reason: String, time: Int64, run: Int64? = nil) throws {
        let entry = try log.add(LogEntry(kind: .revoked, time: time, card: card, run: run, detail: reason))
        try db.execute(sql: "UPDATE card SET revoked = ? WHERE id = ?", arguments: [entry, card])
    }

    /// Logs that a key was made or retired.
    public func note(_ kind: Event.Kind, key: KeyID, detail: String, at clock: Timestamp) throws {
        try log.add(
            LogEntry(kind: kind, time: clock.secondsSince1970, kid: Int64(key.rawValue), detail: detail))
    }
}
