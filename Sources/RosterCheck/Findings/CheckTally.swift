import BitCollections
import Roster
package import RosterValues

/// Counts what a check finds, in memory that does not grow with the rows but by a bit each.
package struct CheckTally {
    package private(set) var summary: RosterCheck.Summary
    private var rules: [Rule: RosterCheck.RuleCount] = [:]
    /// Rows that are ready, file by file, since a late warning changes what becomes of one.
    private var ready: [BitSet] = []

    package init(kind: RosterCheck.Kind) { summary = RosterCheck.Summary(kind: kind) }

    package mutating func add(_ row: CheckedRow) {
        summary.rows += 1
        switch row.status {
        case .ready:
            summary.ready += 1
            while ready.count <= row.position.file { ready.append(BitSet()) }
            ready[row.position.file].insert(row.position.row)
        case .warning: summary.warnings += 1
        case .refused: summary.refused += 1
        case .passedOver: summary.passedOver += 1
        }
        for finding in row.findings { count(finding, at: row.position) }
    }

    package mutating func add(_ late: LateFinding) {
        count(late.finding, at: late.position)
        guard late.finding.severity == .warning, late.position.file < ready.count,
            ready[late.position.file].remove(late.position.row) != nil
        else { return }
        summary.ready -= 1
        summary.warnings += 1
    }

    /// The summary with all rules that were broken, the commonest first.
    package consuming func result() -> RosterCheck.Summary {
        let order = Dictionary(uniqueKeysWithValues: Rule.allCases.enumerated().map { ($1, $0) })
        summary.rules = rules.values.sorted { ($1.count, order[$0.rule] ?? 0) < ($0.count, order[$1.rule] ?? 0) }
        return summary
    }

    private mutating func count(_ finding: Finding, at position: RowPosition) {
        if let proposal = finding.proposal, finding.column != nil {
            if proposal.isCertain { summary.certainRepairs += 1 } else { summary.openProposals += 1 }
        }
        let first = RosterCheck.RuleCount(rule: finding.rule, count: 0, position: position, example: finding)
        rules[finding.rule, default: first].count += 1
    }
}
