package import Payload

/// Who or what a card or poster is for, as the register finds it again; it reveals nothing without the serial key.
package struct Holder: Sendable, Hashable {
    package var key: HolderKey
    /// The start of the key of household, name and birth, by which a person is found who had no national ID before, or
    /// whose ID a roster leaves out; nil for a venue.
    package var alias: Int64?

    /// The holder of a person's card, with the full name in NFC and the birth as `yyyy-mm-dd` or `yyyy`.
    package init(nationalID: String?, household: String, name: String, birth: String, key: SerialKey) {
        let person = HolderKey.person(household: household, name: name, birth: birth, key: key)
        self.key = nationalID.map { .nationalID($0, key: key) } ?? person
        alias = person.start
    }

    package init(venue name: String, address: String, key: SerialKey) {
        self.key = .venue(name: name, address: address, key: key)
    }

    init(key: HolderKey, alias: Int64?) { (self.key, self.alias) = (key, alias) }

    /// Whether the key is of household, name and birth, so that no national ID is known.
    package var isWithoutID: Bool { alias == key.start }
}

extension HolderKey {
    /// The first 64 bits, as SQLite's integer.
    var start: Int64 { Int64(bitPattern: bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }) }
}
