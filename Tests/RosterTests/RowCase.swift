import Messages
import RosterValues
import Tables
import Testing

@testable import Roster

/// A row that is good but for some cells, and all that must be found in it.
struct RowCase: Sendable, CustomTestStringConvertible {
    let cells: [Person.Column: String]
    let found: [Found]

    /// A finding without its column's name and cell.
    struct Found: Equatable, Sendable {
        let rule: Rule
        let reason: String
        let proposal: Finding.Proposal?

        init(_ rule: Rule, _ reason: String, certain: String? = nil, guess: String? = nil) {
            self.rule = rule
            self.reason = reason
            proposal =
                certain.map { Finding.Proposal($0, isCertain: true) }
                ?? guess.map { Finding.Proposal($0, isCertain: false) }
        }

        init(_ finding: Finding) {
            rule = finding.rule
            reason = finding.reason.english
            proposal = finding.proposal
        }
    }

    init(_ column: Person.Column, _ cell: String, with others: [Person.Column: String] = [:], _ found: Found...) {
        cells = others.merging([column: cell]) { $1 }
        self.found = found
    }

    var testDescription: String {
        cells.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key.name) “\($0.value)”" }.joined(
            separator: ", ")
    }

    /// The row: Lê Bê, born 1980, of Bao La, with the cells of the case.
    var row: Row {
        var fields = Person.Column.allCases.map { Self.good[$0] ?? "" }
        for (column, cell) in cells { fields[column.rawValue] = cell }
        return Row(number: 2, fields: fields)
    }

    /// The row read.
    func entry() throws -> RosterReader<Person>.Entry {
        let header = try Header<Person.Column>(
            Row(number: 1, fields: Person.Column.allCases.map(\.name)), path: "roster.csv")
        return RecordParser<Person>(header: header, today: today).entry(of: row)
    }

    /// Reads the row and compares what is found in it.
    func check() throws {
        let findings = try entry().findings
        #expect(findings.map { Found($0) } == found)
        for finding in findings {
            #expect(
                finding.value == finding.column.flatMap { name in cells.first { $0.key.name == name }?.value } ?? "")
        }
    }

    private static let good: [Person.Column: String] = [
        .household: "1", .fullName: "Lê Bê", .dateOfBirth: "1980", .hamlet: "Bao La",
    ]
}
