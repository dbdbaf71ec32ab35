import Messages

/// Turns a sheet's XML into rows.
final class SheetHandler: MarkupHandler {
    var rows = RowQueue()
    var remarks = RemarkBook()

    private let sheet: SheetFacts

    private enum Position { case outside, worksheet, columns, merges, data, row, cell, value, inline }

    private enum Kind { case number, shared, text, truth, error, date }

    private var position = Position.outside
    /// Elements within one another that mean nothing here.
    private var skipped = 0
    private var row = 0, column = 0
    private var kind = Kind.number
    private var style = 0
    private var hasFormula = false, isInline = false, isDate = false
    private var value: [UInt8] = []
    private var item = StringItem()

    init(_ sheet: SheetFacts, _ input: PartInput, _ limits: WorkbookLimits) {
        self.sheet = sheet
        super.init(input, limits)
    }

    override func start(_ name: MarkupName, _ attributes: MarkupAttributes) {
        guard skipped == 0 else {
            skipped += 1
            return
        }
        switch position {
        case .row where name.is(letter: "c"): beginCell(attributes)
        case .cell where name.is(letter: "v"): position = .value
        case .cell where name.is(letter: "f"):
            hasFormula = true
            skipped = 1
        case .cell where name.is("is"):
            position = .inline
            isInline = true
            item.clear()
        case .inline: item.start(name, attributes)
        case .data where name.is("row"): beginRow(attributes)
        case .outside:
            position = .worksheet
            if !name.is("worksheet") {
                failure = .damaged(
                    path: input.path, part: input.name,
                    reason: Message(en: "it is not a worksheet", vi: "không phải là trang tính"))
            }
        case .worksheet where name.is("sheetData"): position = .data
        case .worksheet where name.is("cols"): position = .columns
        case .worksheet where name.is("mergeCells"): position = .merges
        case .columns where name.is("col"):
            noteColumns(attributes)
            skipped = 1
        case .merges where name.is("mergeCell"):
            noteMerge(attributes)
            skipped = 1
        default: skipped = 1
        }
    }

    override func end() {
        guard skipped == 0 else {
            skipped -= 1
            return
        }
        switch position {
        case .value: position = .cell
        case .cell:
            position = .row
            finishCell()
        case .inline: if item.end() { position = .cell }
        // Some programs write a row in pieces, an element for each cell.
        case .row: position = .data
        case .data:
            rows.endRow(number: row)
            position = .worksheet
        case .columns, .merges: position = .worksheet
        case .worksheet, .outside: position = .outside
        }
    }

    override func text(_ text: MarkupText) {
        guard skipped == 0 else { return }
        switch position {
        case .value:
            text.append(to: &value)
            if value.count > limits.cellText { fail(.text(limits.cellText)) }
        case .inline:
            item.take(text)
            if item.bytes.count > limits.cellText { fail(.text(limits.cellText)) }
        default: break
        }
    }

    private var cell: CellReference { CellReference(column: column, row: row) }

    /// What is thrown for a cell, or for a row by its number.
    func fault(_ cell: String, _ fault: WorkbookError.CellFault) -> WorkbookError {
        .badCell(path: input.path, sheet: sheet.name, cell: cell, fault)
    }

    private func fail(_ fault: WorkbookError.CellFault) { failure = self.fault(cell.description, fault) }

    // MARK: Rows and columns

    private func beginRow(_ attributes: MarkupAttributes) {
        position = .row
        let before = row
        row = before + 1
        var isHidden = false
        var attributes = attributes
        while let (name, value) = attributes.next() {
            if name.is(letter: "r") {
                guard let number = value.number, number > 0, number <= CellReference.lastRow else {
                    failure = fault(String(value.text.prefix(20)), .reference)
                    return
                }
                row = number
            } else if name.is("hidden") {
                isHidden = value.isTrue
            }
        }
        if row < before || row > CellReference.lastRow {
            failure = fault(String(row), row < before ? .order : .reference)
            return
        }
        guard row > before else { return }
        rows.endRow(number: before)
        column = 0
        if isHidden { remarks.note(.hiddenRows, row: row) }
    }

    private func noteColumns(_ attributes: MarkupAttributes) {
        guard let hidden = attributes["hidden"], hidden.isTrue, let first = attributes["min"]?.number,
            let last = attributes["max"]?.number, first >= 1, last >= first, last <= CellReference.lastColumn
        else { return }
        let reference = CellReference.letters(first) + ":" + CellReference.letters(last)
        remarks.note(.hiddenColumns, reference, count: last - first + 1)
    }

    private func noteMerge(_ attributes: MarkupAttributes) {
        guard let range = attributes["ref"].flatMap({ CellRange($0.text) }) else { return }
        remarks.note(.mergedCells, range.description)
    }

    // MARK: Cells

    private func beginCell(_ attributes: MarkupAttributes) {
        position = .cell
        (kind, style) = (.number, 0)
        (hasFormula, isInline, isDate) = (false, false, false)
        value.removeAll(keepingCapacity: true)
        let before = column
        column = before + 1
        var attributes = attributes
        while let (name, value) = attributes.next() {
            if name.is(letter: "r") {
                guard let cell = CellReference(value), cell.row == row else {
                    failure = fault(String(value.text.prefix(20)), .reference)
                    return
                }
                column = cell.column
            } else if name.is(letter: "s") {
                style = value.number ?? 0
            } else if name.is(letter: "t") {
                kind = Self.kind(value)
            }
        }
        guard column > before else { return fail(.order) }
        guard column <= CellReference.lastColumn else { return fail(.reference) }
    }

    private static func kind(_ value: MarkupValue) -> Kind {
        if value.is("s") { return .shared }
        if value.is("str") || value.is("inlineStr") { return .text }
        if value.is("b") { return .truth }
        if value.is("e") { return .error }
        return value.is("d") ? .date : .number
    }

    private func finishCell() {
        if isInline {
            finishInline()
        } else if value.isEmpty {
            // Programs that cannot calculate write a formula with an empty result, or none.
            if hasFormula, kind != .text { remarks.note(.formulasWithoutResult, cell) }
        } else {
            if hasFormula, sheet.isUncalculated { remarks.note(.uncalculatedFormulas, cell) }
            let style = sheet.styles[style]
            if kind == .shared { return finishShared(style) }
            appendValue()
            finish(style)
        }
    }

    private func finish(_ style: CellStyles.Style) {
        guard rows.openBytes <= limits.rowText else { return fail(.rowText(limits.rowText)) }
        rows.append(column: column, style, isDate: isDate)
    }

    private func finishInline() {
        guard !item.bytes.isEmpty else { return }
        var style = sheet.styles[style]
        guard !item.runs.isEmpty, !item.isPlain else {
            rows.bytes += item.bytes
            return finish(style)
        }
        let shown = item.runs.shown(String(decoding: item.bytes, as: UTF8.self), cellFont: style.font)
        if let font = shown.changedBy {
            remarks.note(
                font.remark, cell, fontName: font == style.font ? sheet.styles.fontName(of: font) : item.fontName)
        }
        // A cell of which all is struck out is shown as it is, like one in a font that strikes out.
        let isStruck = shown.live.isBlankText
        if !isStruck, shown.live != shown.text { remarks.note(.struckText, cell) }
        rows.bytes += (isStruck ? shown.text : shown.live).utf8
        style.font = .unicode
        style.isStruck = style.isStruck || isStruck
        finish(style)
    }

    private func finishShared(_ style: CellStyles.Style) {
        var number = 0, digits = 0
        for byte in value {
            if byte <= 0x20 { continue }
            guard byte >= 0x30, byte <= 0x39, digits < 9 else { return fail(.sharedString) }
            number = number * 10 + Int(byte - 0x30)
            digits += 1
        }
        guard number < sheet.strings.count else { return fail(.sharedString) }
        rows.append(column: column, style, shared: number)
    }

    private func appendValue() {
        switch kind {
        case .text:
            EscapedText.replace(in: &value, from: 0)
            rows.bytes += value
        case .truth:
            switch trimmed {
            case [0x31]: rows.bytes += "TRUE".utf8
            case [0x30]: rows.bytes += "FALSE".utf8
            default: rows.bytes += trimmed
            }
        case .error:
            remarks.note(.errors, cell)
            rows.bytes += trimmed
        case .date:
            if let date = CellDate(iso: trimmed) {
                isDate = true
                date.append(to: &rows.bytes)
            } else {
                remarks.note(.badNumbers, cell)
                rows.bytes += trimmed
            }
        case .number, .shared: appendNumber()
        }
    }

    private var trimmed: ArraySlice<UInt8> {
        var slice = value[...]
        while let first = slice.first, first <= 0x20 { slice = slice.dropFirst() }
        while let last = slice.last, last <= 0x20 { slice = slice.dropLast() }
        return slice
    }

    private func appendNumber() {
        let text = trimmed
        guard let number = CellNumber(text) else {
            remarks.note(.badNumbers, cell)
            rows.bytes += text
            return
        }
        switch sheet.styles[style].format {
        case .plain: appendPlain(number, given: text)
        case .digits(let pattern):
            guard case .integer(let value) = number, value >= 0 else { return appendPlain(number, given: text) }
            pattern.append(String(value).utf8, to: &rows.bytes)
        case .date, .time, .elapsed: appendDate(number, given: text)
        }
    }

    private func appendPlain(_ number: CellNumber, given text: ArraySlice<UInt8>) {
        if text.count > 15, number.isLong { remarks.note(.longNumbers, cell) }
        number.append(given: text, to: &rows.bytes)
    }

    private func appendDate(_ number: CellNumber, given text: ArraySlice<UInt8>) {
        guard let serial = number.serial, let date = CellDate(serial: serial, from1904: sheet.countsFrom1904) else {
            remarks.note(.impossibleDates, cell)
            return number.append(given: text, to: &rows.bytes)
        }
        let format = sheet.styles[style].format
        if format == .elapsed || format == .time && serial < 1 {
            let minutes = Int((serial * 86_400).rounded()) / 60
            return CellDate.append(minutes: format == .time ? minutes % 1_440 : minutes, to: &rows.bytes)
        }
        if sheet.countsFrom1904 { remarks.note(.datesFrom1904, cell) }
        if date.day == 0 || date.day == 29 && date.month == 2 && date.year == 1900 {
            remarks.note(.impossibleDates, cell)
        } else if case .integer(1_900...2_100) = number {
            remarks.note(.yearsAsDates, cell)
        }
        isDate = true
        date.append(to: &rows.bytes)
    }
}
