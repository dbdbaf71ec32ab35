package import Roster
package import RosterValues
package import Tables

/// One row of a roster with everything that a check finds in it.
package struct CheckedRow: Sendable {
    /// What becomes of a row.
    package enum Status: String, CaseIterable, Sendable {
        /// It is printed as it stands.
        case ready
        /// It is printed, and an officer should look at it.
        case warning
        /// Nothing is printed for it.
        case refused
        /// It is nobody's: a note, a total, a repeated header.
        case passedOver
    }

    /// Where the row stands: its file among those checked, and the row as Excel numbers it.
    package let position: RowPosition
    /// The cells, with what was carried down to them.
    package let row: Row
    /// What becomes of the row.
    package let status: Status
    /// What is found in it, in the order found; what shows only at the files' end comes last.
    package let findings: [Finding]

    package init<Record>(_ entry: RosterReader<Record>.Entry, at position: RowPosition, late: [LateFinding] = []) {
        self.position = position
        row = entry.row
        findings = late.isEmpty ? entry.findings : entry.findings + late.map(\.finding)
        status =
            switch entry {
            case .nobody: .passedOver
            case .refused: .refused
            case .record: findings.contains { $0.severity == .warning } ? .warning : .ready
            }
    }
}
