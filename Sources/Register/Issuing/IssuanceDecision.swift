import Foundation
import GRDB
package import Payload

/// What is to be issued to a holder in a roster, by what the register has of the holder.
package enum IssuanceDecision: Sendable, Hashable {
    /// The holder has no good card or poster and gets one.
    case without(Issuance)
    /// The holder has a good one that says what the roster says; nil where the holder was forgotten since.
    case holding(RegisteredCard, Holder)
    /// The holder has a good one that says something else; the issue would take its place.
    case changed(RegisteredCard, Issuance)
}

extension Register.Snapshot {
    package var isEmpty: Bool {
        get throws { try Bool.fetchOne(db, sql: "SELECT NOT EXISTS (SELECT 1 FROM card)") ?? true }
    }

    /// What is to be issued to a holder: the unit's, with serials of the office's serial key, at the time of issue.
    package func decision(
        on holder: Holder, record: Record, unit: UnitCode, key: SerialKey, at clock: Timestamp
    ) throws -> IssuanceDecision {
        try knownHolder(holder).map { try decision(on: $0, record: record, unit: unit, key: key, at: clock) }
            ?? decision(onUnknown: holder, record: record, unit: unit, key: key, at: clock)
    }

    /// What is to be issued to a holder of a number, who is found by other signs than the keys.
    package func decision(
        onNumber number: Int64, otherKey: HolderKey?, record: Record, unit: UnitCode, key: SerialKey,
        at clock: Timestamp
    ) throws -> IssuanceDecision? {
        try knownHolder(number, otherKey: otherKey).map {
            try decision(on: $0, record: record, unit: unit, key: key, at: clock)
        }
    }

    private func decision(
        on known: KnownHolder, record: Record, unit: UnitCode, key: SerialKey, at clock: Timestamp
    ) throws -> IssuanceDecision {
        let cards = try confirmedCards(holder: known.number).map(\.card)
        let good = cards.good(at: clock)
        if let good, good.record?.says(record) == true { return .holding(good, known.holder) }
        let issuance = try issuance(for: known, replacing: good, of: cards, record: record, unit: unit, key: key)
        return good.map { .changed($0, issuance) } ?? .without(issuance)
    }

    func issuance(
        for known: KnownHolder, replacing good: RegisteredCard?, of cards: [RegisteredCard], record: Record,
        unit: UnitCode, key: SerialKey
    ) throws -> Issuance {
        // The first serial that nobody has; all but never another than that of the next number.
        var number = (cards.map(\.number).max() ?? 0) + 1
        while true {
            let serial = Serial(unit: unit, holder: known.holder.key, issueNumber: number, key: key)
            if try confirmedCard(serial) == nil {
                return Issuance(
                    serial: serial, number: number, reason: good.map { .replacing($0.serial) } ?? .new,
                    holder: known.holder, knownHolder: known.number, otherKey: known.otherKey, record: record)
            }
            number += 1
        }
    }

    /// A holder that no key finds may have been forgotten, which its serials tell.
    private func decision(
        onUnknown holder: Holder, record: Record, unit: UnitCode, key: SerialKey, at clock: Timestamp
    ) throws -> IssuanceDecision {
        var number: UInt32 = 1
        while true {
            let serial = Serial(unit: unit, holder: holder.key, issueNumber: number, key: key)
            guard let card = try confirmedCard(serial)?.card else {
                return .without(Issuance(serial: serial, number: number, reason: .new, holder: holder, record: record))
            }
            // Another holder may have the serial, this one would have been found by its key.
            guard try knownHolder(card.holder)?.holder.key != holder.key else { throw DamagedRow.index(of: "holders") }
            if card.record == nil, card.state(at: clock) == .valid { return .holding(card, holder) }
            number += 1
        }
    }

    func goodCard(of holder: Int64, at clock: Timestamp) throws -> Serial? {
        try confirmedCards(holder: holder).map(\.card).good(at: clock)?.serial
    }
}

struct KnownHolder {
    var number: Int64
    var holder: Holder
    /// The key that a roster has and the register has not.
    var otherKey: HolderKey?
}

extension Register.Snapshot {
    func knownHolder(_ number: Int64, otherKey: HolderKey? = nil) throws -> KnownHolder? {
        try HolderRow.fetchOne(db, number: number).flatMap { KnownHolder($0, otherKey: otherKey) }
    }

    /// Finds a holder by its key, by another key that it is known by, or by household, name and birth.
    ///
    /// Household, name and birth find a person only where one of the two has no national ID: two IDs are two persons.
    func knownHolder(_ holder: Holder) throws -> KnownHolder? {
        if let found = try HolderRow.fetchOne(db, key: Data(holder.key.bytes)) { return KnownHolder(found) }
        guard let alias = holder.alias else { return nil }
        let byAlias = try db.cachedStatement(sql: HolderRow.select("WHERE alias = ?"))
        let candidates = try HolderRow.fetchAll(byAlias, arguments: [alias]).compactMap { row in
            guard row.alias == alias else { throw DamagedRow.index(of: "holders") }
            return KnownHolder(row, otherKey: holder.isWithoutID ? nil : holder.key)
        }
        if holder.isWithoutID { return candidates.count == 1 ? candidates[0] : nil }
        return try candidates.first { candidate in
            guard candidate.holder.isWithoutID else { return false }
            let other = "SELECT 1 FROM other_key WHERE holder = ?"
            return try Int.fetchOne(db, sql: other, arguments: [candidate.number]) == nil
        }
    }
}

extension KnownHolder {
    fileprivate init?(_ row: HolderRow, otherKey: HolderKey? = nil) {
        guard let holder = row.holder else { return nil }
        self.init(number: row.id, holder: holder, otherKey: otherKey)
    }
}

extension Record {
    /// The words that a card would print otherwise, by the roster's column; a value that the record leaves out changes
    /// nothing.
    package func differences(from record: Record) -> [(column: String, old: String, new: String)] {
        let pairs = [
            ("full_name", name, record.name), ("date_of_birth", birth, record.birth), ("sex", sex, record.sex),
            ("household", household, record.household), ("address", address, record.address),
            ("type", venueType.map { "\($0)" } ?? "", record.venueType.map { "\($0)" } ?? ""),
            ("hamlet", locality.hamlet, record.locality.hamlet), ("commune", locality.commune, record.locality.commune),
        ]
        return pairs.filter { !$0.2.isEmpty && !$0.1.utf8.elementsEqual($0.2.utf8) }
    }

    fileprivate func says(_ record: Record) -> Bool { differences(from: record).isEmpty }
}
