/// The rows of each place: 12 bytes for neighbours that share one.
struct PlaceRuns: Sendable {
    /// Rows one after another in one place.
    struct Run: Sendable {
        var first, count: UInt32
        var place: PlaceTable.Number
    }

    private(set) var runs = Segments<Run>()

    /// Adds a row.
    mutating func add(_ row: UInt32, _ place: PlaceTable.Number) {
        if let last = runs.last, last.place == place, last.first + last.count == row {
            runs[runs.count - 1].count += 1
        } else {
            runs.append(Run(first: row, count: 1, place: place))
        }
    }
}
