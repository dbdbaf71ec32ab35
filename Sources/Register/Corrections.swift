import Foundation
import GRDB
import Payload

extension Register.Snapshot {
    /// Finds people without a national ID whose name, birth or household was corrected since they were registered.
    ///
    /// Somebody is found by two of the three: household and birth, household and name, or name and full date of birth.
    /// The registered holder must be in no other row of the roster, and no other row may fit, so that twins and
    /// namesakes are not taken for each other.
    ///
    /// - Parameters:
    ///   - records: people of a roster whom no key finds.
    ///   - isSeen: whether the holder of a number was found for another row.
    /// - Returns: The holder's number, by the index of the record.
    /// - Throws: what SQLite throws.
    public func corrected(_ records: [Record], isSeen: (Int64) -> Bool) throws -> [Int: Int64] {
        var byTrait: [Trait: [Int]] = [:]
        for (index, record) in records.enumerated() {
            for trait in Trait.all(of: record) { byTrait[trait, default: []].append(index) }
        }
        var holders: [Int: Set<Int64>] = [:]
        var fitting: [Int64: Set<Int>] = [:]
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT holder.id, holder.key, alias, name, birth, sex, household
                FROM holder JOIN card ON card.holder = holder.id WHERE alias IS NOT NULL AND name IS NOT NULL
                """)
        while let row = try rows.next() {
            let id = try row.decode(Int64.self, atIndex: 0)
            guard !isSeen(id), let key = HolderKey(bytes: try row.decode(Data?.self, atIndex: 1) ?? Data()),
                Holder(key: key, alias: try row.decode(atIndex: 2)).isWithoutID
            else { continue }
            let old = Record(
                name: try row.decode(atIndex: 3), birth: try row.decode(atIndex: 4) ?? "",
                sex: try row.decode(atIndex: 5) ?? "", household: try row.decode(atIndex: 6) ?? "", place: Place())
            for index in Trait.all(of: old).flatMap({ byTrait[$0] ?? [] }) where !old.isOfOtherSex(records[index]) {
                holders[index, default: []].insert(id)
                fitting[id, default: []].insert(index)
            }
        }
        return holders.compactMapValues { ids in
            guard ids.count == 1, let id = ids.first, fitting[id]?.count == 1 else { return nil }
            return id
        }
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
        if record.birth.contains("-") { traits.append(nameAndBirth(name, record.birth)) }
        return traits
    }
}

extension Record {
    fileprivate func isOfOtherSex(_ other: Record) -> Bool {
        !sex.isEmpty && !other.sex.isEmpty && sex != other.sex
    }
}
