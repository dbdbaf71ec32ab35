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
