import Tables

extension Finding {
    /// What a row's damage means to the reader of the roster.
    init<Column: RosterColumn>(_ damage: Row.Damage, _ header: Header<Column>) {
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
        case .zeroByte(let field): self.init(.zeroByte, column: name(field), reason: "holds a zero byte")
        case .undecodable(let field):
            self.init(
                .undecodable, column: name(field), reason: "holds bytes that are no letters in the file's encoding")
        case .controlCharacter(let field):
            self.init(.hiddenCharacter, column: name(field), reason: "holds a control character")
        }
    }
}
