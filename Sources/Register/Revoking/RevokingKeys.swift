import GRDB
package import Payload

/// What a revocation by a key covers of the registered cards and posters.
package struct KeyCoverage: Sendable, Hashable {
    /// Those that the key signed before the moment, and those that it signed then or later.
    package var covered, later: Int
}

extension Register.Transaction {
    /// Revokes all that a key signed before a moment, registered or not; gives what that is of what is registered.
    ///
    /// A later moment widens an earlier revocation by the key; an earlier one changes nothing of it.
    @discardableResult
    package func revoke(
        key: KeyID, before moment: Timestamp, reason: String, at clock: Timestamp
    ) throws -> KeyCoverage {
        let entry = try log.add(LogEntry(.keyRevoked, clock, key: key, moment: moment, detail: reason))
        try widen(CutOffRow(key: key, moment: moment, event: entry))
        return try coverage(of: key)
    }

    /// Takes over the moment before which what a key signed is revoked, where it is later than the one that stands.
    package func widen(_ cutOff: CutOffRow) throws {
        if let standing = try CutOffRow.fetchOne(db, cutOff.key), standing.moment >= cutOff.moment { return }
        try cutOff.insert(db, onConflict: .replace)
    }

    /// Undoes a revocation by key; gives the cards that stay revoked by themselves, since their holders have good ones
    /// by now.
    @discardableResult
    package func restore(key: KeyID, reason: String, at clock: Timestamp) throws -> [Serial] {
        guard try CutOffRow.fetchOne(db, key) != nil else { throw RegisterError.noCutOff(key) }
        let kept = try rivals(key, at: clock)
        for card in kept { try revoke(card: card.row.id, reason: "replaced by another", at: clock) }
        try log.add(LogEntry(.keyRestored, clock, key: key, detail: reason))
        try removeCutOff(key)
        return kept.map(\.card.serial)
    }

    package func removeCutOff(_ key: KeyID) throws {
        try db.execute(sql: "DELETE FROM cut_off WHERE kid = ?", arguments: [key])
    }

    /// Cards that would be good without the key's cut-off, while their holders have another that is or would be.
    private func rivals(_ key: KeyID, at clock: Timestamp) throws -> [ConfirmedCard] {
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
                """, arguments: [key])
        return try holders.flatMap { holder in
            let cards = try snapshot.confirmedCards(holder: holder).filter {
                $0.row.revoked == nil && $0.card.expires >= clock
            }
            let covered = cards.filter { $0.card.revocation != nil && $0.card.key == key }
            return cards.contains { $0.card.revocation == nil } ? covered : Array(covered.dropLast())
        }
    }

    private func coverage(of key: KeyID) throws -> KeyCoverage {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT coalesce(sum(run.clock < moment), 0), count(*)
                FROM card JOIN run ON run.id = card.run JOIN cut_off ON cut_off.kid = run.kid WHERE run.kid = ?
                """, arguments: [key])
        guard let row else { return KeyCoverage(covered: 0, later: 0) }
        let covered = try row.decode(Int.self, atIndex: 0)
        return KeyCoverage(covered: covered, later: try row.decode(Int.self, atIndex: 1) - covered)
    }
}
