package import Files
public import Roster

extension RosterCheck {
    /// What kind of records the files hold.
    public enum Kind: String, CaseIterable, Sendable {
        case people, venues
    }

    /// How often a rule was broken, and where first.
    public struct RuleCount: Sendable {
        /// The rule.
        public let rule: Rule
        /// Findings of it.
        public internal(set) var count: Int
        /// Where it was found first.
        public let place: RowPosition
        /// What was found there.
        public let example: Finding
    }

    /// What a check comes to; always `rows == ready + warnings + refused + passedOver`.
    public struct Summary: Sendable {
        /// What the files hold.
        public let kind: Kind
        /// How each file was read.
        public internal(set) var files: [CheckedFile] = []
        /// Rows below the headers, blank ones not counted.
        public internal(set) var rows = 0
        /// Rows that are printed as they stand.
        public internal(set) var ready = 0
        /// Rows that are printed and that an officer should look at.
        public internal(set) var warnings = 0
        /// Rows that nothing is printed for.
        public internal(set) var refused = 0
        /// Rows that are nobody's.
        public internal(set) var passedOver = 0
        /// Every rule that was broken, the commonest first.
        public internal(set) var rules: [RuleCount] = []
        /// Proposals that leave no doubt, which a clean copy has made.
        public internal(set) var certainRepairs = 0
        /// Proposals that a person must decide on.
        public internal(set) var openProposals = 0

        /// Whether every row that is somebody's is printed as it stands.
        public var isReady: Bool { warnings == 0 && refused == 0 }

        /// What shows only at the end, in the order of the rows.
        package var late: LateFindings?
        /// The files as they were when they were read.
        package var stamps: [FileStamp] = []
    }
}
