import Calendar
package import Messages
import RosterValues
package import Tables
import VietnameseText

/// One file of a roster: finds its header, carries down what is given once, and makes records of its rows.
struct RosterTable<Record: RosterRecord>: ~Copyable {
    private(set) var file: RosterFile<Record.Column>
    var header: Header<Record.Column> { file.header }

    private var table: TableReader
    private let parser: RecordParser<Record>
    private let notes: NoteRow<Record>
    private var shaper: RowShaper<Record.Column>
    /// Where each column of the first sheet stands on this one, where it stands elsewhere.
    private let moved: [Int?]?
    /// Fields that no column uses.
    private let unused: [Int]
    private let isText: Bool
    /// Rows below the header that were read while looking for it, the next one last.
    private var pending: [Row]
    /// The value that holds for the rows below, and the field that it stands in.
    private var carried: String?
    private let carriedField: Int?
    /// What another column held when the value was given, which it does not go beyond.
    private var carriedFrom = ""
    private let withinField: Int?

    /// Opens one of the sheets found; rows of a later one are put into the order of the first one's `header`.
    init(
        path: String, _ sheets: SheetSearch<Record.Column>, _ sheet: String?, header: Header<Record.Column>?,
        today: CalendarDate
    ) throws {
        let opened = try sheets.opened(sheet)
        let (first, search) = (opened.first, opened.header)
        let (evidence, unread) = (sheets.evidence, sheets.unread)
        var table = opened.table
        table.width = search.header.width
        shaper = RowShaper(search.header)
        unused = search.header.unusedFields
        isText = sheet == nil
        let order = header ?? search.header
        moved =
            order == search.header
            ? nil : (0..<order.names.count).map { order.column(of: $0).flatMap { search.header.field(of: $0) } }
        pending = []
        for row in first[search.rows.upperBound...].reversed() { pending.append(table.measured(row)) }
        var facts = table.facts
        if let evidence { facts.evidence = evidence }
        facts.unreadSheets = unread
        file = RosterFile(
            path: path, table: facts, header: order, headerRow: first[search.rows.lowerBound].number,
            headerRows: search.rows.count, readings: search.header.readings(search.locality))
        file.unused = unused.map { .init(field: $0, name: search.header.names[$0]) }
        parser = RecordParser(header: order, today: today)
        notes = NoteRow(order)
        carriedField = Record.carriedColumn.flatMap { order.field(of: $0) }
        withinField = Record.carriedWithin.flatMap { order.field(of: $0) }
        self.table = table
    }

    /// The next row that is not blank, not yet compared with others.
    mutating func next() throws -> RosterReader<Record>.Entry? {
        guard let read = try pending.popLast() ?? table.next() else {
            file.table.remarks = table.facts.remarks
            return nil
        }
        let row = isText ? ExcelText.plain(read) : read
        // A damaged row may hold the cells of other columns; what follows it may be another household's.
        guard row.damage.isEmpty else {
            carried = nil
            return parser.entry(of: row)
        }
        if let heading = shaper.heading(row) {
            carried = nil
            return .nobody(row, heading)
        }
        let given = ordered(shaper.shaped(row))
        // A row may have nothing beside its name but what the text of a card there holds.
        let expanded = Record.expanded(given, header)
        let whole = expanded ?? given
        if let note = notes.finding(whole) {
            if note.rule != .headerRow { carried = nil }
            return .nobody(given, note)
        }
        for (index, field) in unused.enumerated() where field < row.fields.count && !row.fields[field].isBlankCell {
            file.unused[index].rows += 1
        }
        if row.isStruck { return .refused(given, [Self.struck(given)]) }
        return entry(of: given, expanded)
    }

    /// The row as the first sheet has its columns.
    private func ordered(_ row: Row) -> Row {
        guard let moved else { return row }
        return row.with(fields: moved.map { $0.flatMap { $0 < row.fields.count ? row.fields[$0] : nil } ?? "" })
    }

    private static func struck(_ row: Row) -> Finding {
        let text = Shown.text(row.fields.filter { !$0.isBlankCell }.joined(separator: " "))
        return Finding(
            .struckRow, column: nil, value: text,
            reason: "“\(text)”".said(en: "is struck out as a whole", vi: "bị gạch ngang cả dòng"))
    }

    /// The entry of a row, with the text of a card taken apart where it has one.
    private mutating func entry(of row: Row, _ expanded: Row?) -> RosterReader<Record>.Entry {
        let whole = expanded ?? row
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
                .cardText, column: column.name, value: texts.0,
                reason: Message(
                    en: "taken from the text of an identity card", vi: "lấy từ nội dung mã QR của thẻ CCCD"),
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
            .householdCarried, column: column.name,
            reason: Message(en: "taken from the row above", vi: "lấy từ dòng trên"),
            proposal: Finding.Proposal(carried, isCertain: true))
        return (row.with(fields: fields), finding)
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
    /// The header's rows: 1, or more where merged cells stand above the names.
    package let headerRows: Int
    /// What was understood of the columns that is not plain from their names.
    package let readings: [Message]
    /// The columns that nothing is read from.
    package internal(set) var unused: [UnusedColumn] = []
    /// Rows that a value was carried down to, such as the household of the row above.
    package internal(set) var carried = 0
    /// The first of them as Excel numbers it.
    package internal(set) var firstCarried: Int?

    /// A column that nothing is read from.
    package struct UnusedColumn: Equatable, Sendable {
        /// The file's field, from 0.
        package let field: Int
        /// The file's own name; empty where it has none.
        package let name: String
        /// Rows of people or venues that have a text there.
        package internal(set) var rows = 0
    }
}
