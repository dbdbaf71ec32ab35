import Foundation
import Messages
import RosterValues
import Tables
import TestSupport
import Testing

@testable import Roster

/// Small files as communes write them, each of a kind that was once read wrongly without a word.
@Suite("Rosters as communes write them")
struct CaseFileTests {
    /// Reads a file: of each person the cells that a card depends on, of each other row what becomes of it.
    private func read(_ path: String, _ options: ReadingOptions = ReadingOptions()) throws -> (
        lines: [String], files: [RosterFile<Person.Column>]
    ) {
        var reader = try RosterReader<Person>(path: path, today: today, options: options)
        var lines: [String] = []
        while let entry = try reader.next() {
            let codes = entry.findings.map(\.rule.rawValue).joined(separator: " ")
            switch entry {
            case .record(let row, let person, _):
                let sex = person.sex?.vietnamese ?? "-"
                lines.append(
                    "\(row.number) \(person.household)|\(person.name)|\(person.birth)|\(sex)|\(person.hamlet) \(codes)")
            case .refused(let row, _): lines.append("\(row.number) refused \(codes)")
            case .nobody(let row, _): lines.append("\(row.number) nobody \(codes)")
            }
        }
        let files = reader.files
        lines += try reader.conclusions().map { "late \($0.position.row) \($0.finding.rule.rawValue)" }
        return (lines, files)
    }

    private func resource(_ name: String) throws -> String {
        try #require(Bundle.module.url(forResource: "Resources/cases/" + name, withExtension: nil)).path
    }

    private static let whole = "2 PL-001|Nguyễn Văn An|12/03/1985|Nam|Phú Lễ "

    private static let cases: [(file: String, lines: [String])] = [
        (
            "name-split-merged.xlsx",
            ["2 PL-001|Nguyễn Văn An|12/03/1985|-|Phú Lễ ", "3 PL-001|Trần Thị Bình|05/11/1987|-|Phú Lễ "]
        ),
        ("birth-by-sex.xlsx", ["3 PL-001|Nguyễn Văn An|1985|Nam|Phú Lễ ", "4 PL-001|Trần Thị Bình|1987|Nữ|Phú Lễ "]),
        ("dead.csv", ["2 refused person-gone", "3 refused person-gone"]),
        ("totals-as-people.xlsx", ["2 01|Nguyễn Văn An|12/03/1970|Nam|Thôn Đông ", "3 nobody total-row"]),
        ("letters-row.xlsx", ["2 nobody header-row", "3 PL-001|Nguyễn Văn An|1985|-|Phú Lễ "]),
        ("merged-household.xlsx", [whole, "3 PL-001|Trần Thị Bình|05/11/1987|Nữ|Phú Lễ "]),
        ("row-per-cell.xlsx", [whole, "3 PL-001|Trần Thị Bình|05/11/1987|Nữ|Phú Lễ "]),
        ("sheet-rid-empty.xlsx", [whole, "3 PL-001|Trần Thị Bình|05/11/1987|Nữ|Phú Lễ "]),
        (
            "hamlet-heading-rows.xlsx",
            [
                "3 nobody heading-row", "4 01|Nguyễn Văn An|12/03/1970|Nam|Đông Lâm ", "5 nobody heading-row",
                "6 02|Trần Thị Bình|12/04/1972|Nữ|Phú Xuân ",
            ]
        ),
        (
            "no-household-code.xlsx",
            ["2 NVA-1970|Nguyễn Văn An|12/03/1970|Nam|Thôn Đông ", "3 NVA-1970|Trần Thị Bình|12/04/1972|Nữ|Thôn Đông "]
        ),
        ("csv-eqquote.csv", [whole, "3 PL-001|Trần Thị Bình|05/11/1987|Nữ|Phú Lễ "]),
        ("unknown-cols.csv", ["2 refused id-lost-zero"]),
        (
            "breve.csv",
            [
                "2 PL-001|H’Ê̆lan Niê|1985|-|Phú Lễ name-foreign-letter",
                "3 PL-002|Y Ksơ̆r|1985|-|Phú Lễ name-foreign-letter",
            ]
        ),
        (
            "hamlet-tie.csv",
            ["2 PL-001|Nguyễn Văn An|1985|-|phú lễ ", "3 PL-002|Nguyễn Văn Ba|1985|-|Phú Lễ ", "late 3 unknown-hamlet"]
        ),
    ]

    @Test("are read as they are meant", arguments: cases)
    func meant(file: String, lines: [String]) throws {
        #expect(try read(resource(file)).lines == lines)
    }

    @Test("dates that an Excel of US settings turned round are doubted, row by row")
    func monthFirst() throws {
        let lines = try read(resource("us-locale-min.xlsx")).lines
        let doubted = lines.filter { $0.hasSuffix("month-first-file") }
        #expect(doubted == (8...13).map { "late \($0) month-first-file" }, "\(lines)")
    }

    @Test("struck-out text is left out and said, a row of nothing else is refused")
    func struck() throws {
        let (lines, files) = try read(resource("strike-run.xlsx"))
        #expect(lines.count == 1 && !lines[0].contains("refused"), "\(lines)")
        #expect(files[0].table.remarks.contains { "\($0)".contains("struck-out") })
        let row = Row(number: 2, fields: ["1", "Lê An", "1980", "X"], isStruck: true)
        #expect(row.isStruck && row.with(fields: ["a"]).isStruck)
    }

    @Test("every date that can be guessed at is proposed")
    func dates() throws {
        var reader = try RosterReader<Person>(path: resource("date-texts.xlsx"), today: today)
        var proposed: [Int: String] = [:]
        while let entry = try reader.next() {
            guard let finding = entry.findings.first(where: { $0.column == "date_of_birth" }) else { continue }
            proposed[entry.row.number] = finding.proposal.map { $0.text + ($0.isCertain ? "" : "?") }
        }
        #expect(proposed[11] == "12/03/1985" && proposed[12] == "12/03/1985" && proposed[26] == "12/03/1985")
        #expect(proposed[27] == "12/03/1985" && proposed[22] == "1985?" && proposed[25] == "1985?")
    }

    // MARK: Kinds

    private static let kinds: [(kind: String, text: String, lines: [String])] = [
        (
            "the given name stands behind a name, under no header of its own",
            "Mã hộ,Họ và tên,,Ngày sinh,Thôn\n1,Lê Thị,Hoa,1980,X\n1,Lê Văn,Anh Tú,1981,X\n",
            ["2 1|Lê Thị Hoa|1980|-|X ", "3 1|Lê Văn Anh Tú|1981|-|X "]
        ),
        (
            "a nameless column with anything else is no part of the name",
            "Mã hộ,Họ và tên,,Ngày sinh,Thôn\n1,Lê Thị Hoa,Nữ,1980,X\n", ["2 1|Lê Thị Hoa|1980|-|X "]
        ),
        (
            "family, middle and given names apart",
            "Mã hộ,Họ,Tên đệm,Tên,Ngày sinh,Thôn\n1,Lê,Thị,Hoa,1980,X\n1,Lê,,Tú,1981,X\n",
            ["2 1|Lê Thị Hoa|1980|-|X ", "3 1|Lê Tú|1981|-|X "]
        ),
        (
            "Họ và tên đệm, and Tên", "Mã hộ,Họ và tên đệm,Tên,Năm sinh,Thôn\n1,Lê Thị,Hoa,1980,X\n",
            ["2 1|Lê Thị Hoa|1980|-|X "]
        ),
        (
            "without accents Ho beside Ten is the family name", "Ma ho,Ho,Ten,Nam sinh,Thon\n1,Lê Thị,Hoa,1980,X\n",
            ["2 1|Lê Thị Hoa|1980|-|X "]
        ),
        (
            "births by sex in a header of two rows",
            "Mã hộ,Họ và tên,Năm sinh,,Thôn\n,,Nam,Nữ,\n1,Lê Văn An,1980,,X\n1,Lê Thị Hoa,,1981,X\n",
            ["3 1|Lê Văn An|1980|Nam|X ", "4 1|Lê Thị Hoa|1981|Nữ|X "]
        ),
        (
            "births by sex in a header of one row",
            "Mã hộ,Họ và tên,Năm sinh nam,Năm sinh nữ,Thôn\n1,Lê Thị Hoa,,1981,X\n",
            ["2 1|Lê Thị Hoa|1981|Nữ|X "]
        ),
        (
            "day, month and year apart",
            "Mã hộ,Họ và tên,Ngày sinh,,,Thôn\n,,Ngày,Tháng,Năm,\n1,Lê Thị Hoa,5,3,1980,X\n1,Lê Văn An,,,1938,X\n",
            ["3 1|Lê Thị Hoa|05/03/1980|-|X ", "4 1|Lê Văn An|1938|-|X "]
        ),
        (
            "the hamlet in the title alone",
            "UBND XÃ QUẢNG PHÚ,,\nDANH SÁCH HỘ DÂN THÔN PHÚ LỄ - XÃ QUẢNG PHÚ,,\nMã hộ,Họ và tên,Năm sinh\n1,Lê Thị Hoa,1981\n",
            ["4 1|Lê Thị Hoa|1981|-|Phú Lễ "]
        ),
        (
            "hamlets in headings of many forms",
            "Mã hộ,Họ và tên,Năm sinh\nThôn Hạ Lang:,,\n1,Lê Thị Hoa,1981\nII,Tổ dân phố 3 (12 hộ),\n2,Lê An,1982\n",
            [
                "2 nobody heading-row", "3 1|Lê Thị Hoa|1981|-|Hạ Lang ", "4 nobody heading-row",
                "5 2|Lê An|1982|-|Tổ dân phố 3 ",
            ]
        ),
        (
            "households begin at their heads, each with a code of its own",
            "Họ và tên,Quan hệ,Năm sinh,Thôn\nLê An,Chủ hộ,1950,X\nLê Bê,Con,1980,X\nLê An,Chủ hộ,1950,Y\n",
            ["2 LA-1950|Lê An|1950|-|X ", "3 LA-1950|Lê Bê|1980|-|X ", "4 LA-1950-2|Lê An|1950|-|Y "]
        ),
        (
            "totals in any of the first columns, with numbers where people have theirs",
            "Mã hộ,Họ và tên,Năm sinh,Thôn\n1,Lê An,1950,X\nTổng,,1,\n,Cộng xã: 20 khẩu,12,X\n3,Công Tằng Cộng,1950,X\n2,Tống Văn Cộng,1950,X\n,25,30,\nCong thon X,,7,\n",
            [
                "2 1|Lê An|1950|-|X ", "3 nobody total-row", "4 nobody total-row",
                "5 3|Công Tằng Cộng|1950|-|X ",
                "6 2|Tống Văn Cộng|1950|-|X ", "7 nobody total-row", "8 nobody total-row",
            ]
        ),
        (
            "Họ alone is no Hộ, and Tổ is the hamlet", "Hộ,Họ tên,NS,Tổ\n1,Lê An,1950,3\n", ["2 1|Lê An|1950|-|3 "]
        ),
    ]

    @Test("of usual forms are read", arguments: kinds)
    func kind(kind: String, text: String, lines: [String]) throws {
        let folder = try TemporaryFolder()
        #expect(try read(folder.write("r.csv", text)).lines == lines, "\(kind)")
    }

    @Test("every column with texts that nothing is read from is named")
    func unused() throws {
        let folder = try TemporaryFolder()
        let text =
            "STT,Mã hộ,Họ và tên,Năm sinh,Thôn,Nghề nghiệp,,Dân tộc\n1,1,Lê An,1980,X,thợ,?,\n2,2,Lê Bê,1981,X,,,\n"
        let file = try read(folder.write("r.csv", text)).files[0]
        #expect(
            file.unused.compactMap(\.message?.english) == [
                "NOT read: column F “Nghề nghiệp”, with text in 1 row",
                "NOT read: column G, which has no name, with text in 1 row",
            ])
        #expect(file.unused[0].message?.vietnamese == "KHÔNG đọc: cột F “Nghề nghiệp”, có chữ ở 1 dòng")
    }

    @Test("without a hamlet anywhere a file is refused, and read where a person says it")
    func said() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("r.csv", "Mã hộ,Họ và tên,Năm sinh\n1,Lê An,1980\n")
        #expect(throws: RosterError.self) { try read(path) }
        let options = ReadingOptions(hamlet: "Phú Lễ", commune: "Quảng Phú")
        let (lines, files) = try read(path, options)
        #expect(lines == ["2 1|Lê An|1980|-|Phú Lễ "])
        #expect(
            files[0].readings.map(\.english) == [
                "the hamlet of all rows is “Phú Lễ”", "the commune of all rows is “Quảng Phú”",
            ])
    }
}
