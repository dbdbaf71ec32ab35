import Messages

/// What is wrong with a text, whichever cell holds it.
struct CellFinding: Equatable {
    let rule: Rule
    /// One short sentence without the column.
    let reason: Message
    /// What to write instead, where there is something to propose.
    var proposal: Finding.Proposal?

    init(_ rule: Rule, _ reason: Message, _ proposal: Finding.Proposal? = nil) {
        (self.rule, self.reason, self.proposal) = (rule, reason, proposal)
    }
}

extension Cells {
    mutating func add(_ finding: CellFinding, _ column: Column) {
        find(finding.rule, column, finding.reason, proposal: finding.proposal)
    }
}
