import RosterValues
import Tables
import VietnameseText

/// Finds the header among the first rows of a file: real rosters open with a block of titles.
struct HeaderSearch<Column: RosterColumn> {
    /// Rows from the first in which a header may stand.
    static var depth: Int { 20 }
    /// Rows of the tallest header.
    private static var tallest: Int { 3 }

    let header: Header<Column>
    /// Its rows among those searched: one, or more where the upper ones have merged cells.
    let rows: Range<Int>
    /// The hamlet and commune that hold for the whole sheet.
    let locality: TitleLocality

    /// Looks for the row, or the rows, that name the most columns; the first of equals.
    ///
    /// A row below counts as part of the header only where it adds a column, or says more of the cells above it, and is not
    /// itself data. `sheet` is the sheet's name, where it may be that of a hamlet. Throws the ``RosterError`` of the best rows
    /// found.
    init(_ first: [Row], path: String, options: ReadingOptions = ReadingOptions(), sheet: String? = nil)
        throws(RosterError)
    {
        let names = ColumnNames<Column>()
        var best: (count: Int, rows: Range<Int>)?
        for index in first.indices.prefix(Self.depth) {
            var end = index + 1
            let single = HeaderCells([first[index]]).count(names)
            var count = single
            while end < first.count, end - index < Self.tallest, first[end].number == first[end - 1].number + 1 {
                let joined = HeaderCells(Array(first[index...end])).count(names)
                let adds = joined > max(count, HeaderCells([first[end]]).count(names))
                guard adds || Self.continues(first[end], below: first[end - 1]) else { break }
                (count, end) = (max(count, joined), end + 1)
            }
            if count > best?.count ?? 0 { best = (count, index..<end) }
        }
        guard !first.isEmpty else { throw .noHeader(path: path, row: 1, found: []) }
        rows = best?.rows ?? 0..<1
        locality = TitleLocality(options, titles: first[..<rows.lowerBound], sheet: sheet)
        let around = HeaderSurroundings(
            spans: first[rows].flatMap(\.spans), below: Array(first[rows.upperBound...]),
            hamlet: locality.hamlet, commune: locality.commune)
        header = try Header(Array(first[rows]), around, path: path)
    }

    /// Whether a row says more of the header's cells above it: each of its cells repeats the one above, as cells merged
    /// downwards do, or is a word that divides a column.
    private static func continues(_ row: Row, below upper: Row) -> Bool {
        var divides = false
        for (field, text) in row.fields.enumerated() where !text.isBlankCell {
            if field < upper.fields.count, upper.fields[field] == text { continue }
            guard parts.contains(ColumnNames<Column>.spelt(text)) else { return false }
            divides = true
        }
        return divides
    }

    /// The words that stand below a merged cell of a header.
    private static var parts: Set<String> {
        [
            "nam", "nữ", "nu", "ngày", "tháng", "năm", "ngay", "thang", "họ", "tên", "đệm", "họđệm", "tênđệm",
            "họvàtênđệm",
            "số", "ngàycấp", "nơicấp", "thôn", "xã", "cccd", "cmnd", "cmt",
        ]
    }
}
