/// Rows of one file, or holders of the register, by their numbers: a bit each.
struct RowSet: Sendable {
    private var words: [UInt64] = []

    /// Takes a row in, by the number that Excel shows.
    mutating func insert(_ row: Int) {
        let word = row >> 6
        if word >= words.count { words.append(contentsOf: repeatElement(0, count: word + 1 - words.count)) }
        words[word] |= 1 << (row & 63)
    }

    /// Takes a row out; tells whether it was in.
    mutating func remove(_ row: Int) -> Bool {
        let (word, bit) = (row >> 6, UInt64(1) << (row & 63))
        guard word < words.count, words[word] & bit != 0 else { return false }
        words[word] &= ~bit
        return true
    }

    /// Whether a row is in.
    func contains(_ row: Int) -> Bool {
        let word = row >> 6
        return word < words.count && words[word] & 1 << (row & 63) != 0
    }
}
