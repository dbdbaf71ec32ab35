package import Files
package import Roster

extension RosterCheck {
    /// What kind of records the files hold.
    package enum Kind: String, CaseIterable, Sendable { case people, venues }

    /// How often a rule was broken, and where first.
    package struct RuleCount: Sendable {
        /// The rule.
        package let rule: Rule
        /// Findings of it.
        package internal(set) var count: Int
        /// Where it was found first.
        package let position: RowPosition
        /// What was found there.
        package let example: Finding
    }

    /// What a check comes to; always `rows == ready + warnings + refused + passedOver`.
    package struct Summary: Sendable {
        /// What the files hold.
        package let kind: Kind
        /// How each file was read.
        package internal(set) var files: [CheckedFile] = []
        /// Rows below the headers, blank ones not counted.
        package internal(set) var rows = 0
        /// Rows that are printed as they stand.
        package internal(set) var ready = 0
        /// Rows that are printed and that an officer should look at.
        package internal(set) var warnings = 0
        /// Rows that nothing is printed for.
        package internal(set) var refused = 0
        /// Rows that are nobody's.
        package internal(set) var passedOver = 0
        /// Every rule that was broken, the commonest first.
        package internal(set) var rules: [RuleCount] = []
        /// Proposals that leave no doubt, which a clean copy has made.
        package internal(set) var certainRepairs = 0
        /// Proposals that a person must decide on.
        package internal(set) var openProposals = 0

        /// Whether every row that is somebody's is printed as it stands.
        package var isReady: Bool { warnings == 0 && refused == 0 }

        /// What shows only at the end, in the order of the rows.
        package var late: LateFindings?
        /// The files as they were when they were read.
        package var stamps: [FileStamp] = []
    }
}
