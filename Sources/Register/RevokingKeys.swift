import GRDB
public import Payload

/// What a revocation by a key covers of the registered cards and posters.
public struct KeyCoverage: Sendable, Hashable {
    /// Those that the key signed before the moment.
    public var covered: Int
    /// Those that it signed then or later.
    public var later: Int
}

extension Register.Transaction {
    /// Revokes all that a key signed before a moment, registered or not; gives what that is of what is registered.
    ///
    /// A later moment widens an earlier revocation by the key; an earlier one changes nothing of it.
    @discardableResult
    public func revoke(
        key: KeyID, before moment: Timestamp, reason: String, at clock: Timestamp
    ) throws -> KeyCoverage {
        let kid = Int64(key.rawValue)
        let entry = try log.add(
            LogEntry(
                kind: .keyRevoked, time: clock.secondsSince1970, kid: kid, moment: moment.secondsSince1970,
                detail: reason))
        try cutOff(kid, before: moment.secondsSince1970, entry: entry)
        return try coverage(of: kid)
    }

    /// Sets the moment before which what a key signed is revoked, where it is later than the one that stands.
    func cutOff(_ kid: Int64, before moment: Int64, entry: Int64) throws {
        try db.execute(
            sql: """
                INSERT INTO cut_off (kid, moment, event) VALUES (?, ?, ?)
                ON CONFLICT DO UPDATE SET moment = excluded.moment, event = excluded.event
                WHERE excluded.moment > moment
                """, arguments: [kid, moment, entry])
    }

    /// Undoes a revocation by key; gives the serials of cards that stay revoked, each by itself, because their holders
    /// have other good ones by now.
    ///
    /// Throws `RegisterError.noCutOff`.
    @discardableResult
    public func restore(key: KeyID, reason: String, at clock: Timestamp) throws -> [Serial] {
        let kid = Int64(key.rawValue)
        guard try Int.fetchOne(db, sql: "SELECT 1 FROM cut_off WHERE kid = ?", arguments: [kid]) != nil else {
            throw RegisterError.noCutOff(key)
        }
        let kept = try rivals(kid, at: clock)
        for card in kept { try revoke(card: card.id, reason: "replaced by another", time: clock.secondsSince1970) }
        try log.add(LogEntry(kind: .keyRestored, time: clock.secondsSince1970, kid: kid, detail: reason))
        try db.execute(sql: "DELETE FROM cut_off WHERE kid = ?", arguments: [kid])
        return kept.map(\.card.serial)
    }

    /// Cards that would be good without the key's cut-off, while their holders have another that is or would be.
    private func rivals(_ kid: Int64, at clock: Timestamp) throws -> [CardRow] {
        let holders = try Int64.fetchAll(
            db,
            sql: """
                SELECT DISTINCT card.holder
                FROM run JOIN cut_off ON cut_off.kid = run.kid AND run.clock < cut_off.moment
                JOIN card ON card.run = run.id AND card.revoked IS NULL
                WHERE run.kid = ? AND EXISTS (
                    SELECT 1 FROM card other
                    WHERE other.holder = card.holder AND other.id <> card.id AND other.revoked IS NULL)
                ORDER BY 1
                """, arguments: [kid])
        return try holders.flatMap { holder in
            let cards = try CardRow.fetch(holder: holder, snapshot).filter {
                $0.revoked == nil && $0.card.expires >= clock
            }
            let covered = cards.filter { $0.card.revocation != nil && Int64($0.card.key.rawValue) == kid }
            return cards.contains { $0.card.revocation == nil } ? covered : Array(covered.dropLast())
        }
    }

    private func coverage(of kid: Int64) throws -> KeyCoverage {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT coalesce(sum(run.clock < moment), 0), count(*)
                FROM card JOIN run ON run.id = card.run JOIN cut_off ON cut_off.kid = run.kid WHERE run.kid = ?
                """, arguments: [kid])
        guard let row else { return KeyCoverage(covered: 0, later: 0) }
        let covered = try row.decode(Int.self, atIndex: 0)
        return KeyCoverage(covered: covered, later: try row.decode(Int.self, atIndex: 1) - covered)
    }
}
