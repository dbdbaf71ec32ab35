import Foundation
import Messages
import Roster
import RosterValues
import TestSupport
import Testing

@Suite("The page about rosters")
struct RosterPageTests {
    private let page: String

    init() throws { page = try String(contentsOfFile: repositoryRoot + "/docs/roster.md", encoding: .utf8) }

    @Test("lists every rule as the program does", arguments: Rule.allCases)
    func rule(_ rule: Rule) {
        let explanation = rule.explanation.english.replacing("|", with: "\\|")
        let (english, vietnamese) = (rule.title.english, rule.title.vietnamese)
        let line = "| `\(rule.rawValue)` | \(rule.severity) | \(english) | \(vietnamese) | \(explanation) |\n"
        #expect(page.contains(line), "docs/roster.md lacks this line:\n\(line)")
    }

    @Test("lists no rule that is not there")
    func count() {
        let rules = page.split(separator: "\n").drop { !$0.hasPrefix("| code |") }.count { $0.hasPrefix("| `") }
        #expect(rules == Rule.allCases.count)
    }
}
