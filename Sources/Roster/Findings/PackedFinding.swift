/// A late finding before it is put into words: 12 bytes.
struct PackedFinding: Comparable, Sendable {
    /// What it is about, in the order in which the findings of one row stand.
    enum Subject: UInt8, Sendable {
        case date, noHeadAtAll, noHead, secondHead, age, hamlet, commune
    }

    /// The row's number.
    var row: UInt32
    /// What it is about.
    var subject: Subject
    /// Which of the subject's findings.
    var index: UInt32

    init(row: UInt32, _ subject: Subject, _ index: Int) {
        (self.row, self.subject, self.index) = (row, subject, UInt32(truncatingIfNeeded: index))
    }

    static func < (one: PackedFinding, other: PackedFinding) -> Bool {
        (one.row, one.subject.rawValue, one.index) < (other.row, other.subject.rawValue, other.index)
    }
}
