/// A table from 64-bit keys to 31-bit numbers: 12 bytes a slot, of which three in four at most are taken.
///
/// A large table is made of parts that grow one by one, so that growing needs little more than the table itself.
package struct KeyTable: Sendable {
    @usableFromInline
    struct Part: Sendable {
        /// Keys by slot; 0 for a free one.
        @usableFromInline var keys: [UInt64]
        @usableFromInline var values: [UInt32]
        @usableFromInline var count = 0
    }

    @usableFromInline let seed, partBits: UInt64
    @usableFromInline var parts: [Part]
    @usableFromInline package internal(set) var count = 0

    /// Makes an empty table.
    ///
    /// - Parameters:
    ///   - seed: what slots depend on, so that nobody can choose keys that all want the same.
    ///   - isLarge: whether it may come to hold hundreds of thousands.
    package init(seed: UInt64, isLarge: Bool) {
        self.seed = seed
        partBits = isLarge ? 6 : 0
        let empty = Part(keys: [UInt64](repeating: 0, count: 16), values: [UInt32](repeating: 0, count: 16))
        parts = [Part](repeating: empty, count: 1 << partBits)
    }

    /// The number of a key; none where the key is not there.
    @inlinable
    package func value(of key: UInt64) -> UInt32? {
        let key = Self.used(key)
        let hash = hash(key)
        let part = part(hash)
        let slot = Self.slot(of: key, hash: hash << partBits, parts[part].keys)
        return parts[part].keys[slot] == 0 ? nil : parts[part].values[slot]
    }

    /// Puts a key in unless it is there.
    ///
    /// - Returns: the number that the key has now.
    @inlinable @discardableResult
    package mutating func insert(_ value: UInt32, for key: UInt64) -> UInt32 {
        let key = Self.used(key)
        let hash = hash(key)
        let part = part(hash)
        let slot = Self.slot(of: key, hash: hash << partBits, parts[part].keys)
        guard parts[part].keys[slot] == 0 else { return parts[part].values[slot] }
        parts[part].keys[slot] = key
        parts[part].values[slot] = value
        parts[part].count += 1
        count += 1
        if parts[part].count * 4 > parts[part].keys.count * 3 { grow(part) }
        return value
    }

    /// Calls a closure with every key and its number, in no order.
    package func forEach(_ body: (UInt64, UInt32) throws -> Void) rethrows {
        for part in parts {
            for slot in part.keys.indices where part.keys[slot] != 0 { try body(part.keys[slot], part.values[slot]) }
        }
    }

    /// The keys by their slots, 0 for a free one, and their numbers; nil unless there are so many slots.
    func all(slots: Int) -> (keys: [UInt64], values: [UInt32])? {
        guard parts.count == 1, parts[0].keys.count == slots else { return nil }
        return (parts[0].keys, parts[0].values)
    }

    /// Takes all keys out, and keeps the memory for others.
    mutating func removeAll() {
        for part in parts.indices {
            for slot in parts[part].keys.indices { parts[part].keys[slot] = 0 }
            parts[part].count = 0
        }
        count = 0
    }

    /// Where a key is looked for first in a table of so many slots that is not large.
    func slot(of key: UInt64, among slots: Int) -> Int {
        Int(truncatingIfNeeded: hash(key) >> UInt64(64 - (slots - 1).nonzeroBitCount))
    }

    @usableFromInline
    mutating func grow(_ part: Int) {
        let old = parts[part]
        var keys = [UInt64](repeating: 0, count: old.keys.count * 2)
        var values = [UInt32](repeating: 0, count: keys.count)
        for (index, key) in old.keys.enumerated() where key != 0 {
            let slot = Self.slot(of: key, hash: hash(key) << partBits, keys)
            keys[slot] = key
            values[slot] = old.values[index]
        }
        parts[part] = Part(keys: keys, values: values, count: old.count)
    }

    /// The slot that holds a key, or the free one that would.
    @inlinable @inline(__always)
    static func slot(of key: UInt64, hash: UInt64, _ keys: [UInt64]) -> Int {
        let keys = keys.span
        let mask = keys.count - 1
        var slot = Int(truncatingIfNeeded: hash >> UInt64(64 - mask.nonzeroBitCount))
        while keys[slot] != key, keys[slot] != 0 { slot = (slot + 1) & mask }
        return slot
    }

    @inlinable
    func hash(_ key: UInt64) -> UInt64 { mixed(key ^ seed, 0xD6E8_FEB8_6659_FD93) }

    @inlinable
    func part(_ hash: UInt64) -> Int { partBits == 0 ? 0 : Int(truncatingIfNeeded: hash >> (64 - partBits)) }

    /// The key that stands for a key: 0 marks a free slot.
    @inlinable
    static func used(_ key: UInt64) -> UInt64 { key == 0 ? 1 : key }
}

/// Mixes two numbers by the two halves of their product.
@inlinable @inline(__always)
package func mixed(_ one: UInt64, _ other: UInt64) -> UInt64 {
    let product = one.multipliedFullWidth(by: other)
    return product.high ^ product.low
}
