import Messages
import Mocban
import Roster
import RosterCheck
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
        switch file.table.form {
        case .csv(let delimiter, let encoding): add("Read as", "CSV with \(delimiter.word), \(encoding.rawValue)")
        case .sheet(let name): add("Read as", "Excel workbook, sheet “\(Shown.text(name))”")
        }
        if let evidence = file.table.evidence { add("Because", evidence.english) }
        let last = file.headerRow + file.headerRows - 1
        let rows =
            switch file.headerRows {
            case 1: "row \(file.headerRow)"
            case 2: "rows \(file.headerRow) and \(last)"
            default: "rows \(file.headerRow) to \(last)"
            }
        add("Header", "\(rows), \(counted(file.columns.count, "column"))")
        for reading in file.readings { add("Understood", reading.english) }
        for remark in file.table.remarks { add("Remark", remark.english) }
        for column in file.unused {
            add("Unused", column.message.english)
        }
        if let first = file.firstCarried {
            add("Households", "carried down to \(counted(file.carried, "row")), the first is row \(first)")
        }
        text.add(line: "")
    }

    private mutating func add(_ label: String, _ text: String) {
        self.text.add(text, first: "  " + label.padded(to: 12))
    }

    // MARK: Counts

    private mutating func addCounts(_ summary: RosterCheck.Summary) {
        let noun = summary.kind == .people ? "people" : "venues"
        text.add(line: "\(counted(summary.rows, "row"))")
        let width = String(summary.rows).count
        for (count, what) in [
            (summary.ready, "ready to print"), (summary.warnings, "ready to print, with warnings: look at them"),
            (summary.refused, "refused: they get nothing until they are mended"),
            (summary.passedOver, "not \(noun): notes, totals, repeated headers"),
        ] { text.add(line: "  \("\(count)".padded(to: width, isRight: true))  \(what)") }
        text.add(line: "")
    }

    // MARK: Problems

    private mutating func addProblems(_ summary: RosterCheck.Summary) {
        let problems = summary.rules.filter { $0.rule.severity != .note }
        guard !problems.isEmpty else { return }
        let shown = problems.prefix(Self.mostProblems)
        let rest = problems.count - shown.count
        text.add(line: rest == 0 ? "Problems" : "The \(shown.count) commonest problems of \(problems.count)")
        let width = shown.map { String($0.count).count }.max() ?? 1
        let codes = shown.map(\.rule.rawValue.count).max() ?? 0
        for problem in shown {
            let severity = problem.rule.severity.rawValue.padded(to: 7)
            let head = "  \("\(problem.count)".padded(to: width, isRight: true))  \(severity)  "
            text.add(problem.rule.title.english, first: head + problem.rule.rawValue.padded(to: codes) + "  ")
            text.add(example(problem, summary), first: String(repeating: " ", count: head.count), hanging: 2)
        }
        text.add(line: "")
    }

    private func example(_ problem: RosterCheck.RuleCount, _ summary: RosterCheck.Summary) -> String {
        let finding = problem.example
        let file = summary.files[problem.position.file]
        var text = summary.files.count > 1 ? "\(file.path), row \(problem.position.row)" : "row \(problem.position.row)"
        if let column = finding.column { text += ", \(file.ownName(of: column))" }
        guard let proposal = finding.proposal else { return "\(text): \(finding.reason.english)" }
        // Quotation marks show spaces at the ends.
        let value = finding.value.isEmpty ? "empty" : "“\(Shown.text(finding.value))”"
        return "\(text): \(value) → “\(Shown.text(proposal.text))”\(proposal.isCertain ? " (certain)" : "")"
    }

    // MARK: What to do next

    private mutating func addNextSteps(_ summary: RosterCheck.Summary, copy: CleanRoster.Copy?, report: String?) {
        let (certain, open) = (summary.certainRepairs, summary.openProposals)
        if let copy {
            text.add("\(copy.path) has the roster with \(counted(copy.done, "repair")) made.")
            var parts: [String] = []
            if copy.done > 0 { parts.append("what was repaired") }
            if copy.leftAlone > 0 { parts.append("\(counted(copy.leftAlone, "proposal")) to decide on") }
            if copy.rowsLeftOut > 0 { parts.append("\(counted(copy.rowsLeftOut, "row")) left out") }
            if !parts.isEmpty { text.add("\(copy.changes) lists \(parts.joined(separator: ", ")).") }
            if copy.done + copy.leftAlone > 0 {
                text.add("Write yes or no in its column “done”, and run this again with --approve \(copy.changes)")
            }
        } else if certain + open > 0 {
            var sentence = counted(certain, "repair", verb: "is", "are") + " certain"
            if open > 0 { sentence += ", \(open) more \(open == 1 ? "needs" : "need") your decision" }
            text.add(sentence + ": --clean OUT.csv makes the certain ones in a copy and lists all of them.")
        }
        if let report {
            text.add("\(report) shows every row that has problems.")
        } else if !summary.isReady {
            text.add("Every problem, row by row: --report OUT.html to read and print, --json for programs.")
        } else if certain + open == 0 {
            text.add(Self.praise(summary))
        }
    }

    private static func praise(_ summary: RosterCheck.Summary) -> String {
        if summary.rows == 0 { return "There are no rows: is this the right file, and the right sheet?" }
        let unread = summary.files.flatMap(\.table.unreadSheets).map { "“\(Shown.text($0))”" }
        return unread.isEmpty ? "All well." : "All well in what was read; NOT read: \(unread.joined(separator: ", "))."
    }
}

extension CSVDelimiter {
    fileprivate var word: String {
        switch self {
        case .comma: "commas"
        case .semicolon: "semicolons"
        case .tab: "tabs"
        }
    }
}
