import Foundation
import GRDB
import Payload

/// Takes cards over from another register, with their holders.
final class CardMerge {
    /// Cards that came over so far.
    private(set) var count = 0

    private let target: Register.Transaction
    private let source: Register.Snapshot
    private let common, before: RowNumbers
    private let names: NameIndex
    private let namesakes: Namesakes
    private let findRow, findSerial, findCard, findHolder, findKey, addHolder, addCard: Statement
    /// Holders that are here under numbers of their own, by their numbers there.
    private var known: [Int64: Int64] = [:]

    /// A holder as it is here; one that was forgotten has no keys.
    private struct LocalHolder {
        var number: Int64
        var holder: Holder?
    }

    init(
        of source: Register.Snapshot, into target: Register.Transaction, common: RowNumbers, before: RowNumbers
    ) throws {
        (self.source, self.target, self.common, self.before) = (source, target, common, before)
        let db = target.db
        names = try NameIndex(db)
        namesakes = try Namesakes(db)
        findRow = try source.db.cachedStatement(
            sql: """
                SELECT serial, issue, name, birth, sex, household, relation, address, venue, seal, commune, hamlet,
                    card.holder, holder.key, alias, other_key.key
                FROM card JOIN place ON place.id = card.place JOIN holder ON holder.id = card.holder
                LEFT JOIN other_key ON other_key.card = card.id WHERE card.id = ?
                """)
        findSerial = try source.db.cachedStatement(sql: "SELECT serial FROM card WHERE id = ?")
        findCard = try db.cachedStatement(sql: "SELECT id, holder FROM card WHERE serial = ?")
        findHolder = try db.cachedStatement(sql: "SELECT id, key, alias FROM holder WHERE id = ?")
        findKey = try db.cachedStatement(
            sql: """
                SELECT id, key, alias FROM holder WHERE key = ?1
                UNION ALL
                SELECT id, holder.key, alias FROM other_key JOIN holder ON id = holder WHERE other_key.key = ?1
                """)
        addHolder = try target.holderInsertion
        addCard = try target.cardInsertion
    }

    /// The number here of a card; one that both registers have is found by its serial.
    func number(_ there: Int64) throws -> Int64 {
        guard there <= common.card else { return there - common.card + before.card }
        return try card(knownAs: there).number
    }

    private func card(knownAs there: Int64) throws -> (number: Int64, holder: Int64) {
        guard let serial = try Int64.fetchOne(findSerial, arguments: [there]),
            let row = try Row.fetchOne(findCard, arguments: [serial])
        else { throw DamagedRow(reason: "card \(there) of the other register is not here") }
        return (try row.decode(atIndex: 0), try row.decode(atIndex: 1))
    }

    /// Takes a card over; gives what its entry vouches for.
    ///
    /// Throws ``MergeConflict`` where it contradicts what is here.
    func add(_ there: Int64, run: Int64) throws -> [UInt8] {
        guard let row = try Row.fetchOne(findRow, arguments: [there]) else {
            throw DamagedRow(reason: "there is no card \(there)")
        }
        let (here, serial) = (try number(there), try row.serial(atIndex: 0))
        let record = try Record(merged: row)
        let holder = try holder(of: row, hasRecord: record != nil)
        let otherKey = try otherKey(of: row, holder, serial)
        var seal = try row.decode(Int64.self, atIndex: 9)
        if let record, let keys = holder.holder {
            seal = Seal.record(record, holder: keys, otherKey: otherKey, key: target.key)
        }
        let place = Place(commune: try row.decode(atIndex: 10), hamlet: try row.decode(atIndex: 11))
        let (raw, issue) = (Int64(bitPattern: serial.rawValue), try row.decode(Int64.self, atIndex: 1))
        let fixed: [any DatabaseValueConvertible] = [
            here, raw, holder.number, issue, run, try target.number(of: place),
        ]
        addCard.setUncheckedArguments(
            StatementArguments(fixed.map(\.databaseValue) + (2...8).map { row[$0] } + [seal.databaseValue]))
        do { try addCard.execute() } catch let error as DatabaseError
            where error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE
        {
            let present = try Row.fetchOne(findCard, arguments: [raw])?.decode(Int64.self, atIndex: 1)
            throw present == holder.number
                ? MergeConflict.issuedTwice(serial) : MergeConflict.serialOfTwoHolders(serial)
        }
        if !otherKey.isEmpty {
            try target.db.execute(
                sql: "INSERT INTO other_key (key, holder, card) VALUES (?, ?, ?)",
                arguments: [Data(otherKey), holder.number, here])
        }
        if let record, let keys = holder.holder {
            try names.add(record.name, card: here)
            try namesakes.add(record.name, birth: record.birth, holder: keys, card: here)
        }
        count += 1
        return Seal.card(serial: raw, holder: holder.number, issue: issue, run: run, seal: seal)
    }

    // MARK: Holders

    private func holder(of row: Row, hasRecord: Bool) throws -> LocalHolder {
        let there = try row.decode(Int64.self, atIndex: 12)
        if let here = try known[there] ?? shared(there) {
            known[there] = here
            let local = try local(here)
            if hasRecord, local.holder == nil { throw MergeConflict.forgotten(try row.serial(atIndex: 0)) }
            return local
        }
        let here = there - common.holder + before.holder
        if try Row.fetchOne(findHolder, arguments: [here]) != nil { return try local(here) }
        let key = try row.decode(Data?.self, atIndex: 13)
        if let key, let present = try Row.fetchOne(findKey, arguments: [key]) {
            let number = try present.decode(Int64.self, atIndex: 0)
            known[there] = number
            return try local(number)
        }
        try addHolder.execute(arguments: [here, key, row[14] as DatabaseValue])
        return try local(here)
    }

    /// The number here of a holder that both registers have.
    private func shared(_ there: Int64) throws -> Int64? {
        guard there <= common.holder else { return nil }
        let card = try Int64.fetchOne(
            source.db, sql: "SELECT min(id) FROM card WHERE holder = ?", arguments: [there])
        return try card.map { try self.card(knownAs: $0).holder }
    }

    private func local(_ number: Int64) throws -> LocalHolder {
        guard let row = try Row.fetchOne(findHolder, arguments: [number]) else {
            throw DamagedRow(reason: "there is no holder \(number)")
        }
        let key = try row.decode(Data?.self, atIndex: 1).flatMap { HolderKey(bytes: $0) }
        let alias = try row.decode(Int64?.self, atIndex: 2)
        return LocalHolder(number: number, holder: key.map { Holder(key: $0, alias: alias) })
    }

    /// The key that a holder got with a card, where it is not known here yet.
    private func otherKey(of row: Row, _ holder: LocalHolder, _ serial: Serial) throws -> [UInt8] {
        guard let key = try row.decode(Data?.self, atIndex: 15) else { return [] }
        guard let present = try Row.fetchOne(findKey, arguments: [key]) else { return Array(key) }
        guard try present.decode(Int64.self, atIndex: 0) == holder.number else {
            throw MergeConflict.twoHolders(serial)
        }
        return []
    }
}

extension Record {
    /// The record of a card in the other register; nil where it was removed.
    fileprivate init?(merged row: Row) throws {
        guard let name = try row.decode(String?.self, atIndex: 2) else { return nil }
        self.init(
            name: name, birth: try row.decode(atIndex: 3) ?? "", sex: try row.decode(atIndex: 4) ?? "",
            household: try row.decode(atIndex: 5) ?? "", relation: try row.decode(atIndex: 6) ?? "",
            place: Place(commune: try row.decode(atIndex: 10), hamlet: try row.decode(atIndex: 11)))
        address = try row.decode(atIndex: 7) ?? ""
        venueType = try row.decode(Int?.self, atIndex: 8).flatMap(VenueType.init(rawValue:))
    }
}
