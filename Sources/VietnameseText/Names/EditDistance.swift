/// How many letters apart two words are.
package enum EditDistance {
    /// The letters to put in, take out, change, or swap with the next one; none where they are more than 2.
    package static func upToTwo(_ one: [UInt8], _ other: [UInt8]) -> Int? {
        for most in 0...2 where isAtMost(most, one.span, 0, other.span, 0) { return most }
        return nil
    }

    /// Whether the letters from two offsets on are at most so many apart.
    ///
    /// Equal letters at the start are never changed by the shortest way, so that only the first that differ are tried.
    private static func isAtMost(
        _ most: Int, _ one: Span<UInt8>, _ start: Int, _ other: Span<UInt8>, _ otherStart: Int
    ) -> Bool {
        var (first, second) = (start, otherStart)
        guard abs((one.count - first) - (other.count - second)) <= most else { return false }
        while first < one.count, second < other.count, one[first] == other[second] {
            first += 1
            second += 1
        }
        if first == one.count, second == other.count { return true }
        guard most > 0 else { return false }
        if first < one.count, isAtMost(most - 1, one, first + 1, other, second) { return true }
        if second < other.count, isAtMost(most - 1, one, first, other, second + 1) { return true }
        guard first < one.count, second < other.count else { return false }
        if isAtMost(most - 1, one, first + 1, other, second + 1) { return true }
        guard first + 1 < one.count, second + 1 < other.count else { return false }
        guard one[first] == other[second + 1], one[first + 1] == other[second] else { return false }
        return isAtMost(most - 1, one, first + 2, other, second + 2)
    }
}
