/// How many letters apart two words are.
enum EditDistance {
    /// The letters to put in, take out, change, or swap with the next one; none where they are more than 2.
    static func upToTwo(_ one: [UInt8], _ other: [UInt8]) -> Int? {
        let (short, long) = one.count < other.count ? (one, other) : (other, one)
        guard long.count - short.count <= 2 else { return nil }
        // Rows of the usual matrix, of which only the five cells around the diagonal can be 2 or less.
        let far = 3
        var before = [Int](repeating: far, count: short.count + 1)
        var above = (0...short.count).map { min($0, far) }
        var current = above
        for row in 1..<(long.count + 1) {
            current[0] = min(row, far)
            var least = current[0]
            for column in stride(from: 1, through: short.count, by: 1) {
                guard abs(row - column) <= 2 else {
                    current[column] = far
                    continue
                }
                let differs = long[row - 1] != short[column - 1]
                var cost = min(above[column - 1] + (differs ? 1 : 0), above[column] + 1, current[column - 1] + 1)
                if row > 1, column > 1, long[row - 1] == short[column - 2], long[row - 2] == short[column - 1] {
                    cost = min(cost, before[column - 2] + 1)
                }
                current[column] = min(cost, far)
                least = min(least, cost)
            }
            guard least <= 2 else { return nil }
            (before, above, current) = (above, current, before)
        }
        return above[short.count] < far ? above[short.count] : nil
    }
}
