/// What shows only when every row has been read, in the order of the rows: warnings only.
///
/// Findings are put into words when they are looked at, since a roster of the wrong form has a million of them.
package struct LateFindings: RandomAccessCollection, Sendable {
    private let packed: [PackedFinding]
    private let words: @Sendable (PackedFinding) -> LateFinding

    /// Takes packed findings in any order, and what puts one into words.
    package init(_ packed: [PackedFinding], words: @escaping @Sendable (PackedFinding) -> LateFinding) {
        (self.packed, self.words) = (packed.sorted(), words)
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { packed.count }
    package subscript(index: Int) -> LateFinding { words(packed[index]) }
}

/// A finding that shows only when every row has been seen.
package struct LateFinding: Hashable, Sendable {
    package var position: RowPosition
    package var finding: Finding

    package init(_ position: RowPosition, _ finding: Finding) { (self.position, self.finding) = (position, finding) }
}

/// A late finding before it is put into words: 12 bytes.
package struct PackedFinding: Comparable, Sendable {
    /// What it is about, in the order in which the findings of one row stand.
    package enum Subject: UInt8, Sendable { case date, noHeadAtAll, noHead, secondHead, age, hamlet, commune }

    /// The row's number.
    package var row: UInt32
    package var subject: Subject
    /// Which of the subject's findings.
    package var index: UInt32

    package init(row: UInt32, _ subject: Subject, _ index: Int) {
        (self.row, self.subject, self.index) = (row, subject, UInt32(truncatingIfNeeded: index))
    }

    package static func < (one: PackedFinding, other: PackedFinding) -> Bool {
        (one.row, one.subject.rawValue, one.index) < (other.row, other.subject.rawValue, other.index)
    }
}
