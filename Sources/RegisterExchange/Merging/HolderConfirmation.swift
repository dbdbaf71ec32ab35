import GRDB
import Payload
import Register

extension RegisterMerge {
    func confirmHolders() throws {
        try refuseTwoGoodCards()
        try refuseTwins()
        try refuseForgotten()
    }

    // A card that is good, of the alias `card`, with its run; the arguments' ?1 is the time.
    private static func isGood(_ card: String) -> String {
        """
        \(card).revoked IS NULL AND EXISTS (
            SELECT 1 FROM run WHERE run.id = \(card).run AND expires >= ?1 AND NOT EXISTS (
                SELECT 1 FROM cut_off WHERE cut_off.kid = run.kid AND run.clock < moment))
        """
    }

    /// A holder has one good card at most, wherever it was issued.
    private func refuseTwoGoodCards() throws {
        // Where a revocation was undone, two cards that are here already may be good.
        let last = undoes ? 0 : before.card
        let pair = try Row.fetchOne(
            target.db,
            sql: """
                SELECT old.serial, new.serial FROM card new JOIN card old ON old.holder = new.holder
                WHERE old.id < new.id AND new.id > ?2 AND \(Self.isGood("new")) AND \(Self.isGood("old")) LIMIT 1
                """, arguments: [clock, last])
        if let pair { throw MergeConflict.twoGoodCards(try pair.decode(atIndex: 0), try pair.decode(atIndex: 1)) }
    }

    /// Somebody who has a national ID in one register and none in the other is one person, as in a roster.
    private func refuseTwins() throws {
        let twins = try Row.fetchCursor(
            target.db,
            sql: """
                SELECT oldCard.serial, newCard.serial, old.id, old.key, old.alias, new.id, new.key, new.alias
                FROM holder new JOIN holder old ON old.alias = new.alias AND old.id <= ?2
                JOIN card newCard ON newCard.holder = new.id JOIN card oldCard ON oldCard.holder = old.id
                WHERE new.id > ?2 AND \(Self.isGood("newCard")) AND \(Self.isGood("oldCard"))
                """, arguments: [clock, before.holder])
        while let row = try twins.next() {
            // Two IDs are two persons.
            let holders = try [2, 2 + HolderRow.columnCount].map { try HolderRow(row, from: $0).holder }
            guard holders.contains(where: { $0?.isWithoutID == true }) else { continue }
            throw MergeConflict.twoGoodCards(try row.decode(atIndex: 0), try row.decode(atIndex: 1))
        }
    }

    /// Whoever was forgotten in one register has no data in the other.
    private func refuseForgotten() throws {
        let serial = try Serial.fetchOne(
            target.db,
            sql: """
                SELECT serial FROM holder JOIN card ON card.holder = holder.id
                WHERE key IS NULL AND name IS NOT NULL LIMIT 1
                """)
        if let serial { throw MergeConflict.forgotten(serial) }
    }
}
