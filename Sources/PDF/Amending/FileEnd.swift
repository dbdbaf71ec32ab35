/// The end of a file that Cairo wrote: its last objects, the cross-reference table and the trailer (ISO 32000-1, 7.5.4).
struct FileEnd {
    /// The end, as far as it is put right.
    private(set) var bytes: [UInt8]
    /// How many objects the table has, and so the first number that is free.
    private(set) var objectCount: Int
    // Where the end begins in the file.
    private let start: Int
    private let table: Int
    // Where the table's first entry begins.
    private var firstEntry: Int

    /// An end, with the offsets of all objects put right in its table; nil where it does not have Cairo's form.
    ///
    /// - Parameters:
    ///   - bytes: the end as Cairo wrote it, but for what was put between.
    ///   - start: where it begins in the file.
    ///   - offsets: what moved.
    init?(_ bytes: [UInt8], from start: Int, _ offsets: OffsetMap) {
        guard let pointer = bytes.lastRange(of: Self.pointer), let written = bytes.number(at: pointer.upperBound),
            case let table = offsets.moved(written.value) - start,
            let head = bytes.range(of: Self.head, from: table), head.lowerBound == table,
            let count = bytes.number(at: head.upperBound), bytes.lastRange(of: Self.size) != nil,
            count.digits.upperBound + 1 + count.value * Self.entry <= pointer.lowerBound
        else { return nil }
        (self.bytes, self.start, self.table, objectCount) = (bytes, start, table, count.value)
        firstEntry = count.digits.upperBound + 1
        for number in 1..<max(1, objectCount) {
            guard let old = bytes.number(at: entry(number))?.value else { return nil }
            setOffset(of: number, to: offsets.moved(old))
        }
        self.bytes.replaceSubrange(written.digits, with: "\(start + table)".utf8)
    }

    /// Adds objects, whose numbers are one that the table has already, or those that are free, in their order.
    mutating func add(_ objects: [NewObject]) {
        guard !objects.isEmpty else { return }
        var added: [UInt8] = []
        var addedOffsets: [(number: Int, offset: Int)] = []
        for object in objects {
            addedOffsets.append((object.number, start + table + added.count))
            added += Array("\(object.number) 0 obj\n".utf8) + object.content + Array("\nendobj\n".utf8)
        }
        let old = objectCount
        objectCount = max(old, (objects.map(\.number).max() ?? 0) + 1)
        replaceNumber(after: Self.pointer, with: start + table + added.count)
        replaceNumber(after: Self.size, with: objectCount)
        bytes.insert(
            contentsOf: [[UInt8]](repeating: Array("0000000000 00000 n \n".utf8), count: objectCount - old).joined(),
            at: entry(old))
        let digits = "\(objectCount)".utf8
        let count = table + Self.head.utf8.count
        bytes.replaceSubrange(count..<firstEntry - 1, with: digits)
        firstEntry = count + digits.count + 1
        for (number, offset) in addedOffsets { setOffset(of: number, to: offset) }
        bytes.insert(contentsOf: added, at: table)
    }

    private func entry(_ number: Int) -> Int { firstEntry + number * Self.entry }

    private mutating func setOffset(of number: Int, to offset: Int) {
        let entry = entry(number)
        var rest = offset
        for digit in (entry..<entry + Self.digits).reversed() {
            bytes[digit] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        }
    }

    private mutating func replaceNumber(after text: String, with number: Int) {
        guard let found = bytes.lastRange(of: text), let old = bytes.number(at: found.upperBound) else { return }
        bytes.replaceSubrange(old.digits, with: "\(number)".utf8)
    }

    private static let (pointer, head, size) = ("startxref\n", "xref\n0 ", "/Size ")
    // Bytes of an entry, and digits of its offset.
    private static let (entry, digits) = (20, 10)
}
