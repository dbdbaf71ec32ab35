import Calendar
package import Tables
import VietnameseText

/// One file of a roster: finds its header, carries down what is given once, and makes records of its rows.
struct RosterTable<Record: RosterRecord>: ~Copyable {
    private(set) var file: RosterFile<Record.Column>
    var header: Header<Record.Column> { file.header }

    private var table: TableReader
    private let parser: RecordParser<Record>
    private let notes: NoteRow<Record>
    /// Rows below the header that were read while looking for it, the next one last.
    private var pending: [Row]
    /// The value that holds for the rows below, and the field that it stands in.
    private var carried: String?
    private let carriedField: Int?
    /// What another column held when the value was given, which it does not go beyond.
    private var carriedFrom = ""
    private let withinField: Int?

    init(path: String, today: CalendarDate, options: ReadingOptions) throws {
        let sheet = try SheetSearch<Record.Column>(path: path, options: options)
        let (first, search, evidence, unread) = (sheet.first, sheet.header, sheet.evidence, sheet.unread)
        var table = sheet.table
        table.width = search.header.width
        pending = []
        for row in first[search.rows.upperBound...].reversed() { pending.append(table.measured(row)) }
        var facts = table.facts
        if let evidence { facts.evidence = evidence }
        facts.unreadSheets = unread
        file = RosterFile(
            path: path, table: facts, header: search.header, headerRow: first[search.rows.lowerBound].number,
            headerRows: search.rows.count)
        parser = RecordParser(header: search.header, today: today)
        notes = NoteRow(search.header)
        carriedField = Record.carriedColumn.flatMap { search.header.field(of: $0) }
        withinField = Record.carriedWithin.flatMap { search.header.field(of: $0) }
        self.table = table
    }

    /// The next row that is not blank, not yet compared with others.
    mutating func next() throws -> RosterReader<Record>.Entry? {
        guard let row = try pending.popLast() ?? table.next() else {
            file.table.remarks = table.facts.remarks
            return nil
        }
        // A damaged row may hold the cells of other columns; what follows it may be another household's.
        guard row.damage.isEmpty else {
            carried = nil
            return parser.entry(of: row)
        }
        // A row may have nothing beside its name but what the text of a card there holds.
        let expanded = Record.expanded(row, header)
        let whole = expanded ?? row
        if let note = notes.finding(whole) {
            if note.rule != .headerRow { carried = nil }
            return .nobody(row, note)
        }
        let taken = expanded.map { takenFromCard(row, $0) } ?? []
        guard let filled = carriedDown(whole) else { return parser.entry(of: whole, alsoFound: taken) }
        return parser.entry(of: filled.row, alsoFound: taken + [filled.finding])
    }

    /// Whether two cells hold the same words, however they are written.
    private func isSame(_ one: String, _ other: String) -> Bool {
        LatinFolding.folded(CleanText(one).text) == LatinFolding.folded(CleanText(other).text)
    }

    /// What each cell became when the text of a card was taken apart.
    private func takenFromCard(_ row: Row, _ expanded: Row) -> [Finding] {
        zip(row.fields, expanded.fields).enumerated().compactMap { field, texts in
            guard texts.0 != texts.1, let column = header.column(of: field) else { return nil }
            return Finding(
                .cardText, column: column.name, value: texts.0, reason: "taken from the text of an identity card",
                proposal: Finding.Proposal(texts.1, isCertain: true))
        }
    }

    /// The row with the value of the rows above, where its own cell is blank and it does not begin anew.
    private mutating func carriedDown(_ row: Row) -> (row: Row, finding: Finding)? {
        guard let carriedField, let column = Record.carriedColumn, carriedField < row.fields.count else { return nil }
        let own = row.fields[carriedField]
        let within = withinField.map { $0 < row.fields.count ? row.fields[$0] : "" } ?? ""
        guard own.isBlankCell else {
            if carried != own { carried = own }
            if carriedFrom != within { carriedFrom = within }
            return nil
        }
        let isElsewhere =
            !within.isEmpty && !carriedFrom.isEmpty && within != carriedFrom && !isSame(within, carriedFrom)
        guard let carried, !isElsewhere, !Record.beginsAnew(row, header) else {
            carried = nil
            return nil
        }
        file.carried += 1
        if file.firstCarried == nil { file.firstCarried = row.number }
        var fields = row.fields
        fields[carriedField] = carried
        let finding = Finding(
            .householdCarried, column: column.name, reason: "taken from the row above",
            proposal: Finding.Proposal(carried, isCertain: true))
        return (Row(number: row.number, fields: fields), finding)
    }
}

/// How a roster's file was read.
package struct RosterFile<Column: RosterColumn>: Sendable {
    package let path: String
    /// Its form: delimiter and encoding, or the sheet.
    package internal(set) var table: TableFacts
    package let header: Header<Column>
    /// The header's row as Excel numbers it; of two rows the upper one.
    package let headerRow: Int
    /// The header's rows: 1, or 2 where merged cells stand above the names.
    package let headerRows: Int
    /// Rows that a value was carried down to, such as the household of the row above.
    package internal(set) var carried = 0
    /// The first of them as Excel numbers it.
    package internal(set) var firstCarried: Int?
}
