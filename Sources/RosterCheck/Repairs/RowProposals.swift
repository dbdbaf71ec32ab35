import Roster
package import RosterValues
package import Tables

/// What a check proposes to write into a row's cells.
package struct RowProposals {
    /// A proposal for one cell.
    package struct Proposal {
        /// The roster's own name of the column, and its field in the file.
        package let column: String
        package let field: Int
        package let rule: Rule
        /// The cell as it stands in the file, and what it is to hold.
        package let before: String
        package var after: String
        package let isCertain: Bool
    }

    /// The proposals, in the order found.
    package private(set) var list: [Proposal]
    /// The cells as they stand in the file, as many as it has columns.
    package let cells: [String]

    // A repair may show another fault, which may be certain to repair as well; more than two never follow one another.
    private static let mostRounds = 4

    /// Takes the proposals of a row; those that show only when others are carried out are certain ones alone.
    ///
    /// `again` tells what is found in the row with other cells.
    package init(_ row: CheckedRow, of file: CheckedFile, again: (Row) -> [Finding]) {
        var cells = Array(row.row.fields.prefix(file.columns.count))
        cells += Array(repeating: "", count: file.columns.count - cells.count)
        list = row.findings.compactMap { Self.proposal($0, file) }
        // What was carried down or taken from a card stands in the row already.
        for proposal in list { cells[proposal.field] = proposal.before }
        self.cells = cells
        guard list.contains(where: { $0.isCertain && $0.rule.severity != .note }) else { return }
        for proposal in list where proposal.isCertain { cells[proposal.field] = proposal.after }
        for _ in 0..<Self.mostRounds {
            let more = again(Row(number: row.row.number, fields: cells))
                .compactMap { Self.proposal($0, file) }
                .filter { $0.isCertain && !$0.after.utf8.elementsEqual(cells[$0.field].utf8) }
            guard !more.isEmpty else { return }
            for proposal in more {
                cells[proposal.field] = proposal.after
                if let index = list.lastIndex(where: { $0.field == proposal.field && $0.isCertain }) {
                    list[index].after = proposal.after
                } else {
                    list.append(proposal)
                }
            }
        }
    }

    private static func proposal(_ finding: Finding, _ file: CheckedFile) -> Proposal? {
        guard let proposal = finding.proposal, let column = finding.column, let field = file.field(of: column) else {
            return nil
        }
        return Proposal(
            column: column, field: field, rule: finding.rule, before: finding.value, after: proposal.text,
            isCertain: proposal.isCertain)
    }
}
