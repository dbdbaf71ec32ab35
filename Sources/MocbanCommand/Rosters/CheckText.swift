import CommandWords
import Messages
import Mocban
import Roster
import RosterCheck
import RosterValues
import Tables
import VietnameseText

/// A check's summary as lines of at most 100 characters.
struct CheckText {
    private static let mostProblems = 10

    private var text = WrappedText()

    var lines: [String] { text.lines }

    init(_ summary: RosterCheck.Summary, copy: CleanRoster.Copy?, report: String?) {
        for file in summary.files { add(file) }
        addCounts(summary)
        addProblems(summary)
        addNextSteps(summary, copy: copy, report: report)
    }

    // MARK: How the files were read

    private mutating func add(_ file: CheckedFile) {
        text.add(line: file.path)
        let label = Message(en: "Read as", vi: "Đọc là")
        switch file.table.form {
        case .csv(let delimiter, let encoding):
            let words = delimiter.words
            add(
                label,
                Message(
                    en: "CSV with \(words.english), \(encoding.rawValue)",
                    vi: "CSV ngăn cách bằng \(words.vietnamese), \(encoding.rawValue)"))
        case .sheet(let name):
            let shown = Shown.text(name)
            add(label, Message(en: "Excel workbook, sheet “\(shown)”", vi: "sổ tính Excel, trang tính “\(shown)”"))
        }
        if let evidence = file.table.evidence { add(Message(en: "Because", vi: "Vì"), evidence) }
        add(Message(en: "Header", vi: "Tiêu đề"), Self.header(file))
        for reading in file.readings { add(Message(en: "Understood", vi: "Hiểu là"), reading) }
        for remark in file.table.remarks { add(Message(en: "Remark", vi: "Lưu ý"), remark) }
        for column in file.unused { add(Message(en: "Unused", vi: "Bỏ qua"), column.message) }
        if let first = file.firstCarried {
            add(
                Message(en: "Households", vi: "Mã hộ"),
                Message(
                    en: "carried down to \(counted(file.carried, "row")), the first is row \(first)",
                    vi: "lấy từ dòng trên cho \(file.carried) dòng, dòng đầu tiên là \(first)"))
        }
        text.add(line: "")
    }

    private static func header(_ file: CheckedFile) -> Message {
        let (first, last) = (file.headerRow, file.headerRow + file.headerRows - 1)
        let rows =
            switch file.headerRows {
            case 1: Message(en: "row \(first)", vi: "dòng \(first)")
            case 2: Message(en: "rows \(first) and \(last)", vi: "dòng \(first) và \(last)")
            default: Message(en: "rows \(first) to \(last)", vi: "dòng \(first) đến \(last)")
            }
        let columns = Message(
            en: counted(file.columns.count, "column"), vi: "\(file.columns.count) cột")
        return .joined([rows, columns], by: ", ")
    }

    private mutating func add(_ label: Message, _ text: Message) {
        self.text.add(text.text, first: "  " + label.text.padded(to: 12))
    }

    private mutating func add(_ message: Message) { text.add(message.text) }

    // MARK: Counts

    private mutating func addCounts(_ summary: RosterCheck.Summary) {
        let isPeople = summary.kind == .people
        text.add(line: Message(en: counted(summary.rows, "row"), vi: "\(summary.rows) dòng").text)
        let width = String(summary.rows).count
        let counts = [
            (summary.ready, Message(en: "ready to print", vi: "in được")),
            (
                summary.warnings,
                Message(en: "ready to print, with warnings: look at them", vi: "in được, có cảnh báo: hãy xem lại")
            ),
            (
                summary.refused,
                Message(
                    en: "refused: they get nothing until they are mended",
                    vi: "bị từ chối: không được cấp gì cho đến khi sửa")
            ),
            (
                summary.passedOver,
                Message(
                    en: "not \(isPeople ? "people" : "venues"): notes, totals, repeated headers",
                    vi: "không phải \(isPeople ? "người" : "địa điểm"): ghi chú, dòng cộng, tiêu đề lặp lại")
            ),
        ]
        for (count, what) in counts { text.add(line: "  \("\(count)".padded(to: width, isRight: true))  \(what.text)") }
        text.add(line: "")
    }

    // MARK: Problems

    private mutating func addProblems(_ summary: RosterCheck.Summary) {
        let problems = summary.rules.filter { $0.rule.severity != .note }
        guard !problems.isEmpty else { return }
        let shown = problems.prefix(Self.mostProblems)
        let title =
            problems.count == shown.count
            ? Message(en: "Problems", vi: "Điểm cần xem")
            : Message(
                en: "The \(shown.count) commonest problems of \(problems.count)",
                vi: "\(shown.count) điểm cần xem nhiều nhất trong \(problems.count)")
        text.add(line: title.text)
        let width = shown.map { String($0.count).count }.max() ?? 1
        let codes = shown.map(\.rule.rawValue.count).max() ?? 0
        for problem in shown {
            let severity = problem.rule.severity.words.text.padded(to: 8)
            let head = "  \("\(problem.count)".padded(to: width, isRight: true))  \(severity) "
            text.add(problem.rule.title.text, first: head + problem.rule.rawValue.padded(to: codes) + "  ")
            text.add(example(problem, summary).text, first: String(repeating: " ", count: head.count), hanging: 2)
        }
        text.add(line: "")
    }

    private func example(_ problem: RosterCheck.RuleCount, _ summary: RosterCheck.Summary) -> Message {
        let finding = problem.example
        let file = summary.files[problem.position.file]
        let row = problem.position.row
        let prefix = summary.files.count > 1 ? "\(file.path), " : ""
        let column = finding.column.map { ", \(file.ownName(of: $0))" } ?? ""
        guard let proposal = finding.proposal else {
            return Message(
                en: "\(prefix)row \(row)\(column): \(finding.reason.english)",
                vi: "\(prefix)dòng \(row)\(column): \(finding.reason.vietnamese)")
        }
        // Quotation marks show spaces at the ends.
        let after = Shown.quoted(proposal.text)
        let (en, vi) =
            finding.value.isEmpty ? ("empty", "trống") : (Shown.quoted(finding.value), Shown.quoted(finding.value))
        return Message(
            en: "\(prefix)row \(row)\(column): \(en) → \(after)\(proposal.isCertain ? " (certain)" : "")",
            vi: "\(prefix)dòng \(row)\(column): \(vi) → \(after)\(proposal.isCertain ? " (chắc chắn)" : "")")
    }

    // MARK: What to do next

    private mutating func addNextSteps(_ summary: RosterCheck.Summary, copy: CleanRoster.Copy?, report: String?) {
        let (certain, open) = (summary.certainRepairs, summary.openProposals)
        if let copy {
            add(copy)
        } else if certain + open > 0 {
            let more = open > 0 ? ", \(open) more \(open == 1 ? "needs" : "need") your decision" : ""
            add(
                Message(
                    en: "\(counted(certain, "repair", verb: "is", "are")) certain\(more): "
                        + "--clean OUT.csv makes the certain ones in a copy and lists all of them.",
                    vi: "\(certain) chỗ sửa là chắc chắn\(open > 0 ? ", \(open) chỗ cần bạn quyết định" : ""): "
                        + "--clean RA.csv sửa các chỗ chắc chắn trong một bản sao và liệt kê tất cả."))
        }
        if let report {
            add(
                Message(
                    en: "\(report) shows every row that has problems.", vi: "\(report) có mọi dòng cần xem."))
        } else if !summary.isReady {
            add(
                Message(
                    en: "Every problem, row by row: --report OUT.html to read and print, --json for programs.",
                    vi: "Từng điểm, từng dòng: --report RA.html để đọc và in, --json cho chương trình khác."))
        } else if certain + open == 0 {
            add(Self.praise(summary))
        }
    }

    private mutating func add(_ copy: CleanRoster.Copy) {
        add(
            Message(
                en: "\(copy.path) has the roster with \(counted(copy.done, "repair")) made.",
                vi: "\(copy.path) là danh sách đã sửa \(copy.done) chỗ."))
        var parts: [Message] = []
        if copy.done > 0 { parts.append(Message(en: "what was repaired", vi: "những chỗ đã sửa")) }
        if copy.leftAlone > 0 {
            parts.append(
                Message(
                    en: "\(counted(copy.leftAlone, "proposal")) to decide on",
                    vi: "\(copy.leftAlone) đề nghị cần quyết định"))
        }
        if copy.rowsLeftOut > 0 {
            parts.append(
                Message(en: "\(counted(copy.rowsLeftOut, "row")) left out", vi: "\(copy.rowsLeftOut) dòng bị bỏ ra"))
        }
        if !parts.isEmpty {
            let list = Message.joined(parts, by: ", ")
            add(
                Message(en: "\(copy.changes) lists \(list.english).", vi: "\(copy.changes) liệt kê \(list.vietnamese).")
            )
        }
        guard copy.done + copy.leftAlone > 0 else { return }
        add(
            Message(
                en: "Write yes or no in its column “done”, and run this again with --approve \(copy.changes)",
                vi: "Hãy ghi yes (có) hoặc no (không) ở cột “done”, rồi chạy lại với --approve \(copy.changes)"))
    }

    private static func praise(_ summary: RosterCheck.Summary) -> Message {
        if summary.rows == 0 {
            return Message(
                en: "There are no rows: is this the right file, and the right sheet?",
                vi: "Không có dòng nào: có đúng tệp, đúng trang tính không?")
        }
        let unread = summary.files.flatMap(\.table.unreadSheets).map(Shown.quoted).joined(separator: ", ")
        return unread.isEmpty
            ? Message(en: "All well.", vi: "Tất cả đều tốt.")
            : Message(
                en: "All well in what was read; NOT read: \(unread).", vi: "Phần đã đọc đều tốt; KHÔNG đọc: \(unread).")
    }
}

extension CSVDelimiter {
    fileprivate var words: Message {
        switch self {
        case .comma: Message(en: "commas", vi: "dấu phẩy")
        case .semicolon: Message(en: "semicolons", vi: "dấu chấm phẩy")
        case .tab: Message(en: "tabs", vi: "dấu tab")
        }
    }
}
