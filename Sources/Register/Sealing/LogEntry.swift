import Payload

/// An entry of the log as it is chained: its columns, and the bytes of what it is about.
struct LogEntry {
    var kind: Event.Kind
    var time: Int64
    var card: Int64?
    var run: Int64?
    var file: Int64?
    var kid: Int64?
    var moment: Int64?
    var detail: String?
    /// What the entry vouches for beside its own columns: a card's, a file's or a run's fixed part.
    var subject: [UInt8] = []

    /// The detail of a run's second entry: all its files have their names.
    static let settled = "settled"

    /// The detail of the entry that tells which shard of its roster a run printed.
    static func detail(of shard: Shard) -> String { "shard \(shard)" }

    /// Bytes of HMAC-SHA256 that are kept: half of them, as RFC 2104 allows.
    static let macLength = LogHead.macLength

    /// The MAC over this entry and, by its MAC, all before.
    func mac(number: Int64, after previous: [UInt8], key: RegisterKey) -> [UInt8] {
        var writer = CBORWriter(capacity: 160)
        writer.array(11)
        writer.byteString(previous)
        writer.integer(number)
        writer.integer(time)
        writer.integer(Int64(kind.rawValue))
        for value in [card, run, file, kid, moment] { writer.optional(value) }
        writer.array(detail == nil ? 0 : 1)
        if let detail { writer.text(detail) }
        writer.byteString(subject)
        return Array(key.authenticate(writer.bytes).prefix(Self.macLength))
    }

    /// The MAC over the end of the log, without which entries could be taken off it.
    static func endMAC(last: Int64, mac: [UInt8], key: RegisterKey) -> [UInt8] {
        var writer = CBORWriter(capacity: 40)
        writer.array(3)
        writer.text("end")
        writer.integer(last)
        writer.byteString(mac)
        return Array(key.authenticate(writer.bytes).prefix(macLength))
    }
}

extension CBORWriter {
    /// Writes an array of the number, or an empty one.
    fileprivate mutating func optional(_ value: Int64?) {
        array(value == nil ? 0 : 1)
        if let value { integer(value) }
    }
}
