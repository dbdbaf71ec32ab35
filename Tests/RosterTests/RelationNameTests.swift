import RosterValues
import Testing

@testable import Roster

@Suite("Relations in English")
struct RelationNameTests {
    @Test(
        "a relation that is known has its English word, and says no more than the roster",
        arguments: [
            ("Vợ", "Wife"), ("chủ hộ", "Head"), ("Con trai út", "Son"), ("Cháu nội của chủ hộ", "Grandchild"),
            ("Con dâu", "Daughter-in-law"), ("cháu", nil), ("người ở nhờ", nil), ("wife", nil), ("", nil),
        ])
    func words(word: String, english: String?) { #expect(RelationName.english(of: word) == english) }
}
