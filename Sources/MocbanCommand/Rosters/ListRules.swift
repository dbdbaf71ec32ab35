import ArgumentParser
import CommandWords
import Messages
import Mocban
import Roster
import RosterValues

struct ListRules: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: Message(en: "The rules that rosters are checked by.", vi: "Các quy tắc kiểm tra danh sách."),
        discussion: Message(
            en: """
                A row that breaks a rule of severity error is refused; with a warning it is printed, and somebody should \
                look at it; a note says what was understood that the file does not spell out.
                """,
            vi: """
                Dòng phạm quy tắc mức lỗi thì bị từ chối; mức cảnh báo thì vẫn in, nhưng cần có người xem lại; mức ghi chú \
                cho biết điều đã hiểu mà tệp không ghi rõ.
                """
        ))

    // Every command takes an office; this one needs nothing of it.
    @OptionGroup var office: OfficeOption
    @Flag(help: ArgumentHelp(en: "Answer as JSON.", vi: "Trả lời bằng JSON.")) var json = false

    private struct Row: Encodable {
        var code, severity, title, vietnamese, explanation: String

        init(_ rule: Rule) {
            (code, severity) = (rule.rawValue, rule.severity.rawValue)
            (title, vietnamese) = (rule.title.english, rule.title.vietnamese)
            explanation = rule.explanation.text
        }
    }

    func answer() async throws {
        let rows = Rule.allCases.map(Row.init)
        if json { return try say(json: rows) }
        var text = WrappedText()
        let width = rows.map(\.code.count).max() ?? 0
        let indent = String(repeating: " ", count: width + 11)
        for row in rows {
            text.add(
                language == .vietnamese ? row.vietnamese : row.title,
                first: row.code.padded(to: width) + "  " + row.severity.padded(to: 9))
            for line in language == .vietnamese ? [row.explanation] : [row.vietnamese, row.explanation] {
                text.add(line, first: indent)
            }
        }
        try say(lines: text.lines)
    }
}
