import Testing

@testable import VietnameseText

@Suite("Spelling of names")
struct NameSpellingTests {
    @Test(
        "names in one case",
        arguments: [
            ("NGUYỄN THỊ HÒA", "Nguyễn Thị Hòa"), ("đặng văn đức", "Đặng Văn Đức"), ("H'MÔNG", "H'Mông"),
            ("Y BIH", "Y Bih"),
            ("K’ BRÊU", "K’ Brêu"), ("ANNE-MARIE ĐỖ", "Anne-Marie Đỗ"), ("ánh", "Ánh"), ("ÉLÈNE ÇELIK", "Élène Çelik"),
            ("NGUYE\u{302}\u{303}N", "Nguye\u{302}\u{303}n"), ("TRẦN (BA)", "Trần (Ba)"), ("ИВАН", "Иван"),
        ])
    func proper(_ text: String, _ name: String) {
        #expect(ProperCase.name(text).map { Array($0.utf8) } == Array(name.utf8))
    }

    @Test("names that are left alone", arguments: ["Nguyễn Thị Hòa", "Y", "ý", "K'", "", "12", "阮", "nGUYỄN"])
    func mixed(_ text: String) {
        #expect(ProperCase.name(text) == nil)
    }

    @Test(
        "letters that look like Latin ones",
        arguments: [
            ("Nguyễn Vаn", "Nguyễn Van"), ("ТRẦN", "TRẦN"), ("Ðoàn Thị", "Đoàn Thị"), ("ðức", "đức"),
            ("Ｎguyễn Ａn", "Nguyễn An"),
            ("Νguyễn", "Nguyễn"), ("Hо\u{300}a", "Hòa"), ("Ɖỗ", "Đỗ"),
        ])
    func lookAlikes(_ text: String, _ latin: String) {
        #expect(LookAlike.latin(text).map { Array($0.utf8) } == Array(latin.utf8))
    }

    @Test(
        "text without look-alikes, and text of other alphabets",
        arguments: ["", "An", "Nguyễn Văn Đức", "Иванов", "阮 Аn", "Ωνα"])
    func noLookAlikes(_ text: String) {
        #expect(LookAlike.latin(text) == nil)
    }
}
