import Foundation
import GRDB
public import Payload

extension Register.Snapshot {
    /// A registered card or poster that may be printed once more, with its holder.
    ///
    /// Throws `RegisterError.unknownSerial`, `forgotten`, `replaced`, `revoked` or `expired`.
    public func reprintable(_ serial: Serial, at clock: Timestamp) throws -> (card: RegisteredCard, holder: Holder) {
        guard let row = try CardRow.fetch(serial, db) else { throw RegisterError.unknownSerial(serial) }
        guard row.card.record != nil, let holder = try holder(of: row) else { throw RegisterError.forgotten(serial) }
        switch row.card.state(at: clock) {
        case .valid: return (row.card, holder)
        case .expired: throw RegisterError.expired(serial)
        case .revoked:
            if let newer = try goodCard(of: row.holder, at: clock) { throw RegisterError.replaced(serial, by: newer) }
            throw RegisterError.revoked(serial)
        }
    }

    /// The issuance that gives the holder of a card or poster a new serial, with the record as it is registered.
    ///
    /// - Parameters:
    ///   - serial: the holder's newest card or poster, whether it is good or not.
    ///   - key: the office's serial key.
    ///   - clock: the time of issue.
    /// - Returns: The card as it is, and the issuance; it takes the place of the card where that is good.
    /// - Throws: `RegisterError.unknownSerial`, `forgotten`, or `replaced` where the holder has a newer good one.
    public func reissue(
        of serial: Serial, key: SerialKey, at clock: Timestamp
    ) throws -> (card: RegisteredCard, issuance: Issuance) {
        guard let row = try CardRow.fetch(serial, db) else { throw RegisterError.unknownSerial(serial) }
        guard let record = row.card.record, let holder = try holder(of: row) else {
            throw RegisterError.forgotten(serial)
        }
        let cards = try CardRow.fetch(holder: row.holder, db).map(\.card)
        let good = cards.last { $0.state(at: clock) == .valid }?.serial
        if let good, good != serial { throw RegisterError.replaced(serial, by: good) }
        let (next, number) = try freeSerial(
            for: holder.key, from: (cards.map(\.number).max() ?? 0) + 1, unit: row.card.unit, key: key)
        let issuance = Issuance(
            serial: next, number: number, reason: good.map { .replacing($0) } ?? .new, holder: holder,
            knownHolder: row.holder, record: record)
        return (row.card, issuance)
    }

    private func holder(of row: CardRow) throws -> Holder? {
        let found = try Row.fetchOne(db, sql: "SELECT key, alias FROM holder WHERE id = ?", arguments: [row.holder])
        guard let found, let bytes = try found.decode(Data?.self, atIndex: 0), let key = HolderKey(bytes: bytes) else {
            return nil
        }
        return Holder(key: key, alias: try found.decode(atIndex: 1))
    }
}
