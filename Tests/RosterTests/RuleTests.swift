import Testing

@testable import Roster

@Suite("Rules")
struct RuleTests {
    @Test("every rule has a title in both languages and an explanation", arguments: Rule.allCases)
    func texts(_ rule: Rule) {
        #expect(!rule.title.isEmpty && rule.title.utf8.count < 60)
        #expect(!rule.vietnamese.isEmpty && rule.vietnamese.unicodeScalars.count < 60)
        #expect(rule.explanation.hasSuffix("."))
    }

    @Test("no two rules have the same title or explanation")
    func distinct() {
        #expect(Set(Rule.allCases.map(\.title)).count == Rule.allCases.count)
        #expect(Set(Rule.allCases.map(\.vietnamese)).count == Rule.allCases.count)
        #expect(Set(Rule.allCases.map(\.explanation)).count == Rule.allCases.count)
    }

    /// Rules that the reader of a file or a comparison of rows finds.
    private static let others: Set<Rule> = [
        .tooFewFields, .tooManyFields, .strayQuote, .unclosedQuote, .swallowedRows, .zeroByte, .undecodable, .noteRow,
        .totalRow, .headerRow, .monthFirstFile, .duplicateID, .duplicatePerson, .duplicateVenue, .cardText,
        .householdCarried,
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
