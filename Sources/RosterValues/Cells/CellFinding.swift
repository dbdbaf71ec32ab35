package import Messages

/// What is wrong with a text, whichever cell holds it.
package struct CellFinding: Equatable {
    package let rule: Rule
    /// One short sentence without the column.
    package let reason: Message
    /// What to write instead, where there is something to propose.
    package var proposal: Finding.Proposal?

    package init(_ rule: Rule, _ reason: Message, _ proposal: Finding.Proposal? = nil) {
        (self.rule, self.reason, self.proposal) = (rule, reason, proposal)
    }
}
