import Messages
import RosterValues
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
    /// A row with a name and any of the columns that every record has is somebody's, unless it repeats the header, numbers the
    /// columns or adds up others.
    func finding(_ row: Row) -> Finding? {
        let hasEvidence = evidence.contains { !isBlank(row, $0) }
        let hasName = name.map { !isBlank(row, $0) } ?? false
        if hasName, hasEvidence, row.spans.isEmpty, !isNamedUnusually(row) { return nil }
        let text = row.fields.map { CleanText($0).text }.filter { !$0.isEmpty }
        if repeatsHeader(row) {
            return Finding(
                .headerRow, column: nil, reason: Message(en: "the header stands here again", vi: "tiêu đề lặp lại"))
        }
        if text.count > 2, text.allSatisfy(Self.isColumnNumber) || Self.areLetters(text) {
            return Finding(
                .headerRow, column: nil, reason: Message(en: "the row numbers the columns", vi: "dòng đánh số cột"))
        }
        let shown = Shown.text(text.joined(separator: " "))
        if isTotal(row, text) {
            return Finding(
                .totalRow, column: nil, value: shown,
                reason: "“\(shown)”".said(
                    en: "is a total, not a record", vi: "là dòng cộng, không phải người hay địa điểm"))
        }
        // A cell that is merged over the name and what stands beside it holds a remark about other rows.
        let isMerged = name.map { name in row.spans.contains { $0.contains(name) && $0.count > 2 } } ?? false
        guard !hasEvidence || isMerged && !Record.isSomebody(row, header) else { return nil }
        let folded = text.map(LatinFolding.folded)
        if !hasName || isMerged || text.count == 1
            || folded.contains(where: { word in Self.notes.contains { word.hasPrefix($0) } })
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

    /// Whether the name's cell is the header's own, a number, a letter, or begins as a total does; tells most rows apart by
    /// their first bytes.
    private func isNamedUnusually(_ row: Row) -> Bool {
        guard let name, name < row.fields.count, let first = row.fields[name].utf8.first else { return false }
        if (UInt8(ascii: "(")...UInt8(ascii: "9")).contains(first) || row.fields[name].utf8.count == 1 { return true }
        if Self.mayBeTotal(row.fields[name].utf8Span.span), Self.isTotal(row.fields[name]) { return true }
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

    /// Whether one of the first cells begins as a total does, and no name stands beside it; or the row has numbers alone.
    private func isTotal(_ row: Row, _ text: [String]) -> Bool {
        let own = name.map { $0 < row.fields.count ? CleanText(row.fields[$0]).text : "" } ?? ""
        if text.prefix(3).contains(where: Self.isTotal) {
            guard Self.isTotal(own) else { return own.isEmpty || Self.isNumber(own) }
            // Somebody may be called Cộng, and then has a birth of their own.
            return Self.isPhrase(own) || !Record.isSomebody(row, header)
        }
        return Self.isNumber(own) && text.allSatisfy(Self.isNumber)
    }

    /// Whether a cell is `1` or `(1)`, as under the header of an official form.
    private static func isColumnNumber(_ text: String) -> Bool {
        let digits = text.drop { $0 == "(" }.prefix { $0.isASCII && $0.isNumber }
        return (1...2).contains(digits.count) && text.utf8.count <= digits.count + 2
    }

    /// Whether cells are letters in their order, as `A`, `B`, `C` under the header of an official form.
    private static func areLetters(_ texts: [String]) -> Bool {
        let letters = texts.map { $0.lowercased().filter { $0.isLetter } }
        guard zip(texts, letters).allSatisfy({ $1.utf8.count == 1 && $0.utf8.count <= 3 }) else { return false }
        return zip(letters, letters.dropFirst()).allSatisfy { $0 < $1 }
    }

    private static func isNumber(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { "0123456789., ".utf8.contains($0) }
    }

    /// Whether a text begins with the letters of Cộng, Tổng or Total, with accents or without.
    private static func mayBeTotal(_ bytes: Span<UInt8>) -> Bool {
        guard bytes.count > 3, bytes[0] | 0x20 == UInt8(ascii: "c") || bytes[0] | 0x20 == UInt8(ascii: "t") else {
            return false
        }
        switch bytes[1] {
        // U+1ED5 ổ and U+1ED9 ộ, with their capitals.
        case 0xE1: return bytes[2] == 0xBB && (bytes[3] | 1 == 0x95 || bytes[3] | 1 == 0x99)
        case UInt8(ascii: "o"), UInt8(ascii: "O"):
            return [0x6E, 0x74, 0xEC].contains(bytes[2] | 0x20)
        default: return false
        }
    }

    /// Whether a text begins as a total does: Tổng, Cộng, Total.
    ///
    /// Accents tell it from Tống and Công, which are names.
    private static func isTotal(_ text: String) -> Bool {
        let small = CleanText(text).text.lowercased()
        let first = small.prefix { $0.isLetter }
        return first == "cộng" || first == "tổng" || isPhrase(small)
    }

    /// Whether a text begins with words that nobody is called by.
    private static func isPhrase(_ text: String) -> Bool {
        let folded = LatinFolding.folded(text)
        let isFolded = text.utf8.allSatisfy { $0 < 0x80 }
        if isFolded, folded == "cong" || folded == "tong" || folded.hasPrefix("cong:") || folded.hasPrefix("tong:") {
            return true
        }
        guard isFolded || ["cộng", "tổng", "total"].contains(text.lowercased().prefix { $0.isLetter }) else {
            return false
        }
        return totals.contains { folded.hasPrefix($0) }
    }

    private static var totals: [String] {
        [
            "tong cong", "tong so", "tong:", "cong:", "cong thon", "cong xa", "cong to ", "cong khu", "cong ho",
            "cong lai",
            "cong trang", "cong nhan khau", "total",
        ]
    }
    private static var notes: [String] {
        [
            "nguoi lap", "chu tich", "tm.", "t/m", "kt.", "xac nhan", "ghi chu", "luu y", "note", "ngay ", "phu trach",
            "truong thon",
        ]
    }
}
