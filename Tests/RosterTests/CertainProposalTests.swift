import RosterValues
import Tables
import TestSupport
import Testing

@testable import Roster

@Suite("Certain proposals")
struct CertainProposalTests {
    /// The cells of all other tests.
    private static let rows: [RowCase] =
        NameRuleTests.good + NameRuleTests.refused + NameRuleTests.unusual + TextRuleTests.names + TextRuleTests.others
        + BirthRuleTests.good + BirthRuleTests.calendar + BirthRuleTests.numbers + BirthRuleTests.short
        + BirthRuleTests.words + SexRuleTests.unknown + SexRuleTests.against + IDRuleTests.good + IDRuleTests.refused
        + IDRuleTests.doubted + PhoneRuleTests.good + PhoneRuleTests.mended + PhoneRuleTests.bad

    private func findings(_ fields: [String]) throws -> [Finding] {
        let header = try Header<Person.Column>(
            Row(number: 1, fields: Person.Column.allCases.map(\.name)), path: "roster.csv")
        return RecordParser<Person>(header: header, today: today).entry(of: Row(number: 2, fields: fields)).findings
    }

    private func expectSettled(_ fields: [String]) throws {
        var mended = fields
        for finding in try findings(fields) {
            guard let proposal = finding.proposal, proposal.isCertain else { continue }
            let column = Person.Column.allCases.first { $0.name == finding.column }
            mended[try #require(column).rawValue] = proposal.text
        }
        let again = try findings(mended).filter { $0.proposal?.isCertain == true }
        #expect(again == [], "\(fields) became \(mended)")
    }

    @Test("the last of a cell mends all that is certain: nothing certain is left")
    func settled() throws {
        for row in Self.rows { try expectSettled(row.row.fields) }
    }

    @Test("whatever cells come together in a row")
    func mixed() throws {
        var random = SeededNumbers(11)
        let cells = Person.Column.allCases.map { column in
            Array(Set(Self.rows.map { $0.row.fields[column.rawValue] })).sorted()
        }
        let letters = Array("aAăĂnNIVx-' .2?Ð\u{200B}\u{302}В".unicodeScalars)
        for _ in 0..<6_000 {
            var fields = cells.map { $0.randomElement(using: &random) ?? "" }
            for _ in 0..<Int.random(in: 0...2, using: &random) {
                let column = Int.random(in: 0..<fields.count, using: &random)
                var text = Array(fields[column].unicodeScalars)
                let offset = Int.random(in: 0...text.count, using: &random)
                text.insert(letters[Int.random(in: 0..<letters.count, using: &random)], at: offset)
                fields[column] = String(String.UnicodeScalarView(text))
            }
            try expectSettled(fields)
        }
    }
}
