import Foundation
import GRDB
import Messages
import Payload
import Register

final class CardMerge {
    private(set) var count = 0

    private let target: Register.Transaction
    private let source: Register.Snapshot
    private let common, before: RowNumbers
    private let index: SearchIndex
    private let findCard, findOtherKey, addHolder, addCard: Statement
    /// Holders that are here under numbers of their own, by their numbers there.
    private var known: [Int64: Int64] = [:]

    init(
        of source: Register.Snapshot, into target: Register.Transaction, common: RowNumbers, before: RowNumbers
    ) throws {
        (self.source, self.target, self.common, self.before) = (source, target, common, before)
        index = try SearchIndex(target.db)
        findCard = try target.db.cachedStatement(sql: CardRow.select("WHERE serial = ?"))
        findOtherKey = try source.db.cachedStatement(sql: "SELECT key FROM other_key WHERE card = ?")
        addHolder = try HolderRow.insertion(target.db)
        addCard = try CardRow.insertion(target.db)
    }

    /// The number here of a card; one that both registers have is found by its serial.
    func number(_ there: Int64) throws -> Int64 {
        guard there <= common.card else { return there - common.card + before.card }
        return try card(knownAs: there).id
    }

    private func card(knownAs there: Int64) throws -> CardRow {
        guard let serial = try CardRow.fetchOne(source.db, number: there)?.serial,
            let card = try CardRow.fetchOne(findCard, arguments: [serial])
        else {
            throw DamagedRow(
                en: "card \(there) of the other register is not here", vi: "ở đây không có thẻ số \(there) của sổ kia")
        }
        return card
    }

    /// Takes a card over, or throws ``MergeConflict``; gives what its entry vouches for.
    func add(_ there: Int64, run: Int64) throws -> [UInt8] {
        guard var card = try CardRow.fetchOne(source.db, number: there), let serial = Serial(wholeNumber: card.serial),
            let locality = try LocalityRow.fetchOne(source.db, number: card.locality)?.locality
        else { throw DamagedRow(en: "there is no card \(there)", vi: "không có thẻ số \(there)") }
        let record = try card.record(at: locality)
        let holder = try holder(of: card, serial)
        let otherKey = try otherKey(of: card, holder, serial)
        card.id = try number(there)
        (card.holder, card.run, card.revoked) = (holder.id, run, nil)
        card.locality = try LocalityRow.number(of: locality, target.db)
        if let record, let keys = holder.holder {
            card.seal = CardRow.seal(of: record, keys, otherKey: otherKey ?? Data(), key: target.key)
        }
        do { try card.insert(by: addCard) } catch let error as DatabaseError
            where error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE
        {
            let present = try CardRow.fetchOne(findCard, arguments: [card.serial])
            throw present?.holder == holder.id
                ? MergeConflict.issuedTwice(serial) : MergeConflict.serialOfTwoHolders(serial)
        }
        if let otherKey { try OtherKeyRow(key: otherKey, holder: holder.id, card: card.id).insert(target.db) }
        if let record, let keys = holder.holder {
            try index.add(record.name, birth: record.birth, holder: keys, card: card.id)
        }
        count += 1
        return card.sealed
    }

    // MARK: Holders

    /// The holder here of a card there; one that was forgotten has no keys.
    private func holder(of card: CardRow, _ serial: Serial) throws -> HolderRow {
        let there = card.holder
        if let here = try known[there] ?? shared(there) {
            known[there] = here
            let local = try HolderRow.known(target.db, number: here)
            if card.name != nil, local.key == nil { throw MergeConflict.forgotten(serial) }
            return local
        }
        let here = there - common.holder + before.holder
        if let local = try HolderRow.fetchOne(target.db, number: here) { return local }
        var new = try HolderRow.known(source.db, number: there)
        if let key = new.key, let present = try HolderRow.fetchOne(target.db, key: key) {
            known[there] = present.id
            return present
        }
        new.id = here
        try new.insert(by: addHolder)
        return new
    }

    /// The number here of a holder that both registers have.
    private func shared(_ there: Int64) throws -> Int64? {
        guard there <= common.holder else { return nil }
        let card = try Int64.fetchOne(source.db, sql: "SELECT min(id) FROM card WHERE holder = ?", arguments: [there])
        return try card.map { try self.card(knownAs: $0).holder }
    }

    /// The key that a holder got with a card, where it is not known here yet.
    private func otherKey(of card: CardRow, _ holder: HolderRow, _ serial: Serial) throws -> Data? {
        guard let key = try Data.fetchOne(findOtherKey, arguments: [card.id]) else { return nil }
        guard let present = try HolderRow.fetchOne(target.db, key: key) else { return key }
        guard present.id == holder.id else { throw MergeConflict.twoHolders(serial) }
        return nil
    }
}
