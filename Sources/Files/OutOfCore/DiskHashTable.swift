package import Messages

/// A table from 64-bit keys to 32-bit numbers whose older keys wait in a nameless file.
///
/// When so many keys are there, all of them are laid on a *shelf*: keys and numbers go into the file as they stand, and in
/// memory stays a filter of 1.3 bytes a key that tells whether a key may be there. Where there is no folder, or its disk
/// takes no more, all stays in memory.
package struct DiskHashTable: Sendable {
    /// Keys and numbers in the file, and the filter of them.
    private struct Shelf: Sendable {
        var filter: [UInt64]
        /// Where in the file the keys begin; the numbers follow them.
        var offset: Int
    }

    /// Slots of a shelf's table; three in four are taken.
    private static let slots = 1 << 16
    private static let words = 1 << 13
    /// Keys that are read from the file at once.
    private static let reach = 32

    private let seed: UInt64
    private let folder: String?
    private var file: ValueFile?
    private var shelves: [Shelf] = []
    private var table: KeyTable
    private var isFull = false

    /// Makes an empty table.
    ///
    /// - Parameters:
    ///   - seed: as in ``KeyTable``.
    ///   - folder: the folder on whose disk keys wait; nil where they stay in memory.
    package init(seed: UInt64, folder: String?) {
        (self.seed, self.folder) = (seed, folder)
        table = KeyTable(seed: seed, isLarge: folder == nil)
    }

    /// The number of a key; none where the key is not there.
    package func value(of key: UInt64) throws -> UInt32? {
        if let value = table.value(of: key) { return value }
        guard !shelves.isEmpty else { return nil }
        let key = KeyTable.used(key)
        let (word, bits) = marks(of: key)
        for index in shelves.indices where shelves[index].filter[word] & bits == bits {
            if let value = try value(of: key, on: shelves[index].offset) { return value }
        }
        return nil
    }

    /// Puts a key in that is not there.
    package mutating func add(_ value: UInt32, for key: UInt64) {
        if isDue { shelve() }
        table.insert(value, for: key)
    }

    /// Puts a key in unless it is there.
    ///
    /// - Returns: the number that the key has now.
    package mutating func insert(_ value: UInt32, for key: UInt64) throws -> UInt32 {
        if shelves.isEmpty, !isDue { return table.insert(value, for: key) }
        if let known = try self.value(of: key) { return known }
        add(value, for: key)
        return value
    }

    /// Calls a closure with every key and its number, in no order.
    package func forEach(_ body: (UInt64, UInt32) throws -> Void) throws {
        try table.forEach(body)
        for shelf in shelves {
            let keys: [UInt64] = try read(Self.slots, at: shelf.offset)
            let values: [UInt32] = try read(Self.slots, at: Self.values(of: shelf.offset))
            for slot in keys.indices where keys[slot] != 0 { try body(keys[slot], values[slot]) }
        }
    }

    /// Whether the keys go on a shelf before another one comes.
    private var isDue: Bool { folder != nil && !isFull && table.count >= Self.slots * 3 / 4 }

    private mutating func shelve() {
        file = file ?? folder.flatMap { ValueFile(in: $0) }
        let offset = shelves.count * Self.slots * 12
        guard let file, let (keys, values) = table.all(slots: Self.slots),
            (try? file.write(keys, at: offset)) != nil,
            (try? file.write(values, at: Self.values(of: offset))) != nil
        else {
            isFull = true
            return
        }
        var filter = [UInt64](repeating: 0, count: Self.words)
        for key in keys where key != 0 {
            let (word, bits) = marks(of: key)
            filter[word] |= bits
        }
        shelves.append(Shelf(filter: filter, offset: offset))
        table.removeAll()
    }

    /// The number of a key on a shelf; the keys of a table stand where it looks for them in memory, too.
    private func value(of key: UInt64, on offset: Int) throws -> UInt32? {
        var slot = table.slot(of: key, among: Self.slots)
        while true {
            let keys: [UInt64] = try read(Swift.min(Self.reach, Self.slots - slot), at: offset + slot * 8)
            for (index, other) in keys.enumerated() {
                if other == key {
                    let values: [UInt32] = try read(1, at: Self.values(of: offset) + (slot + index) * 4)
                    return values[0]
                }
                if other == 0 { return nil }
            }
            slot = (slot + keys.count) & (Self.slots - 1)
        }
    }

    private static func values(of offset: Int) -> Int { offset + slots * 8 }

    private func read<Value: BitwiseCopyable>(_ count: Int, at offset: Int) throws -> [Value] {
        guard let file else { return [] }
        do { return try file.read(count, at: offset) } catch {
            throw LostTemporaryFile(folder: folder ?? "", reason: Message(of: error))
        }
    }

    /// The filter's word and the four bits of it that say that a key may be there.
    private func marks(of key: UInt64) -> (word: Int, bits: UInt64) {
        let hash = mixed(key ^ seed, 0xA24B_AED4_963E_E407)
        var bits: UInt64 = 0
        for shift in stride(from: UInt64(16), to: 40, by: 6) { bits |= 1 << (hash >> shift & 63) }
        return (Int(truncatingIfNeeded: hash) & (Self.words - 1), bits)
    }
}

/// What waited in a nameless file of a folder cannot be read again.
package struct LostTemporaryFile: Failure, Equatable {
    package let folder: String
    package let reason: Message

    /// The disk failed, which output needs too.
    package var category: FailureCategory { .outputNotMade }

    package var message: Message {
        Message(
            en: "\(folder): a temporary file cannot be read again: \(reason.english). "
                + "Look after the disk, and begin once more.",
            vi:
                "\(folder): không đọc lại được một tệp tạm: \(reason.vietnamese). Hãy kiểm tra ổ đĩa rồi làm lại từ đầu."
        )
    }
}
