/// A finding that shows only when every row has been seen.
package struct LateFinding: Hashable, Sendable {
    /// The row.
    package var position: RowPosition
    /// What is found there.
    package var finding: Finding

    /// Makes a late finding.
    package init(_ position: RowPosition, _ finding: Finding) {
        self.position = position
        self.finding = finding
    }
}
