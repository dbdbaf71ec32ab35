package import Messages
package import RosterValues
import Tables
import VietnameseText

/// The cells of one row by column, and what is found while reading them.
package struct Cells<Column: RosterColumn>: Sendable {
    /// What is wrong with the row, in the order of the columns, of one column in the order found.
    package private(set) var findings: [Finding] = []
    /// Whether a finding refuses the row.
    package private(set) var isRefused = false

    private let row: Row
    private let header: Header<Column>
    /// The column of each finding.
    private var columns: [Int] = []

    init(_ row: Row, _ header: Header<Column>) { (self.row, self.header) = (row, header) }

    /// A cell's text: NFC, trimmed, white space single; nil where it is empty, absent or refused.
    ///
    /// Control and invisible characters and a spreadsheet's errors are findings, and so is an empty cell where a value is
    /// needed. `longest` counts Unicode scalars. `meaning` is what a text without its invisible characters certainly means,
    /// in which nothing more is to be mended; nil for a text that would not do for the column.
    package mutating func text(
        _ column: Column, isNeeded: Bool = false, longest: Int = 120, meaning: (String) -> String? = { $0 }
    ) -> String? {
        guard let clean = clean(column, isNeeded: isNeeded, meaning: meaning) else { return nil }
        return fitting(clean.text, column, longest: longest)
    }

    /// A cell's text as ``text(_:isNeeded:longest:meaning:)`` gives it, for the cells whose text is printed large: loose
    /// spaces and decomposed letters are noted.
    mutating func name(_ column: Column, longest: Int, meaning: (String) -> String? = { $0 }) -> String? {
        guard let clean = clean(column, isNeeded: true, meaning: meaning) else { return nil }
        let proposal = Finding.Proposal(clean.text, isCertain: true)
        if clean.changes.contains(.spaces) {
            find(
                .looseSpaces, column,
                Message(
                    en: "has spaces at its ends, doubled, or of another kind",
                    vi: "thừa khoảng trắng ở đầu, ở cuối, ở giữa, hoặc khoảng trắng loại khác"), proposal: proposal)
        }
        if clean.changes.contains(.composition) {
            find(
                .decomposedLetters, column,
                Message(en: "has letters and their marks apart", vi: "chữ và dấu bị tách rời"), proposal: proposal)
        }
        return fitting(clean.text, column, longest: longest)
    }

    private mutating func clean(_ column: Column, isNeeded: Bool, meaning: (String) -> String?) -> CleanText? {
        let raw = raw(column)
        let clean = CleanText(raw)
        if let hidden = clean.hidden {
            let (visible, onlyFormat) = CleanText.withoutHidden(raw)
            let meant = onlyFormat ? meaning(visible) : nil
            let proposal: Finding.Proposal? =
                visible.isEmpty ? nil : Finding.Proposal(meant ?? visible, isCertain: meant != nil)
            let code = Shown.code(hidden)
            let reason = Message(en: "holds the invisible character \(code)", vi: "có ký tự ẩn \(code)")
            find(.hiddenCharacter, column, reason, proposal: proposal)
            return nil
        }
        guard !clean.text.isEmpty else {
            if isNeeded { find(.missingValue, column, Message(en: "is missing", vi: "còn trống")) }
            return nil
        }
        if SpreadsheetError.isOne(clean.text) {
            find(
                .spreadsheetError, column,
                Shown.text(clean.text).said(
                    en: "is a spreadsheet’s error, not a value", vi: "là lỗi của bảng tính, không phải giá trị"))
            return nil
        }
        return clean
    }

    private mutating func fitting(_ text: String, _ column: Column, longest: Int) -> String? {
        guard text.utf8.count <= longest || text.unicodeScalars.count <= longest else {
            find(.tooLong, column, .tooLong(text.unicodeScalars.count, longest: longest))
            return nil
        }
        return text
    }

    /// A cell's text that is printed, in which a lost letter is a finding: `Qu?ng Phú`.
    mutating func printed(_ column: Column, isNeeded: Bool = false, longest: Int = 120) -> String? {
        whole(text(column, isNeeded: isNeeded, longest: longest), column)
    }

    /// A text in which no letter is lost, or nothing.
    mutating func whole(_ text: String?, _ column: Column) -> String? {
        guard let text, let lost = LostLetter.sign(in: text) else { return text }
        find(
            .nameLostLetter, column,
            Shown.quoted(text).said(
                en: "holds “\(lost)”, which stands for a lost letter", vi: "có “\(lost)” ở chỗ một chữ đã mất"))
        return nil
    }

    /// Notes a finding about a cell; its proposals build on each other: the last mends what those before it mend.
    package mutating func find(_ rule: Rule, _ column: Column, _ reason: Message, proposal: Finding.Proposal? = nil) {
        let index = columns.lastIndex { $0 <= column.rawValue }.map { $0 + 1 } ?? 0
        columns.insert(column.rawValue, at: index)
        findings.insert(
            Finding(rule, column: column.name, value: raw(column), reason: reason, proposal: proposal), at: index)
        if rule.severity == .error { isRefused = true }
    }

    /// What a refused cell certainly means, so that other cells are judged by it; nothing where that is not certain.
    func meant(_ column: Column) -> String? {
        findings.last { $0.column == column.name && $0.proposal?.isCertain == true }?.proposal?.text
    }

    /// A cell as it stands in the file; empty where the file or the row lacks it.
    package func raw(_ column: Column) -> String { header.cell(column, of: row) ?? "" }
}

extension Cells {
    mutating func add(_ finding: CellFinding, _ column: Column) {
        find(finding.rule, column, finding.reason, proposal: finding.proposal)
    }
}
