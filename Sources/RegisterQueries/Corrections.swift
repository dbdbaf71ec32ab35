import Foundation
import GRDB
import Payload
package import Register
package import struct Register.Record

extension Register.Snapshot {
    /// Finds people without a national ID whose name, birth or household was corrected since they were registered.
    ///
    /// Somebody is found by two of the three: household and birth, household and name, or name and full date of birth.
    /// The registered holder must be in no other row of the roster (`isSeen`), and no other row may fit, so that twins
    /// and namesakes are not taken for each other. Gives the holder's number by the index of the record.
    package func corrected(_ records: [Record], isSeen: (Int64) -> Bool) throws -> [Int: Int64] {
        try corrected(isSeen: isSeen) { body in for record in records { try body(record) } }
    }

    /// The same of records that are gone through twice, of which none stays in memory.
    package func corrected(
        isSeen: (Int64) -> Bool, forEachRecord: (_ body: (Record) throws -> Void) throws -> Void
    ) throws -> [Int: Int64] {
        var candidates: [(holder: Int64, record: Record)] = []
        var byTrait: [Trait: [Int]] = [:]
        for (holder, record) in try peopleWithoutID(cards(near: forEachRecord)) where !isSeen(holder) {
            for trait in Trait.all(of: record) { byTrait[trait, default: []].append(candidates.count) }
            candidates.append((holder, record))
        }
        guard !byTrait.isEmpty else { return [:] }
        var holders: [Int: Set<Int64>] = [:]
        var fitting: [Int64: Set<Int>] = [:]
        var index = 0
        try forEachRecord { record in
            for trait in Trait.all(of: record) {
                for candidate in byTrait[trait] ?? [] where !candidates[candidate].record.isOfOtherSex(record) {
                    holders[index, default: []].insert(candidates[candidate].holder)
                    fitting[candidates[candidate].holder, default: []].insert(index)
                }
            }
            index += 1
        }
        return holders.compactMapValues { ids in
            guard ids.count == 1, let id = ids.first, fitting[id]?.count == 1 else { return nil }
            return id
        }
    }

    /// What cards of people without a national ID say, with their holders' numbers; of other cards nothing.
    private func peopleWithoutID(_ cards: Set<Int64>) throws -> [(holder: Int64, record: Record)] {
        try cards.compactMap { card in
            guard let card = try confirmedCard(number: card)?.card, let record = card.record,
                try HolderRow.fetchOne(db, number: card.holder)?.holder?.isWithoutID == true
            else { return nil }
            return (card.holder, record)
        }
    }

    /// The cards that may share a trait with a record: those of its household, and of those who share name and birth.
    private func cards(near forEachRecord: (_ body: (Record) throws -> Void) throws -> Void) throws -> Set<Int64> {
        // SQLite takes letters with accents for others when their case differs.
        let ofHousehold = try db.cachedStatement(sql: "SELECT id FROM card WHERE household COLLATE NOCASE IN (?, ?, ?)")
        let index = try SearchIndex(db)
        var found: Set<Int64> = []
        var last = ""
        try forEachRecord { record in
            let household = record.household
            if !household.isEmpty, household != last {
                let forms: StatementArguments = [household, household.lowercased(), household.uppercased()]
                found.formUnion(try Int64.fetchAll(ofHousehold, arguments: forms))
                last = household
            }
            if record.isBornOnADay { found.formUnion(try index.namesakes(record.name, birth: record.birth)) }
        }
        return found
    }
}

/// Two things of a person that stay the same where the third is corrected.
private enum Trait: Hashable {
    case householdAndBirth(String, String)
    case householdAndName(String, String)
    case nameAndBirth(String, String)

    static func all(of record: Record) -> [Trait] {
        guard record.venueType == nil else { return [] }
        let household = record.household.lowercased()
        let name = SearchWords.text(record.name)
        var traits = [householdAndBirth(household, record.birth), householdAndName(household, name)]
        // Many share a name and a year.
        if record.isBornOnADay { traits.append(nameAndBirth(name, record.birth)) }
        return traits
    }
}

extension Record {
    /// Whether more of the birth is known than the year.
    fileprivate var isBornOnADay: Bool { birth.contains("-") }

    fileprivate func isOfOtherSex(_ other: Record) -> Bool { !sex.isEmpty && !other.sex.isEmpty && sex != other.sex }
}
