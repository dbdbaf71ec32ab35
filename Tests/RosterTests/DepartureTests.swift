import RosterValues
import Testing

@testable import Roster

@Suite("People who are gone")
struct DepartureTests {
    /// Names with a remark behind them, and what it says.
    private static let remarks: [(String, Departure)] = [
        ("Lê Văn Mười (chết)", .dead), ("Lê Văn Mười (đã chết năm 2019)", .dead), ("Lê Văn Mười - chết", .dead),
        ("Lê Văn Mười, đã mất", .dead), ("LÊ VĂN MƯỜI CHẾT", .dead), ("Lê Văn Mười mất", .dead),
        ("Lê Văn Mười Mất", .dead),
        ("Le Van Muoi (da mat)", .dead), ("Le Van Muoi qua doi", .dead), ("Lê Văn Mười qua đời", .dead),
        ("Lê Văn Mười (từ trần)", .dead), ("Lê Văn Mười [tử vong]", .dead), ("Lê Văn Tám đã chuyển đi", .moved),
        ("LÊ VĂN TÁM ĐÃ CHUYỂN ĐI", .moved), ("Lê Văn Tám Chuyển Khẩu", .moved),
        ("Lê Văn Tám (chuyển vào Nam)", .moved),
        ("Lê Văn Tám chuyển", .moved), ("Lê Văn Tám (cắt khẩu)", .moved), ("Lê Thị Tư (tạm vắng)", .away),
        ("Lê Thị Tư đi làm ăn xa", .away), ("Le Thi Tu di lam an xa", .away), ("Lê Thị Tư / xuất cảnh", .away),
        ("Lê Thị Tư (trùng)", .twice), ("Lê Thị Tư trùng", .twice), ("Lê Thị Tư bị trùng", .twice),
        ("Lê Thị Tư (xóa)", .struck),
        ("Lê Thị Tư (xoá tên)", .struck), ("Lê Thị Tư - đã xóa", .struck), ("Lê Thị Tư (đi nước ngoài)", .away),
    ]

    @Test("by a remark behind the name", arguments: remarks)
    func name(text: String, meaning: Departure) throws {
        #expect(Departure(name: text) == meaning)
        let case_ = RowCase(.fullName, text)
        let findings = try case_.entry().findings
        #expect(findings.map(\.rule) == [.personGone] && findings[0].proposal == nil, "\(findings)")
    }

    @Test(
        "but not by names that are words of such remarks",
        arguments: [
            "Nguyễn Văn Chuyển", "Trần Thị Chuyển", "NGUYỄN VĂN CHUYỂN", "nguyễn văn chuyển", "Nguyễn Quốc Trung",
            "Nguyễn Trùng Dương", "Lê Thị Xoa", "Lê Thị Mát", "Lê Thị Mật", "Le Thi Mat", "Le Van Trung", "Le Thi Xa",
            "Lê Thị Xa", "Phạm Qua", "Trần Tạm", "Nguyễn Văn Tạm", "Nguyễn Thị Vắng", "Lê Đi", "Trần Văn Bỏ",
            "Nguyễn Văn An (con)", "Nguyễn Văn An (B)", "Đỗ Quá", "Nguyễn Thị Đời", "Ngô Thế Trần", "Y Mất", "Lê Khẩu",
            "Hồ Thị Cảnh", "Nguyễn Văn Khác", "Trần Thị Ngoài", "Đặng Chết", "Lê Văn An (sinh đôi)", "Bùi Vong Xa",
        ])
    func names(text: String) { #expect(Departure(name: text) == nil) }

    private static let notes: [(String, Departure?)] = [
        ("chết", .dead), ("Đã mất 2020", .dead), ("mất ngày 3/4/2021", .dead), ("Qua đời", .dead), ("da chet", .dead),
        ("khai tử", .dead), ("đã chuyển đi Đà Nẵng", .moved), ("Chuyển khẩu", .moved), ("chuyển vào Sài Gòn", .moved),
        ("cắt hộ khẩu", .moved), ("Tạm vắng", .away), ("tam vang", .away), ("đi làm ăn xa", .away), ("vắng mặt", .away),
        ("xuất cảnh 2019", .away), ("trùng", .twice), ("bị trùng dòng 5", .twice), ("xóa", .struck),
        ("Xoá tên", .struck),
        ("", nil), ("mất CCCD", nil), ("mất CMND, chưa làm lại", nil), ("mất sức lao động", nil), ("mất thẻ", nil),
        ("mất sổ hộ khẩu", nil), ("chồng chết", nil), ("vợ đã mất", nil), ("cha mất sớm", nil), ("con đã chết", nil),
        ("chưa chết", nil), ("hết tạm vắng", nil), ("không trùng", nil), ("trùng tên với ông An", nil),
        ("trùng ngày sinh", nil),
        ("hộ xóa nghèo", nil), ("đã xóa mù chữ", nil), ("mới chuyển đến", nil), ("chuyển về năm 2020", nil),
        ("đã chuyển đến từ Huế", nil), ("con liệt sĩ", nil), ("Hộ nghèo", nil), ("tạm trú", nil), ("đi học xa", nil),
        ("anh Trung", nil), ("mat", nil), ("trung", nil), ("sinh viên", nil), ("chưa chuyển khẩu", nil),
    ]

    @Test("by the notes, where these are of the person", arguments: notes)
    func note(text: String, meaning: Departure?) throws {
        #expect(Departure(note: text) == meaning)
        let findings = try RowCase(.notes, text).entry().findings
        #expect(findings.map(\.rule) == (meaning == nil ? [] : [.personGone]))
    }
}
