import Messages
import Tables
import VietnameseText

/// Tells the rows of a roster that are nobody's: totals, notes and signatures, headers repeated on each page.
struct NoteRow<Record: RosterRecord> {
    private let header: Header<Record.Column>
    private let name: Int?
    private let evidence: [Int]
    private let keys: [String]

    init(_ header: Header<Record.Column>) {
        self.header = header
        name = header.field(of: Record.nameColumn)
        evidence = Record.evidence.compactMap { header.field(of: $0) }
        keys = header.names.map(ColumnNames<Record.Column>.key)
    }

    /// What the row is, where it is nobody's.
    ///
    /// A row with a name and any of the columns that every record has is somebody's, unless it repeats the header.
    func finding(_ row: Row) -> Finding? {
        let hasEvidence = evidence.contains { !isBlank(row, $0) }
        let hasName = name.map { !isBlank(row, $0) } ?? false
        if hasName, hasEvidence, !isNamedLikeHeader(row) { return nil }
        let text = row.fields.map { CleanText($0).text }.filter { !$0.isEmpty }
        if repeatsHeader(row) {
            return Finding(
                .headerRow, column: nil, reason: Message(en: "the header stands here again", vi: "tiêu đề lặp lại"))
        }
        if text.count > 2, text.allSatisfy(Self.isColumnNumber) {
            return Finding(
                .headerRow, column: nil, reason: Message(en: "the row numbers the columns", vi: "dòng đánh số cột"))
        }
        guard !hasEvidence else { return nil }
        let shown = Shown.text(text.joined(separator: " "))
        let folded = text.map(LatinFolding.folded)
        if folded.contains(where: { word in word == "cong" || Self.totals.contains { word.hasPrefix($0) } }) {
            return Finding(
                .totalRow, column: nil, value: shown,
                reason: "“\(shown)”".said(
                    en: "is a total, not a record", vi: "là dòng cộng, không phải người hay địa điểm"))
        }
        if !hasName || text.count == 1 || folded.contains(where: { word in Self.notes.contains { word.hasPrefix($0) } })
        {
            return Finding(
                .noteRow, column: nil, value: shown,
                reason: "“\(shown)”".said(
                    en: "is a note, not a record", vi: "là ghi chú, không phải người hay địa điểm"))
        }
        return nil
    }

    private func isBlank(_ row: Row, _ field: Int) -> Bool {
        field >= row.fields.count || row.fields[field].isBlankCell
    }

    /// Whether the name's cell is the header's own, or a number; tells most rows apart by their first byte.
    private func isNamedLikeHeader(_ row: Row) -> Bool {
        guard let name, name < row.fields.count, let first = row.fields[name].utf8.first else { return false }
        if (UInt8(ascii: "(")...UInt8(ascii: "9")).contains(first) { return true }
        return keys[name].utf8.first == first | 0x20 && ColumnNames<Record.Column>.key(row.fields[name]) == keys[name]
    }

    private func repeatsHeader(_ row: Row) -> Bool {
        var same = 0
        for (field, text) in row.fields.enumerated() where field < keys.count && !text.isEmpty {
            guard ColumnNames<Record.Column>.key(text) == keys[field] else { continue }
            same += 1
        }
        return same > 2
    }

    /// Whether a cell is `1` or `(1)`, as under the header of an official form.
    private static func isColumnNumber(_ text: String) -> Bool {
        let digits = text.drop { $0 == "(" }.prefix { $0.isASCII && $0.isNumber }
        return (1...2).contains(digits.count) && text.utf8.count <= digits.count + 2
    }

    private static var totals: [String] { ["tong cong", "tong so", "tong:", "cong:", "cong ", "total"] }
    private static var notes: [String] {
        [
            "nguoi lap", "chu tich", "tm.", "t/m", "kt.", "xac nhan", "ghi chu", "luu y", "note", "ngay ", "phu trach",
            "truong thon",
        ]
    }
}
