import Tables

/// Finds the header among the first rows of a file: real rosters open with a block of titles.
struct HeaderSearch<Column: RosterColumn> {
    /// Rows from the first in which a header may stand.
    static var depth: Int { 20 }

    let header: Header<Column>
    /// Its rows among those searched: one, or two where the upper one has merged cells.
    let rows: Range<Int>

    /// Looks for the row, or the pair of rows, that names the most columns; the first of equals.
    ///
    /// A row below counts as part of the header only where it adds a column and is not itself data: then each of its
    /// cells is a name. Throws the ``RosterError`` of the best row found.
    init(_ first: [Row], path: String) throws(RosterError) {
        let names = ColumnNames<Column>()
        var best: (count: Int, rows: Range<Int>)?
        for index in first.indices.prefix(Self.depth) {
            let single = HeaderCells(first[index]).count(names)
            if single > best?.count ?? 0 { best = (single, index..<index + 1) }
            guard index + 1 < first.count, first[index + 1].number == first[index].number + 1 else { continue }
            let double = HeaderCells(first[index], lower: first[index + 1]).count(names)
            // The rows of a header are found as a pair only where neither alone says as much.
            if double > max(best?.count ?? 0, HeaderCells(first[index + 1]).count(names)) {
                best = (double, index..<index + 2)
            }
        }
        let rows = best?.rows ?? 0..<1
        guard !first.isEmpty else { throw .noHeader(path: path, row: 1, found: []) }
        header = try Header(
            first[rows.lowerBound], lower: rows.count > 1 ? first[rows.upperBound - 1] : nil, path: path)
        self.rows = rows
    }
}
