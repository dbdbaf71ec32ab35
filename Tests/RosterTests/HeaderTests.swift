import Tables
import TestSupport
import Testing

@testable import Roster

@Suite("Header")
struct HeaderTests {
    @Test(
        "names of a roster's columns, in both languages",
        arguments: [
            "household|relation|full_name|date_of_birth|sex|national_id|phone|hamlet|commune|notes",
            "HOUSEHOLD| Relation |Full Name|Date of Birth|Gender|ID number|Telephone|Village|Ward|Remarks",
            "Mã hộ|Quan hệ với chủ hộ|Họ và tên|Ngày sinh|Giới tính|CCCD/CMND|Số điện thoại|Thôn|Xã|Ghi chú",
            "ma ho|quan he voi chu ho|ho va ten|ngay sinh|gioi tinh|cccd/cmnd|so dien thoai|thon|xa|ghi chu",
            "SỐ HỘ|QUAN HỆ|HỌ TÊN|NĂM SINH|PHÁI|SỐ CCCD|SĐT|THÔN/TỔ|XÃ/PHƯỜNG|TÌNH TRẠNG",
            "Hộ số|QH với chủ hộ|Họ  và\u{a0}tên (*)|Ngày, tháng, năm sinh (dd/mm/yyyy)|Nam/Nữ|"
                + "Số định danh cá nhân|Điện thoại|Tổ dân phố|Xã, phường, thị trấn|Biến động",
            "Ma\u{303} ho\u{323}\u{302}|Quan hê\u{323}|Ho\u{323} va\u{300} tên|Nga\u{300}y sinh|Giơ\u{301}i ti\u{301}nh|"
                + "CCCD|Ðiện thoại|Thôn|Xa\u{303}|Chú thích",
            "Mã hộ|QHCH|Họ tên|NS|GT|CMT|SĐT|Khóm|Phường|Ghi chú",
        ])
    func names(_ header: String) throws {
        let cells = header.split(separator: "|").map(String.init)
        let found = try Header<Person.Column>(Row(number: 1, fields: cells), path: "r.csv")
        #expect(Person.Column.allCases.map { found.field(of: $0) } == Array(0..<10), "\(cells)")
    }

    @Test(
        "names of venues' columns",
        arguments: [
            "name,type,address,owner,phone,hamlet,commune",
            "Tên,Loại hình,Địa chỉ,Chủ cơ sở,SĐT,Thôn,Xã",
            "Tên cơ sở,Loại,Đ/c,Người đại diện,Điện thoại,Tổ,Phường",
        ])
    func venues(_ header: String) throws {
        let cells = header.split(separator: ",").map(String.init)
        let found = try Header<Venue.Column>(Row(number: 1, fields: cells), path: "v.csv")
        #expect(Venue.Column.allCases.map { found.field(of: $0) } == Array(0..<7))
    }

    @Test("any order, unknown columns passed over")
    func order() throws {
        let row = Row(number: 1, fields: ["STT", "Thôn", "Ngày sinh", "", "Họ và tên", "Ghi chú", "Mã hộ"])
        let header = try Header<Person.Column>(row, path: "r.csv")
        #expect(header.field(of: .hamlet) == 1)
        #expect(header.field(of: .household) == 6)
        #expect(header.field(of: .sex) == nil)
        #expect(header.column(of: 4) == .fullName)
        #expect(header.column(of: 5) == .notes && header.column(of: 0) == nil)
    }

    @Test("missing, doubled and unknown columns")
    func refusals() {
        #expect(
            throws: RosterError.missingColumns(
                path: "r.csv", row: 1, missing: ["household", "full_name"], found: ["Tên", "Ngày sinh", "Thôn"])
        ) {
            _ = try Header<Person.Column>(Row(number: 1, fields: ["Tên", "Ngày sinh", "", "Thôn"]), path: "r.csv")
        }
        #expect(
            throws: RosterError.doubledColumn(path: "r.csv", row: 2, column: "hamlet", first: "Thôn", second: "Tổ")
        ) {
            _ = try Header<Person.Column>(Row(number: 2, fields: ["Thôn", "Tổ"]), path: "r.csv")
        }
        #expect(throws: RosterError.noHeader(path: "r.csv", row: 1, found: ["Nguyễn Văn A", "1980"])) {
            _ = try Header<Person.Column>(Row(number: 1, fields: ["Nguyễn Văn A", "1980"]), path: "r.csv")
        }
    }

    @Test("no name stands for two columns")
    func synonymsAreDistinct() {
        func check<Column: RosterColumn>(_ kind: Column.Type) {
            var owners: [String: Column] = [:]
            for column in Column.allCases {
                for name in [column.name] + Column.synonyms[column, default: []] {
                    let key = ColumnNames<Column>.key(name)
                    #expect(!key.isEmpty)
                    #expect(owners[key, default: column] == column, "\(name)")
                    owners[key] = column
                }
            }
        }
        check(Person.Column.self)
        check(Venue.Column.self)
    }

    @Test("messages name the file and say what to do")
    func messages() throws {
        let file = try TemporaryFile("Danh sách hộ gia đình xã Quảng Phú\n")
        var thrown: (any Error)?
        do { _ = try RosterReader<Person>(path: file.path, today: today) } catch { thrown = error }
        #expect(
            "\(try #require(thrown))"
                == "\(file.path), row 1: no known column name, found “Danh sách hộ gia đình xã Quảng Phú”. "
                + "Delete the rows above the header, or name the columns.")
    }
}
