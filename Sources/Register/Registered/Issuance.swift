package import Payload

/// What a run does for one holder: which serial it prints, and why that one.
package struct Issuance: Sendable, Hashable {
    package enum Reason: Sendable, Hashable {
        /// The holder has no good one.
        case new
        /// It takes the place of a good one, which is revoked.
        case replacing(Serial)
        /// The good one is printed once more, as it was issued.
        case again
    }

    package var serial: Serial
    /// 1 for a holder's first card, one more with each new serial.
    package var number: UInt32
    package var reason: Reason
    package var holder: Holder
    package var knownHolder: Int64?
    /// A key of the same holder that the register has not had yet.
    package var otherKey: HolderKey?
    package var record: Record

    package init(
        serial: Serial, number: UInt32, reason: Reason, holder: Holder, knownHolder: Int64? = nil,
        otherKey: HolderKey? = nil, record: Record
    ) {
        (self.serial, self.number, self.reason, self.record) = (serial, number, reason, record)
        (self.holder, self.knownHolder, self.otherKey) = (holder, knownHolder, otherKey)
    }
}

extension Issuance {
    package static func first(_ holder: Holder, record: Record, unit: UnitCode, key: SerialKey) -> Issuance {
        Issuance(
            serial: Serial(unit: unit, holder: holder.key, issueNumber: 1, key: key), number: 1, reason: .new,
            holder: holder, record: record)
    }

    /// The issuance as a CBOR array, for a run's journal.
    package var journaled: [UInt8] {
        var writer = CBORWriter(capacity: 192)
        writer.array(8)
        writer.unsigned(serial.rawValue)
        writer.unsigned(UInt64(number))
        switch reason {
        case .new: writer.integer(-1)
        case .again: writer.integer(-2)
        case .replacing(let old): writer.unsigned(old.rawValue)
        }
        writer.byteString(holder.key.bytes)
        writer.optional(holder.alias)
        writer.optional(knownHolder)
        writer.byteString(otherKey?.bytes ?? [])
        record.write(to: &writer)
        return writer.bytes
    }

    /// Reads ``journaled``; throws `CBORError` for other bytes.
    package init(journaled bytes: some Collection<UInt8>) throws {
        var reader = CBORReader(Array(bytes))
        try reader.expectArray(8)
        let (serial, number) = (try reader.serial(), try reader.unsigned())
        let start = reader.offset
        let reason = try reader.integer()
        let key = HolderKey(bytes: try reader.byteString())
        let alias = try reader.array() == 0 ? nil : try reader.integer()
        let knownHolder = try reader.array() == 0 ? nil : try reader.integer()
        let otherKey = HolderKey(bytes: try reader.byteString())
        guard let key else { throw CBORError.unexpectedValue(offset: start) }
        self.init(
            serial: serial, number: UInt32(clamping: number), reason: try Reason(journaled: reason, at: start),
            holder: Holder(key: key, alias: alias), knownHolder: knownHolder, otherKey: otherKey,
            record: try Record(from: &reader))
        try reader.finish()
    }
}

extension Issuance.Reason {
    fileprivate init(journaled value: Int64, at offset: Int) throws {
        switch value {
        case -1: self = .new
        case -2: self = .again
        default:
            guard value >= 0, let old = Serial(rawValue: UInt64(value)) else {
                throw CBORError.unexpectedValue(offset: offset)
            }
            self = .replacing(old)
        }
    }
}

extension CBORReader {
    fileprivate mutating func serial() throws -> Serial {
        let start = offset
        guard let serial = Serial(rawValue: try unsigned()) else { throw CBORError.unexpectedValue(offset: start) }
        return serial
    }
}
