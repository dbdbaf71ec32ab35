import RosterValues
import Tables
import TestSupport
import Testing

@testable import Roster

@Suite("Where the header is")
struct HeaderSearchTests {
    /// The numbers of the rows that became people, and how the file was read.
    private func read(_ text: String) throws -> (rows: [Int], people: [Person], file: RosterFile<Person.Column>) {
        let file = try TemporaryFile(text)
        var reader = try RosterReader<Person>(path: file.path, today: today)
        var people: [(Int, Person)] = []
        while let entry = try reader.next() {
            if case .record(let row, let person, _) = entry { people.append((row.number, person)) }
        }
        return (people.map(\.0), people.map(\.1), reader.files[0])
    }

    @Test("below a block of titles, however the titles are written", arguments: [0, 1, 5, 18])
    func titles(count: Int) throws {
        let kinds = ["UBND XÃ QUẢNG PHÚ;;;;", "DANH SÁCH NHÂN KHẨU", ";;Thôn Phú Lễ;;", "\"Số 1, tổ 2\""]
        let table = [
            "Mã hộ;Họ và tên;Ngày sinh;Thôn;Ghi chú", "PL-1;Lê An;1980;Phú Lễ;", "PL-1;Lê Bê;1981;Phú Lễ;x",
        ]
        let lines = (0..<count).map { kinds[$0 % 4] } + table
        let (rows, people, file) = try read(lines.joined(separator: "\r\n") + "\r\n")
        #expect(rows == [count + 2, count + 3])
        #expect(people.map(\.name) == ["Lê An", "Lê Bê"])
        #expect(file.headerRow == count + 1)
        #expect(file.headerRows == 1)
        #expect(file.header.names == ["Mã hộ", "Họ và tên", "Ngày sinh", "Thôn", "Ghi chú"])
    }

    @Test("beyond the first 20 rows it is not looked for")
    func tooDeep() throws {
        let titles = Array(repeating: "Danh sách,,,", count: 21).joined(separator: "\n")
        let table = "household,full_name,date_of_birth,hamlet\n1,Lê An,1980,X\n"
        #expect(throws: RosterError.self) { _ = try read(titles + "\n" + table) }
    }

    @Test("in two rows with merged cells")
    func twoRows() throws {
        let (rows, people, file) = try read(
            """
            DANH SÁCH,,,,,,,
            STT,Mã hộ,Thông tin cá nhân,,,Địa chỉ,,Ghi chú
            ,,Họ và tên,Ngày sinh,Giới tính,Thôn,Xã,
            (1),(2),(3),(4),(5),(6),(7),(8)
            1,PL-1,Lê An,1980,Nam,Phú Lễ,Quảng Phú,cụ
            """)
        #expect(rows == [5])
        #expect(people.first?.sex == .male)
        #expect(people.first?.commune == "Quảng Phú")
        #expect(file.headerRow == 2)
        #expect(file.headerRows == 2)
        #expect(
            file.header.names == [
                "STT", "Mã hộ", "Thông tin cá nhân Họ và tên", "Thông tin cá nhân Ngày sinh",
                "Thông tin cá nhân Giới tính",
                "Địa chỉ Thôn", "Địa chỉ Xã", "Ghi chú",
            ])
    }

    @Test("a first row of data is never taken for a part of the header")
    func data() throws {
        let (rows, _, file) = try read(
            "household,full_name,date_of_birth,hamlet\nhộ,Lê An,1980,Thôn\nhộ,Lê Bê,1980,xã\n")
        #expect(rows == [2, 3])
        #expect(file.headerRows == 1)
    }
}
