import Tables
import VietnameseText

/// The cells of one row by column, and the faults found while reading them.
public struct Cells<Column: RosterColumn>: Sendable {
    /// What is wrong with the row, in the order found.
    public private(set) var faults: [Fault] = []

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
        guard let field = header.field(of: column), field < row.fields.count else {
            if isNeeded { refuse(column, .missingValue, "is missing") }
            return nil
        }
        let clean = CleanText(row.fields[field])
        if let hidden = clean.hidden {
            refuse(column, .hiddenCharacter, "holds the invisible character \(Shown.code(hidden))")
            return nil
        }
        guard !clean.text.isEmpty else {
            if isNeeded { refuse(column, .missingValue, "is missing") }
            return nil
        }
        guard clean.text.utf8.count <= longest || clean.text.unicodeScalars.count <= longest else {
            refuse(column, .tooLong, "has \(clean.text.unicodeScalars.count) characters, at most \(longest) fit")
            return nil
        }
        return clean.text
    }

    /// Notes a fault of a cell.
    ///
    /// - Parameters:
    ///   - column: the column.
    ///   - rule: the rule that the cell breaks.
    ///   - reason: one short English sentence without the column.
    public mutating func refuse(_ column: Column, _ rule: Fault.Rule, _ reason: String) {
        faults.append(Fault(rule, column: column.name, reason: reason))
    }
}
