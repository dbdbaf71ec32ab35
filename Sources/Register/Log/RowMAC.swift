package import Payload

extension CardRow {
    /// The 64-bit MAC of a card's personal part, which is gone with it when its holder is forgotten.
    ///
    /// - Parameters:
    ///   - record: what is printed.
    ///   - holder: the holder's keys.
    ///   - otherKey: the key that the holder got with this card; empty for none.
    ///   - key: the register's key.
    /// - Returns: The seal, as SQLite's integer.
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
