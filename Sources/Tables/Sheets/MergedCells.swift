/// The merged cells of a sheet, as its rows are read from the top.
struct MergedCells {
    /// Merged ranges that begin below the rows read so far, the next one last.
    private var waiting: [CellRange]
    /// Those that the last row lay in, with the text of their first cell.
    private var open: [(range: CellRange, text: String)] = []

    init(_ ranges: [CellRange]) {
        waiting = ranges.filter { $0.first != $0.last }
            .sorted { ($0.first.row, $0.first.column) > ($1.first.row, $1.first.column) }
    }

    /// Writes the text of cells merged downwards into a row that has none of its own there; rows come in order.
    ///
    /// - Returns: the fields of each cell that is merged over several columns.
    mutating func fill(_ fields: inout [String], row: Int) -> [ClosedRange<Int>] {
        guard !waiting.isEmpty || !open.isEmpty else { return [] }
        open.removeAll { $0.range.last.row < row }
        while let next = waiting.last, next.first.row <= row {
            waiting.removeLast()
            guard next.last.row >= row else { continue }
            // The first cell's row was blank, and so is the cell, where it comes before this one.
            let field = next.first.column - 1
            open.append((next, next.first.row == row && field < fields.count ? fields[field] : ""))
        }
        var spans: [ClosedRange<Int>] = []
        for (range, text) in open {
            let field = range.first.column - 1
            if range.first.row < row, !text.isEmpty {
                if fields.count <= field { fields += Array(repeating: "", count: field + 1 - fields.count) }
                if fields[field].isBlankText { fields[field] = text }
            }
            if range.last.column > range.first.column { spans.append(field...range.last.column - 1) }
        }
        return spans
    }
}
