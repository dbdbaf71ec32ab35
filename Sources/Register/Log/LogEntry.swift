package import Payload

/// An entry of the log as it is chained: its columns, and the bytes of what it is about.
package struct LogEntry {
    package var kind: Event.Kind
    package var time: Timestamp
    package var card, run, file: Int64?
    package var key: KeyID?
    /// The moment that a revocation by key reaches to, or at which a key's validity ends.
    package var moment: Timestamp?
    package var detail: String?
    /// What the entry vouches for beside its own columns: a card's, a file's or a run's fixed part.
    package var subject: [UInt8]

    package init(
        _ kind: Event.Kind, _ time: Timestamp, card: Int64? = nil, run: Int64? = nil, file: Int64? = nil,
        key: KeyID? = nil, moment: Timestamp? = nil, detail: String? = nil, subject: [UInt8] = []
    ) {
        (self.kind, self.time, self.card, self.run, self.file) = (kind, time, card, run, file)
        (self.key, self.moment, self.detail, self.subject) = (key, moment, detail, subject)
    }

    /// The detail of a run's last entry: all its files have their names.
    package static let committed = "settled"

    /// The detail of the entry that tells which shard of its roster a run printed.
    static func detail(of shard: Shard) -> String { "shard \(shard)" }

    /// Bytes of HMAC-SHA256 that are kept: half of them, as RFC 2104 allows.
    static let macLength = LogHead.macLength

    /// The MAC over this entry and, by its MAC, all before.
    func mac(number: Int64, after previous: [UInt8], key registerKey: RegisterKey) -> [UInt8] {
        var writer = CBORWriter(capacity: 160)
        writer.array(11)
        writer.byteString(previous)
        writer.integer(number)
        writer.integer(time.secondsSince1970)
        writer.integer(Int64(kind.rawValue))
        for value in [card, run, file, key?.wholeNumber, moment?.secondsSince1970] { writer.optional(value) }
        writer.array(detail == nil ? 0 : 1)
        if let detail { writer.text(detail) }
        writer.byteString(subject)
        return Array(registerKey.authenticate(writer.bytes).prefix(Self.macLength))
    }
}

extension CBORWriter {
    /// Writes an array of the number, or an empty one.
    mutating func optional(_ value: Int64?) {
        array(value == nil ? 0 : 1)
        if let value { integer(value) }
    }
}
