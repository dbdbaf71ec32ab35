import Files

/// The rows of each locality: 12 bytes for neighbours that share one.
struct LocalityRuns: Sendable {
    /// Rows one after another in one locality.
    struct Run: Sendable {
        var first, count: UInt32
        var locality: LocalityTable.Number
    }

    private(set) var runs = Segments<Run>()

    /// Adds a row.
    mutating func add(_ row: UInt32, _ locality: LocalityTable.Number) {
        if let last = runs.last, last.locality == locality, last.first + last.count == row {
            runs[runs.count - 1].count += 1
        } else {
            runs.append(Run(first: row, count: 1, locality: locality))
        }
    }
}
