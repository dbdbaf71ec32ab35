/// A finding that shows only when every row has been seen.
public struct LateFinding: Hashable, Sendable {
    /// The row.
    public var position: RowPosition
    /// What is found there.
    public var finding: Finding

    /// Makes a late finding.
    public init(_ position: RowPosition, _ finding: Finding) {
        self.position = position
        self.finding = finding
    }
}
