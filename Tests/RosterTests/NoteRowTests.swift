import RosterValues
import Tables
import Testing

@testable import Roster

@Suite("Rows that are nobody's")
struct NoteRowTests {
    @Test(
        "notes, totals, headers and column numbers",
        arguments: [
            ("Tổng cộng: 245 người,,,,,,,,", "total-row"),
            (",,Tổng số,,,,245,,", "total-row"),
            ("Cộng,,,,,,12,,", "total-row"),
            (",,,,,,\"Quảng Phú, ngày 12 tháng 3 năm 2021\",,", "note-row"),
            (",,NGƯỜI LẬP BIỂU,,,,CHỦ TỊCH,,", "note-row"),
            ("THÔN PHÚ LỄ,,,,,,,,", "note-row"),
            (",,Thôn Hạ Lang,,,,,,", "note-row"),
            ("(1),(2),(3),(4),(5),(6),(7),(8),(9)", "header-row"),
            ("1,2,3,4,5,6,7,8,9", "header-row"),
            ("Household,Relation,Full name,Date of birth,Sex,National ID,Phone,Hamlet,Commune", "header-row"),
            (",,,,,,,,ghi chú gì đó", "note-row"),
        ])
    func nobody(_ cells: String, _ code: String) throws {
        let entries = try entries(Person.self, "\(fullHeader)\n\(cells)\n")
        try #require(entries.count == 1)
        guard case .nobody(_, let finding) = entries[0] else {
            Issue.record("\(entries[0])")
            return
        }
        #expect(finding.rule.rawValue == code)
    }

    @Test(
        "people with little to tell, or with a name like a note's, are people",
        arguments: [
            "PL-1,Chủ hộ,Lê Cộng,1980,,,,Phú Lễ,",
            "PL-1,Chủ hộ,Tống Cộng Hòa,1980,,,,Phú Lễ,",
            "PL-1,Con,,1980,Nam,046080001234,,Phú Lễ,",
            "PL-1,,Lê An,,,,,Phú Lễ,",
            "1,,Họ Văn Tên,1,,,,2,",
        ])
    func people(_ cells: String) throws {
        let entries = try entries(Person.self, "\(fullHeader)\n\(cells)\n")
        try #require(entries.count == 1)
        if case .nobody(_, let finding) = entries[0] { Issue.record("\(finding)") }
    }
}
