extension RevocationList {
    /// The content type of a list's message, by which it differs from every code's.
    static let contentType = "application/vnd.mocban.revocations+cbor"

    private enum Key {
        static let unit: Int64 = 1, sequence: Int64 = 2, issued: Int64 = 3, nextUpdate: Int64 = 4
        static let count: Int64 = 5, serials: Int64 = 6, cutOffs: Int64 = 7, logHead: Int64 = 8
    }

    /// The list as deterministic CBOR:
    /// `{1: unit, 2: sequence, 3: issued, 4: next update, 5: count, 6: serials' deltas, 7: {kid: cut-off}}`,
    /// and `8: [entry, mac, time]` where it has the end of a register's log.
    var encoded: [UInt8] {
        let deltas = SerialDeltas.encode(numbers)
        var writer = CBORWriter(capacity: deltas.count + 14 * cutOffs.count + 64)
        writer.map(logHead == nil ? 7 : 8)
        writer.integer(Key.unit)
        writer.unsigned(unit.rawValue)
        writer.integer(Key.sequence)
        writer.unsigned(sequence)
        writer.integer(Key.issued)
        writer.integer(issued.secondsSince1970)
        writer.integer(Key.nextUpdate)
        writer.integer(nextUpdate.secondsSince1970)
        writer.integer(Key.count)
        writer.unsigned(UInt64(numbers.count))
        writer.integer(Key.serials)
        writer.byteString(deltas)
        writer.integer(Key.cutOffs)
        writer.map(cutOffs.count)
        for (key, cutOff) in cutOffs.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            writer.byteString(key.bytes)
            writer.integer(cutOff.secondsSince1970)
        }
        if let logHead {
            writer.integer(Key.logHead)
            writer.array(3)
            writer.unsigned(UInt64(logHead.entry))
            writer.byteString(logHead.mac)
            writer.integer(logHead.time.secondsSince1970)
        }
        return writer.bytes
    }

    /// Whether ``init(decoding:)`` takes what ``encoded`` gives: all times are in their ranges.
    var isEncodable: Bool {
        ([issued, nextUpdate] + cutOffs.values + [logHead?.time].compactMap(\.self)).allSatisfy {
            Claims.seconds.contains($0.secondsSince1970)
        }
            && issued <= nextUpdate
    }

    /// Reads a list in exactly the form of ``encoded``.
    init(decoding payload: ArraySlice<UInt8>) throws(CBORError) {
        var reader = CBORReader(payload)
        let start = reader.offset
        let members = try reader.map()
        guard 7...8 ~= members else { throw .unexpectedValue(offset: start) }
        try reader.expect(Key.unit)
        let unit = UnitCode(rawValue: try reader.unsigned())
        try reader.expect(Key.sequence)
        let sequence = try reader.unsigned()
        try reader.expect(Key.issued)
        let issued = try reader.integer(in: Claims.seconds)
        try reader.expect(Key.nextUpdate)
        let nextUpdate = try reader.integer(in: issued...Claims.seconds.upperBound)
        try reader.expect(Key.count)
        let count = try reader.unsigned()
        try reader.expect(Key.serials)
        let numbers = try SerialDeltas.decode(reader.byteString(), count: count)
        try reader.expect(Key.cutOffs)
        let cutOffs = try Self.cutOffs(&reader)
        let logHead = members == 8 ? try Self.logHead(&reader) : nil
        try reader.finish()
        self.init(
            unit: unit, sequence: sequence, issued: Timestamp(secondsSince1970: issued),
            nextUpdate: Timestamp(secondsSince1970: nextUpdate), numbers: numbers, cutOffs: cutOffs,
            logHead: logHead)
    }

    private static func logHead(_ reader: inout CBORReader) throws(CBORError) -> LogHead {
        try reader.expect(Key.logHead)
        let start = reader.offset
        try reader.expectArray(3)
        let (entry, mac) = (try reader.unsigned(), Array(try reader.byteString()))
        let time = Timestamp(secondsSince1970: try reader.integer(in: Claims.seconds))
        guard let head = LogHead(entry: entry, mac: mac, time: time) else { throw .unexpectedValue(offset: start) }
        return head
    }

    private static func cutOffs(_ reader: inout CBORReader) throws(CBORError) -> [KeyID: Timestamp] {
        var cutOffs: [KeyID: Timestamp] = [:]
        var previous: KeyID?
        for _ in 0..<(try reader.map()) {
            let start = reader.offset
            guard let key = KeyID(bytes: try reader.byteString()) else { throw .unexpectedValue(offset: start) }
            if let previous, previous.rawValue >= key.rawValue {
                throw previous == key ? .duplicateKey(offset: start) : .unsortedKeys(offset: start)
            }
            cutOffs[key] = Timestamp(secondsSince1970: try reader.integer(in: Claims.seconds))
            previous = key
        }
        return cutOffs
    }
}
