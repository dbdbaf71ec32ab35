import Foundation
import GRDB
public import Payload

/// How a roster's record stands in the register.
public enum Standing: Sendable, Hashable {
    /// The holder has no good card or poster and gets one.
    case without(Issuance)
    /// The holder has a good one that says what the roster says; nil where the holder was forgotten since.
    case holding(RegisteredCard, Holder)
    /// The holder has a good one that says something else; the issue would take its place.
    case changed(RegisteredCard, Issuance)
}

extension Register.Snapshot {
    /// Whether nothing was ever registered.
    public var isEmpty: Bool {
        get throws { try Bool.fetchOne(db, sql: "SELECT NOT EXISTS (SELECT 1 FROM card)") ?? true }
    }

    /// How a holder stands, and the issue for it.
    ///
    /// - Parameters:
    ///   - holder: the holder.
    ///   - record: what would be printed.
    ///   - unit: the issuing unit.
    ///   - key: the office's serial key.
    ///   - clock: the time of issue.
    /// - Returns: How the holder stands.
    /// - Throws: `RegisterError.damaged`, or what SQLite throws.
    public func standing(
        of holder: Holder, record: Record, unit: UnitCode, key: SerialKey, at clock: Timestamp
    ) throws -> Standing {
        guard let known = try known(holder) else {
            return try standing(ofUnknown: holder, record: record, unit: unit, key: key, at: clock)
        }
        return try standing(of: known, record: record, unit: unit, key: key, at: clock)
    }

    /// How a holder of a number stands who is found by other signs than the keys.
    public func standing(
        ofNumber number: Int64, otherKey: HolderKey?, record: Record, unit: UnitCode, key: SerialKey,
        at clock: Timestamp
    ) throws -> Standing? {
        guard let known = try known(number, otherKey: otherKey) else { return nil }
        return try standing(of: known, record: record, unit: unit, key: key, at: clock)
    }

    private func standing(
        of known: KnownHolder, record: Record, unit: UnitCode, key: SerialKey, at clock: Timestamp
    ) throws -> Standing {
        let cards = try CardRow.fetch(holder: known.number, self).map(\.card)
        let good = cards.good(at: clock)
        if let good, good.record?.says(record) == true { return .holding(good, known.holder) }
        let issuance = try issuance(
            for: known, replacing: good, of: cards, record: record, unit: unit, key: key)
        return good.map { .changed($0, issuance) } ?? .without(issuance)
    }

    /// The issuance of a known holder's next card.
    func issuance(
        for known: KnownHolder, replacing good: RegisteredCard?, of cards: [RegisteredCard], record: Record,
        unit: UnitCode, key: SerialKey
    ) throws -> Issuance {
        let (serial, number) = try freeSerial(
            for: known.holder.key, from: (cards.map(\.number).max() ?? 0) + 1, unit: unit, key: key)
        return Issuance(
            serial: serial, number: number, reason: good.map { .replacing($0.serial) } ?? .new, holder: known.holder,
            knownHolder: known.number, otherKey: known.otherKey, record: record)
    }

    /// A holder that no key finds may have been forgotten, which its serials tell.
    private func standing(
        ofUnknown holder: Holder, record: Record, unit: UnitCode, key: SerialKey, at clock: Timestamp
    ) throws -> Standing {
        var number: UInt32 = 1
        while true {
            let serial = Serial(unit: unit, holder: holder.key, issueNumber: number, key: key)
            guard let row = try CardRow.fetch(serial, self) else {
                return .without(
                    Issuance(serial: serial, number: number, reason: .new, holder: holder, record: record))
            }
            // Another holder may have the serial, this one would have been found by its key.
            guard try known(row.holder)?.holder.key != holder.key else {
                throw DamagedRow(reason: "an index does not fit the table of holders")
            }
            if row.card.record == nil, row.card.state(at: clock) == .valid { return .holding(row.card, holder) }
            number += 1
        }
    }

    /// The first serial from an issue number on that nobody has; all but never another than that number's.
    private func freeSerial(
        for holder: HolderKey, from number: UInt32, unit: UnitCode, key: SerialKey
    ) throws -> (Serial, UInt32) {
        var number = number
        while true {
            let serial = Serial(unit: unit, holder: holder, issueNumber: number, key: key)
            if try CardRow.fetch(serial, self) == nil { return (serial, number) }
            number += 1
        }
    }

    /// The serial of a holder's good card.
    func goodCard(of holder: Int64, at clock: Timestamp) throws -> Serial? {
        try CardRow.fetch(holder: holder, self).map(\.card).good(at: clock)?.serial
    }
}

/// A holder that the register knows.
struct KnownHolder {
    var number: Int64
    var holder: Holder
    /// The key that a roster has and the register has not.
    var otherKey: HolderKey?
}

extension Register.Snapshot {
    /// The holder of a number; nil where it was forgotten.
    func known(_ number: Int64, otherKey: HolderKey? = nil) throws -> KnownHolder? {
        let sql = "SELECT id, key, alias FROM holder WHERE id = ?"
        return try Row.fetchOne(db, sql: sql, arguments: [number]).flatMap { try KnownHolder($0, otherKey: otherKey) }
    }

    /// Finds a holder by its key, by another key that it is known by, or by household, name and birth.
    ///
    /// Household, name and birth find a person only where one of the two has no national ID: two IDs are two persons.
    func known(_ holder: Holder) throws -> KnownHolder? {
        let byKey = try db.cachedStatement(
            sql: """
                SELECT id, key, alias, key FROM holder WHERE key = ?1
                UNION ALL
                SELECT id, holder.key, alias, other_key.key FROM other_key LEFT JOIN holder ON id = holder
                WHERE other_key.key = ?1
                """)
        if let row = try Row.fetchOne(byKey, arguments: [Data(holder.key.bytes)]) {
            guard try row.decode(Data.self, atIndex: 3).elementsEqual(holder.key.bytes) else {
                throw DamagedRow(reason: "an index does not fit the table of holders")
            }
            return try KnownHolder(row, otherKey: nil)
        }
        guard let alias = holder.alias else { return nil }
        let byAlias = try db.cachedStatement(sql: "SELECT id, key, alias FROM holder WHERE alias = ?")
        let candidates = try Row.fetchAll(byAlias, arguments: [alias]).compactMap { row in
            guard try row.decode(Int64?.self, atIndex: 2) == alias else {
                throw DamagedRow(reason: "an index does not fit the table of holders")
            }
            return try KnownHolder(row, otherKey: holder.isWithoutID ? nil : holder.key)
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
    fileprivate init?(_ row: Row, otherKey: HolderKey?) throws {
        guard let bytes = try row.decode(Data?.self, atIndex: 1), let key = HolderKey(bytes: bytes) else { return nil }
        self.init(
            number: try row.decode(atIndex: 0), holder: Holder(key: key, alias: try row.decode(atIndex: 2)),
            otherKey: otherKey)
    }
}

extension Record {
    /// The words that a card would print otherwise than a record has them, by the roster's column.
    ///
    /// A value that the record leaves out changes nothing.
    public func differences(from record: Record) -> [(column: String, old: String, new: String)] {
        let pairs = [
            ("full_name", name, record.name), ("date_of_birth", birth, record.birth), ("sex", sex, record.sex),
            ("household", household, record.household), ("address", address, record.address),
            ("type", venueType.map { "\($0)" } ?? "", record.venueType.map { "\($0)" } ?? ""),
            ("hamlet", place.hamlet, record.place.hamlet), ("commune", place.commune, record.place.commune),
        ]
        return pairs.filter { !$0.2.isEmpty && !$0.1.utf8.elementsEqual($0.2.utf8) }
    }

    fileprivate func says(_ record: Record) -> Bool { differences(from: record).isEmpty }
}
