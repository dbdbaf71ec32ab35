import Foundation
package import Payload

// What entries of the log vouch for in other tables, as bytes.

extension CardRow {
    /// What a card keeps for ever.
    package var sealed: [UInt8] {
        var writer = CBORWriter(capacity: 48)
        writer.array(5)
        for value in [serial, holder, issue, run, seal] { writer.integer(value) }
        return writer.bytes
    }

    /// What a card keeps beside that when its holder is forgotten.
    package func remains(at locality: Locality) -> [UInt8] {
        var writer = CBORWriter(capacity: 64)
        writer.array(3)
        writer.text(locality.commune)
        writer.text(locality.hamlet)
        writer.integer(Int64(venue ?? 0))
        return writer.bytes
    }
}

extension RunRow {
    /// What a run keeps for ever: all but whether its files have their names.
    package var sealed: [UInt8] {
        var writer = CBORWriter(capacity: 192)
        writer.array(14)
        writer.text(command)
        writer.integer(Int64(kind.rawValue))
        writer.text(roster)
        writer.byteString(input ?? Data())
        writer.text(template)
        writer.byteString(key.bytes)
        writer.text(algorithm.rawValue)
        writer.unsigned(unit.rawValue)
        writer.text(nameForm.rawValue)
        writer.integer(clock.secondsSince1970)
        writer.integer(expires.secondsSince1970)
        writer.text(folder)
        writer.integer(Int64(rows))
        writer.integer(printed)
        return writer.bytes
    }
}

extension FileRow {
    /// A printed file with what is on its pages.
    func sealed(_ prints: PrintDigest, _ key: RegisterKey) -> [UInt8] {
        var writer = CBORWriter(capacity: 96)
        writer.array(4)
        writer.text(name)
        writer.integer(Int64(sheets))
        writer.byteString(sha256)
        writer.byteString(prints.mac(key))
        return writer.bytes
    }
}

/// Digests what is on the pages of a file, print by print in the order of pages and positions.
struct PrintDigest {
    private var writer = CBORWriter(capacity: 1024)

    mutating func add(_ print: PrintRow) {
        for value in [print.page, print.position, print.card] { writer.integer(value) }
    }

    func mac(_ key: RegisterKey) -> [UInt8] { Array(key.authenticate(writer.bytes).prefix(LogEntry.macLength)) }
}

extension CardRow {
    /// The 64-bit MAC, as SQLite's integer, of a card's personal part, which goes with it when its holder is forgotten.
    ///
    /// `otherKey` is the key that the holder got with this card; empty for none.
    package static func seal(
        of record: Record, _ holder: Holder, otherKey: some Collection<UInt8>, key: RegisterKey
    ) -> Int64 {
        var writer = CBORWriter(capacity: 192)
        writer.array(5)
        writer.text("record")
        writer.byteString(holder.key.bytes)
        writer.optional(holder.alias)
        writer.byteString(otherKey)
        record.write(to: &writer)
        return Int64(bitPattern: key.authenticate(writer.bytes).prefix(8).reduce(0) { $0 << 8 | UInt64($1) })
    }
}
