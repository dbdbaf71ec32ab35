import ArgumentParser
import Files
import Messages
import Mocban
import Payload
import Roster
import RosterCheck

struct ScanCards: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan", abstract: "Fill a roster from the codes of identity cards (CCCD).",
        discussion: """
            Reads the lines that a scanner types and answers each at once. A person is in the file, and the file on the \
            disk, before the answer comes. A file that is there is continued; nobody gets into it twice.

            A line “household PL-017” or “hộ PL-017”, “hamlet Phú Lễ” or “thôn Phú Lễ”, “commune …” or “xã …” says where \
            the people after it live.

            Exit status: 0, or 1 when any line was refused.
            """)

    @OptionGroup var office: OfficeOption
    @Option(help: ArgumentHelp("The roster, a CSV file that is made where it is not there.", valueName: "FILE"))
    var out: String
    @Option(help: ArgumentHelp("The household of the first people.", valueName: "CODE")) var household: String?
    @Option(help: ArgumentHelp("The hamlet of the first people.", valueName: "NAME")) var hamlet: String?
    @Option(help: ArgumentHelp("The commune of the first people.", valueName: "NAME")) var commune: String?
    @Flag(help: "Answer as JSON, an object a line.") var json = false

    private struct Line: Encodable {
        var status: String
        var reason, nationalID, name, birth, place, value: String?
        var count: Int
        var warnings: [String]?

        private enum CodingKeys: String, CodingKey {
            case status, reason, name, place, value, count, warnings
            case nationalID = "national_id"
            case birth = "date_of_birth"
        }

        init(_ answer: RosterScan.Answer, count: Int) {
            self.count = count
            switch answer {
            case .added(let person, _, let warnings):
                (status, nationalID, name, birth) = ("ok", person.nationalID, person.name, person.birth.description)
                self.warnings = warnings.isEmpty ? nil : warnings
            case .refused(let reason): (status, self.reason) = ("refused", reason)
            case .set(let setting, let name): (status, place, value) = ("set", setting.rawValue, name)
            }
        }
    }

    func answer() async throws {
        let today = Timestamp.now().vietnamDay
        var settings: [RosterScan.Setting: String] = [:]
        (settings[.household], settings[.hamlet], settings[.commune]) = (household, hamlet, commune)
        let scan = try RosterScan(path: out, settings: settings, today: today)
        if let half = scan.removedHalf {
            note("the last line of \(out) was half written and was taken away (\(half)): scan that card again")
        }
        if scan.count > 0 { note("people in \(out) already: \(scan.count)") }
        var isEveryOneGood = true
        var lines = InputLines()
        while let line = try lines.next() {
            guard let answer = try line.text.map(scan.answer) ?? .refused(line.isCut ? Self.tooLong : Self.noText)
            else { continue }
            if case .refused = answer { isEveryOneGood = false }
            if json { try say(json: Line(answer, count: scan.count), pretty: false) } else { try say(text(answer)) }
        }
        if !isEveryOneGood { throw FailureCategory.refused.code }
    }

    private static let tooLong = "the line is too long for a card's text"
    private static let noText = "the line is no text in UTF-8: set the scanner to UTF-8, and scan the card again"

    private func text(_ answer: RosterScan.Answer) -> String {
        switch answer {
        case .added(let person, let count, let warnings):
            let cells = ["ok", person.nationalID ?? "", person.name, person.birth.description, "(\(count))"]
            return (cells + warnings.map { "look: \($0)" }).joined(separator: "  ")
        case .refused(let reason): return "NO  \(reason)"
        case .set(let setting, let name): return "\(setting.rawValue)  \(name)"
        }
    }
}
