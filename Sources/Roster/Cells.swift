/// The cells of one row by column, and the faults found while reading them.
public struct Cells<Column: RosterColumn>: Sendable {
    /// What is wrong with the row, in the order found.
    public private(set) var faults: [Fault]

    private let row: Row
    private let header: Header<Column>

    init(_ row: Row, _ header: Header<Column>) {
        self.row = row
        self.header = header
        faults = row.damage.isEmpty ? [] : row.damage.map { Fault($0, header) }
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
            if isNeeded, row.damage.isEmpty { refuse(column, .missingValue, "is missing") }
            return nil
        }
        let clean = CleanText(row.fields[field])
        if let hidden = clean.hidden {
            // A control byte is already noted as damage.
            if row.damage.isEmpty {
                refuse(column, .hiddenCharacter, "holds the invisible character \(Shown.code(hidden))")
            }
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

extension Fault {
    fileprivate init<Column: RosterColumn>(_ damage: Row.Damage, _ header: Header<Column>) {
        func name(_ field: Int) -> String { header.column(of: field)?.name ?? "column \(field + 1)" }
        switch damage {
        case .tooFewFields(let found, let expected):
            self.init(.tooFewFields, column: nil, reason: "the row has \(found) fields, the header has \(expected)")
        case .tooManyFields(let found, let expected):
            self.init(.tooManyFields, column: nil, reason: "the row has \(found) fields, the header has \(expected)")
        case .strayQuote(let field):
            self.init(.strayQuote, column: name(field), reason: "a quotation mark stands in the wrong place")
        case .unclosedQuote(let field, let lines):
            self.init(
                .unclosedQuote, column: name(field),
                reason: "a quotation mark is not closed, and \(lines) lines after it were taken into the cell")
        case .swallowedRows(let field, let lines):
            self.init(
                .swallowedRows, column: name(field),
                reason: "a quotation mark is closed \(lines) lines further down, with whole rows inside")
        case .zeroByte(let field):
            self.init(.zeroByte, column: name(field), reason: "holds a zero byte")
        case .controlCharacter(let field):
            self.init(.hiddenCharacter, column: name(field), reason: "holds a control character")
        }
    }
}
