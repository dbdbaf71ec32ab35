import Testing

@testable import VietnameseText

@Suite("Clean text")
struct CleanTextTests {
    @Test(
        "what cleaning changes",
        arguments: [
            ("", "", []), ("Lê Bê", "Lê Bê", []), ("H’Mông", "H’Mông", []), (" Lê Bê", "Lê Bê", .spaces),
            ("Lê Bê ", "Lê Bê", .spaces), ("Lê  Bê", "Lê Bê", .spaces), ("Lê\u{a0}Bê", "Lê Bê", .spaces),
            ("Lê\r\nBê", "Lê Bê", .spaces), ("Lê\tBê", "Lê Bê", .spaces), ("Lê\u{3000}Bê", "Lê Bê", .spaces),
            ("Le\u{302} Bê", "Lê Bê", .composition), (" Le\u{302}", "Lê", [.spaces, .composition]),
            ("Bo\u{31B}\u{300}", "Bờ", .composition), ("阮 Bê", "阮 Bê", []), ("'=1", "=1", []),
        ] as [(String, String, CleanText.Changes)])
    func changes(_ raw: String, _ text: String, _ changes: CleanText.Changes) {
        let clean = CleanText(raw)
        #expect(Array(clean.text.utf8) == Array(text.utf8))
        #expect(clean.changes == changes)
    }

    @Test(
        "an apostrophe before a formula is taken away as it was put there",
        arguments: [
            "=1", "+84905", "-1", "@x", "＝1", "＋1", "－1", "＠x", " =1", "\u{A0}=1", "\t=1", "\r\n=1", "\u{3000}＝1",
            "\tLê",
            "\nLê", "\u{FEFF}=1", "−5",
        ])
    func formulas(_ text: String) {
        #expect(FormulaGuard.needsGuard(text) && FormulaGuard.unguarded("'" + text) == text)
        let (clean, own) = (CleanText("'" + text), CleanText(text))
        #expect(Array(clean.text.utf8) == Array(own.text.utf8) && clean.hidden == own.hidden)
        #expect(CleanText("  '" + text).text == own.text)
    }

    @Test("any other apostrophe stays", arguments: ["'Lê", "' Lê", "'", "''", "H'Mông", "'0905", "'12/03/1985"])
    func apostrophes(_ text: String) {
        #expect(!FormulaGuard.needsGuard(text) && FormulaGuard.unguarded(text) == text)
        #expect(CleanText(text).text == text)
    }

    @Test(
        "text without what cannot be seen",
        arguments: [
            ("Lê\u{200B} Bê", "Lê Bê", true), ("\u{FEFF}Lê", "Lê", true), ("L\u{AD}ê", "Lê", true),
            ("\u{202E}Lê\u{202C}", "Lê", true), ("L\u{81}ê", "Lê", false), ("Lê\n\u{7}", "Lê", false),
            ("Le\u{200B}\u{302}", "Lê", true), ("\u{200B}", "", true),
        ])
    func hidden(_ raw: String, _ text: String, _ onlyFormat: Bool) {
        #expect(CleanText(raw).hidden != nil)
        let visible = CleanText.withoutHidden(raw)
        #expect(Array(visible.text.utf8) == Array(text.utf8))
        #expect(visible.onlyFormat == onlyFormat)
    }
}
