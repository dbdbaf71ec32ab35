import Payload

/// The parts of the tables that entries of the log vouch for, as bytes.
enum Seal {
    /// The 64-bit seal of a card's personal part, which is gone with it when its holder is forgotten.
    ///
    /// - Parameters:
    ///   - record: what is printed.
    ///   - holder: the holder's keys.
    ///   - otherKey: the key that the holder got with this card; empty for none.
    ///   - key: the register's key.
    /// - Returns: The seal, as SQLite's integer.
    static func record(_ record: Record, holder: Holder, otherKey: [UInt8], key: RegisterKey) -> Int64 {
        var writer = CBORWriter(capacity: 192)
        writer.array(5)
        writer.text("record")
        writer.byteString(holder.key.bytes)
        writer.array(holder.alias == nil ? 0 : 1)
        if let alias = holder.alias { writer.integer(alias) }
        writer.byteString(otherKey)
        record.write(to: &writer)
        return Int64(bitPattern: key.authenticate(writer.bytes).prefix(8).reduce(0) { $0 << 8 | UInt64($1) })
    }

    /// What a card keeps for ever.
    static func card(serial: Int64, holder: Int64, issue: Int64, run: Int64, seal: Int64) -> [UInt8] {
        var writer = CBORWriter(capacity: 48)
        writer.array(5)
        for value in [serial, holder, issue, run, seal] { writer.integer(value) }
        return writer.bytes
    }

    /// What a card keeps beside that when its holder is forgotten.
    static func remains(place: Place, venue: Int64?) -> [UInt8] {
        var writer = CBORWriter(capacity: 64)
        writer.array(3)
        writer.text(place.commune)
        writer.text(place.hamlet)
        writer.integer(venue ?? 0)
        return writer.bytes
    }

    /// A printed file; `prints` is a digest of what is on its pages.
    static func file(name: String, sheets: Int64, sha256: [UInt8], prints: [UInt8]) -> [UInt8] {
        var writer = CBORWriter(capacity: 96)
        writer.array(4)
        writer.text(name)
        writer.integer(sheets)
        writer.byteString(sha256)
        writer.byteString(prints)
        return writer.bytes
    }

    /// A run.
    static func run(_ run: Run, printed: Int64) -> [UInt8] {
        var writer = CBORWriter(capacity: 192)
        writer.array(14)
        writer.text(run.command)
        writer.unsigned(UInt64(run.kind.rawValue))
        writer.text(run.roster)
        writer.byteString(run.input ?? [])
        writer.text(run.template)
        writer.byteString(run.key.bytes)
        writer.text(run.algorithm.rawValue)
        writer.unsigned(run.unit.rawValue)
        writer.text(run.nameForm.rawValue)
        writer.integer(run.clock.secondsSince1970)
        writer.integer(run.expires.secondsSince1970)
        writer.text(run.folder)
        writer.integer(Int64(run.rows))
        writer.integer(printed)
        return writer.bytes
    }

    /// Digests what is on the pages of a file, print by print in the order of pages and positions.
    struct Prints {
        private var writer = CBORWriter(capacity: 1024)

        mutating func add(page: Int64, position: Int64, card: Int64) {
            for value in [page, position, card] { writer.integer(value) }
        }

        func digest(_ key: RegisterKey) -> [UInt8] {
            Array(key.authenticate(writer.bytes).prefix(LogEntry.macLength))
        }
    }
}
