import Foundation
import Roster
import TestSupport
import Testing

@Suite("The page about rosters")
struct RosterPageTests {
    private let page: String

    init() throws { page = try String(contentsOfFile: repositoryRoot + "/docs/roster.md", encoding: .utf8) }

    @Test("lists every rule as the program does", arguments: Rule.allCases)
    func rule(_ rule: Rule) {
        let explanation = rule.explanation.replacing("|", with: "\\|")
        let line = "| `\(rule.rawValue)` | \(rule.severity) | \(rule.title) | \(rule.vietnamese) | \(explanation) |\n"
        #expect(page.contains(line), "docs/roster.md lacks this line:\n\(line)")
    }

    @Test("lists no rule that is not there")
    func count() {
        let rules = page.split(separator: "\n").drop { !$0.hasPrefix("| code |") }.count { $0.hasPrefix("| `") }
        #expect(rules == Rule.allCases.count)
    }
}
