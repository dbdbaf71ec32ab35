/// Reads the rows of a sheet one by one, in memory that does not grow with their number.
///
/// ```swift
/// let workbook = try Workbook(path: "roster.xlsx")
/// let reader = try workbook.rows(of: workbook.sheets[0])
/// while let row = try reader.next() { print(row.number, row.fields) }
/// for remark in reader.remarks { print(remark) }
/// ```
package final class SheetReader {
    private let sheet: SheetFacts
    private let limits: WorkbookLimits
    private let parser: MarkupParser
    private let handler: SheetHandler
    private var merged: MergedCells
    private var textLeft: Int
    private var hasMore = true
    private var isFinished = false

    init(_ sheet: SheetFacts, _ input: PartInput, merged: [CellRange], _ limits: WorkbookLimits) {
        (self.sheet, self.limits) = (sheet, limits)
        self.merged = MergedCells(merged)
        textLeft = limits.sheetText
        handler = SheetHandler(sheet, input, limits)
        parser = MarkupParser(handler)
    }

    /// What a person should know of the sheet, as far as it has been read.
    package var remarks: [SheetRemark] { handler.remarks.remarks }

    /// The next row that is not blank, by the number that Excel shows; nothing at the sheet's end and after an error.
    ///
    /// A field is the text that Excel shows, as far as numbers allow: a date is `dd/mm/yyyy`, with ` hh:mm` where it has a
    /// time; a number has all its digits, no exponent and no separators, and the zeros of a format such as
    /// `000000000000`; truth is `TRUE` or `FALSE`. Text is as it was typed, with the spaces around it. Fields reach to the
    /// row's last cell that is not empty. Cells that are merged downwards have the text of the first one.
    package func next() throws(WorkbookError) -> Row? {
        while !isFinished {
            do {
                if let row = try takeRow() {
                    if row.isBlank { continue }
                    return row
                }
                guard hasMore else {
                    isFinished = true
                    return nil
                }
                handler.rows.makeRoom()
                hasMore = try parser.advance()
            } catch {
                isFinished = true
                throw error
            }
        }
        return nil
    }

    private func takeRow() throws(WorkbookError) -> Row? {
        let bytes = handler.rows.bytes
        return try handler.rows.pop { (number, cells, start) throws(WorkbookError) in
            var fields: [String] = []
            let width = Int(cells.last?.column ?? 0)
            fields.reserveCapacity(width)
            var start = start
            var text = 0
            var dates: UInt64 = 0
            var struck: [Int] = []
            for cell in cells {
                while fields.count < Int(cell.column) - 1 { fields.append("") }
                var field: String
                if cell.isShared {
                    text += sheet.strings.size(Int(cell.value))
                    guard text <= limits.rowText else {
                        throw handler.fault(String(number), .rowText(limits.rowText))
                    }
                    field = sheet.strings.text(Int(cell.value))
                } else {
                    let end = Int(cell.value)
                    field = bytes.text(start..<end)
                    text += end - start
                    start = end
                }
                var isStruck = cell.isStruck
                if cell.font != .unicode || cell.isShared && sheet.strings.hasRuns(Int(cell.value)) {
                    let live = shown(&field, cell, row: number)
                    isStruck = isStruck || live.isBlankText
                    if !isStruck { field = live }
                }
                if isStruck { struck.append(fields.count) }
                if cell.isDate, cell.column <= 64 { dates |= 1 << UInt64(cell.column - 1) }
                fields.append(field)
            }
            // A row that is struck out as a whole is shown as it is.
            let isStruck =
                !struck.isEmpty && !fields.indices.contains { !fields[$0].isBlankText && !struck.contains($0) }
            if !isStruck {
                for field in struck where !fields[field].isBlankText {
                    handler.remarks.note(.struckText, CellReference(column: field + 1, row: number))
                    fields[field] = ""
                }
            }
            textLeft -= text + width
            guard textLeft >= 0 else {
                let input = handler.input
                throw .tooLarge(path: input.path, part: input.name, .sheetText(limits.sheetText))
            }
            let spans = merged.fill(&fields, row: number)
            return Row(number: number, fields: fields, dates: dates, spans: spans, isStruck: isStruck)
        }
    }

    /// Turns a text into the one that the fonts of its cell and of its runs show; gives what of it is not struck out.
    private func shown(_ text: inout String, _ cell: RowQueue.Cell, row: Int) -> String {
        let runs = cell.isShared ? sheet.strings.runs(Int(cell.value)) : []
        let shown = runs.shown(text, cellFont: cell.font)
        let reference = CellReference(column: Int(cell.column), row: row)
        if let font = shown.changedBy {
            let name = font == cell.font ? sheet.styles.fontName(of: font) : sheet.strings.fontName
            handler.remarks.note(font.remark, reference, fontName: name)
        }
        if shown.live != shown.text, !shown.live.isBlankText, !cell.isStruck {
            handler.remarks.note(.struckText, reference)
        }
        text = shown.text
        return shown.live
    }
}

extension Row {
    fileprivate var isBlank: Bool { fields.allSatisfy(\.isBlankText) }
}

extension String {
    /// Whether there is nothing but white space.
    var isBlankText: Bool { utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D } }
}

/// What is known of a sheet before its rows are read.
struct SheetFacts {
    let name: String
    let strings: SharedStrings
    let styles: CellStyles
    let countsFrom1904, isUncalculated: Bool
}
