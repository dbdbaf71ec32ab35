import RosterValues
import Testing

@testable import Roster

@Suite("Relations")
struct RelationTests {
    @Test(
        "words",
        arguments: [
            ("Chủ hộ", Relation.head), ("CHỦ HỘ", .head), (" chủ  hộ ", .head), ("chu ho", .head), ("Chuho", .head),
            ("Chủ", .head), ("head", .head), ("Head of household", .head), ("Chu\u{309} hô\u{323}", .head),
            ("Vợ", .wife), ("VỢ", .wife), ("vo", .wife), ("Vợ chủ hộ", .wife), ("vợ của chủ hộ", .wife),
            ("Vợ 2", .wife),
            ("Chồng", .husband), ("chong", .husband), ("husband", .husband), ("Vợ/chồng", .spouse),
            ("Con", .child), ("Con đẻ", .child), ("con nuôi", .child), ("Con, nuôi", .child), ("Con (1)", .child),
            ("Con út", .child), ("Con thứ hai", .child), ("Con trai", .son), ("con trai út", .son),
            ("Con gái", .daughter),
            ("CON GÁI ĐẦU", .daughter), ("Con dâu", .daughterInLaw), ("con rể", .sonInLaw), ("Son-in-law", .sonInLaw),
            ("Bố", .father), ("Cha", .father), ("bọ", .father), ("Bố đẻ", .father), ("Mẹ", .mother), ("MẸ", .mother),
            ("má", .mother), ("mạ", .mother), ("me", .mother), ("Bố vợ", .fatherInLaw), ("Mẹ chồng", .motherInLaw),
            ("mẹ  chồng", .motherInLaw), ("Ông", .grandfather), ("Ông nội", .grandfather), ("Bà", .grandmother),
            ("bà ngoại", .grandmother), ("mệ", .grandmother), ("Cháu", .grandchildOrNephew), ("Cháu nội", .grandchild),
            ("cháu ngoại", .grandchild), ("Cháu gái", .granddaughterOrNiece), ("Anh", .brother), ("Anh ruột", .brother),
            ("Chị", .sister), ("Em", .sibling), ("em trai", .brother), ("Em gái", .sister), ("Chị dâu", .sister),
            ("Bác", .uncleOrAunt), ("Chú", .uncle), ("Dì", .aunt), ("niece", .granddaughterOrNiece),
        ])
    func known(_ word: String, _ relation: Relation) {
        #expect(Relation(word) == relation)
    }

    @Test(
        "words that are not known, or that lost the accents that tell them apart",
        arguments: [
            "ba", "Ba", "chu", "Ở nhờ", "Bạn", "Cụ", "Vợ của con", "Con của em", "Con anh", "x", "?", "1",
            "Người giúp việc", "阮",
        ])
    func other(_ word: String) {
        #expect(Relation(word) == .other)
    }

    @Test("an empty cell", arguments: ["", " ", "\u{a0}\t"])
    func empty(_ word: String) {
        #expect(Relation(word) == nil)
    }

    @Test("sex")
    func facts() {
        #expect(Relation("Vợ")?.sex == .female)
        #expect(Relation("Con rể")?.sex == .male)
        #expect(Relation("Con")?.sex == nil)
    }
}
