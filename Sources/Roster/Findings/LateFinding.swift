/// A finding that shows only when every row has been seen.
public struct LateFinding: Hashable, Sendable {
    /// The row.
    public var place: RowPlace
    /// What is found there.
    public var finding: Finding

    /// Makes a late finding.
    public init(_ place: RowPlace, _ finding: Finding) {
        self.place = place
        self.finding = finding
    }
}
