package import Files
import Roster
package import RosterValues

extension RosterCheck {
    /// What kind of records the files hold.
    package enum Kind: String, CaseIterable, Sendable { case people, venues }

    /// How often a rule was broken, and where first.
    package struct RuleCount: Sendable {
        package let rule: Rule
        package internal(set) var count: Int
        /// Where it was found first.
        package let position: RowPosition
        /// What was found there.
        package let example: Finding
    }

    /// What a check comes to; always `rows == ready + warnings + refused + passedOver`.
    package struct Summary: Sendable {
        package let kind: Kind
        /// How each file was read.
        package internal(set) var files: [CheckedFile] = []
        /// Rows below the headers, blank ones not counted.
        package internal(set) var rows = 0
        /// Of the rows those that are printed as they stand, those to look at before, those that nothing is printed for,
        /// and those that are nobody's.
        package internal(set) var ready = 0, warnings = 0, refused = 0, passedOver = 0
        /// Every rule that was broken, the commonest first.
        package internal(set) var rules: [RuleCount] = []
        /// Proposals that leave no doubt, which a clean copy has made, and those that a person must decide on.
        package internal(set) var certainRepairs = 0, openProposals = 0

        /// Whether every row that is somebody's is printed as it stands.
        package var isReady: Bool { warnings == 0 && refused == 0 }

        /// What shows only at the end, in the order of the rows.
        package var late: LateFindings?
        /// The files as they were when they were read.
        package var stamps: [FileStamp] = []
    }
}
