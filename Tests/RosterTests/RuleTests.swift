import Messages
import RosterValues
import Testing

@testable import Roster

@Suite("Rules")
struct RuleTests {
    @Test("every rule has a title in both languages and an explanation", arguments: Rule.allCases)
    func texts(_ rule: Rule) {
        for language in Language.allCases {
            let title = rule.title.text(in: language)
            #expect(!title.isEmpty && title.unicodeScalars.count < 60)
            #expect(rule.explanation.text(in: language).hasSuffix("."))
        }
    }

    @Test("no two rules have the same title or explanation")
    func distinct() {
        for language in Language.allCases {
            #expect(Set(Rule.allCases.map { $0.title.text(in: language) }).count == Rule.allCases.count)
            #expect(Set(Rule.allCases.map { $0.explanation.text(in: language) }).count == Rule.allCases.count)
        }
    }

    /// Rules that the reader of a file or a comparison of rows finds.
    private static let others: Set<Rule> = [
        .tooFewFields, .tooManyFields, .strayQuote, .unclosedQuote, .swallowedRows, .zeroByte, .undecodable, .noteRow,
        .totalRow, .headerRow, .monthFirstFile, .duplicateID, .duplicatePerson, .duplicateVenue, .cardText,
        .householdCarried, .headingRow, .struckRow, .personGone, .nameDroppedLetters, .nameTypingKeys,
        .householdNoHead, .householdTwoHeads, .relationAgainstAge, .unknownHamlet, .unknownCommune,
    ]

    @Test("every rule of one row is found in some row of these tests")
    func covered() {
        let rows =
            NameRuleTests.refused + NameRuleTests.unusual + TextRuleTests.names + TextRuleTests.others
            + BirthRuleTests.calendar + BirthRuleTests.numbers + BirthRuleTests.short + BirthRuleTests.words
            + SexRuleTests.unknown + SexRuleTests.against + IDRuleTests.refused + IDRuleTests.doubted
            + PhoneRuleTests.mended + PhoneRuleTests.bad
        // Lengths and venues have tests of their own.
        let found = Set(rows.flatMap { $0.found.map(\.rule) }).union([.tooLong, .unknownVenueKind])
        #expect(found == Set(Rule.allCases).subtracting(Self.others))
    }
}
