import Tables
import VietnameseText

/// The cells of one row by column, and what is found while reading them.
public struct Cells<Column: RosterColumn>: Sendable {
    /// What is wrong with the row, in the order found.
    public private(set) var findings: [Finding] = []
    /// Whether a finding refuses the row.
    public private(set) var isRefused = false

    private let row: Row
    private let header: Header<Column>

    init(_ row: Row, _ header: Header<Column>) {
        self.row = row
        self.header = header
    }

    /// A cell's text: NFC, trimmed, white space single.
    ///
    /// Control and invisible characters are a fault, and so is an empty cell where a value is needed.
    ///
    /// - Parameters:
    ///   - column: the column.
    ///   - isNeeded: whether an empty cell is a fault.
    ///   - longest: Unicode scalars that the text may have.
    /// - Returns: the text; nothing where it is empty, absent or refused.
    public mutating func text(_ column: Column, isNeeded: Bool = false, longest: Int = 120) -> String? {
        let clean = CleanText(raw(column))
        if let hidden = clean.hidden {
            find(.hiddenCharacter, column, "holds the invisible character \(Shown.code(hidden))")
            return nil
        }
        guard !clean.text.isEmpty else {
            if isNeeded { find(.missingValue, column, "is missing") }
            return nil
        }
        guard clean.text.utf8.count <= longest || clean.text.unicodeScalars.count <= longest else {
            find(.tooLong, column, "has \(clean.text.unicodeScalars.count) characters, at most \(longest) fit")
            return nil
        }
        return clean.text
    }

    /// Notes a finding about a cell.
    ///
    /// - Parameters:
    ///   - rule: the rule that the cell breaks.
    ///   - column: the column.
    ///   - reason: one short English sentence without the column.
    ///   - proposal: what to write instead.
    public mutating func find(
        _ rule: Rule, _ column: Column, _ reason: String, proposal: Finding.Proposal? = nil
    ) {
        findings.append(
            Finding(rule, column: column.name, value: raw(column), reason: reason, proposal: proposal))
        if rule.severity == .error { isRefused = true }
    }

    /// A cell as it stands in the file; empty where the file or the row lacks it.
    public func raw(_ column: Column) -> String {
        guard let field = header.field(of: column), field < row.fields.count else { return "" }
        return row.fields[field]
    }
}
