import Testing

@testable import Tables

@Suite("Workbooks of real programs")
struct WorkbookFileTests {
    /// The people of `make_workbooks.py` without the last two columns.
    private static let people = [
        ["H001", "Chủ hộ", "Nguyễn Văn An", "12/03/1975", "46075003197", "046075003197", "046075003197"],
        ["H001", "Vợ", "Trần Thị Ẳnh", "31/12/1978", "46178000001", "046178000001", "046178000001"],
        ["H001", "Con", "Nguyễn Thị Đoan Trang", "29/02/2004", "46304000002", "046304000002", "046304000002"],
        ["H002", "Chủ hộ", "  Lê Hữu Ước ", "28/02/1900", "46000000003", "046000000003", "046000000003"],
    ]
    private static let title = ["DANH SÁCH NHÂN KHẨU THÔN HẠ LANG"]
    private static let header = [
        "Mã hộ", "Quan hệ", "Họ và tên", "Ngày sinh", "CCCD", "", "", "Điện thoại", "Ghi chú",
    ]
    /// Cells merged downwards have their text in both rows.
    private static let subheader = [
        "Mã hộ", "Quan hệ", "Họ và tên", "Ngày sinh", "số", "chữ", "định dạng", "Điện thoại", "Ghi chú",
    ]

    @Test("a roster of openpyxl and of LibreOffice", arguments: ["openpyxl", "libreoffice", "openpyxl-1904"])
    func roster(_ program: String) throws {
        let (rows, remarks) = try readSheet(resource(program + ".xlsx"))
        var ends = [
            ["912345678", "Cấp lại lần 2 năm 2024"], ["987654321"], ["", "#N/A"], ["935000111", "TRUE"],
        ]
        // openpyxl does not calculate, LibreOffice does.
        if program == "libreoffice" { ends[1].append("H001-1") }
        var people = zip(Self.people, ends).map { $0 + $1 }
        if program == "openpyxl-1904" { people[3][3] = "02/01/1904" }
        #expect(rows.map(\.fields) == [Self.title, Self.header, Self.subheader] + people)
        #expect(rows.map(\.number) == [1, 3, 4, 5, 6, 7, 8])
        #expect(rows.allSatisfy { $0.damage.isEmpty })

        func remark(_ kind: SheetRemark.Kind) -> SheetRemark? { remarks.first { $0.kind == kind } }
        #expect(remark(.hiddenRows)?.description == "2 hidden rows are read too (6:7).")
        #expect(remark(.hiddenColumns)?.references == ["H:H"])
        #expect(remark(.mergedCells)?.count == 9)
        #expect(
            remark(.mergedCells)?.references.sorted()
                == ["A1:I1", "A3:A4", "A5:A7", "B3:B4", "C3:C4", "D3:D4", "E3:G3", "H3:H4", "I3:I4"])
        #expect(remark(.errors)?.references == ["I7"])
        #expect(remark(.formulasWithoutResult)?.references == (program == "libreoffice" ? nil : ["I6"]))
        #expect(remark(.datesFrom1904)?.count == (program == "openpyxl-1904" ? 4 : nil))
    }

    @Test("times, durations, decimals and escapes", arguments: ["openpyxl", "libreoffice", "openpyxl-1904"])
    func times(_ program: String) throws {
        let (rows, _) = try readSheet(resource(program + ".xlsx"), 1)
        // openpyxl writes such a text without escaping it, so that Excel too shows an A.
        let escaped = program == "libreoffice" ? "_x0041_ giữ nguyên" : "A giữ nguyên"
        #expect(
            rows.map(\.fields) == [
                ["06/05/2024 07:30", "16:45", "27:30", "0.1", "1234567.25", "1e+21", escaped, "hai\ndòng"]
            ])
    }

    @Test("sheets: order, names, visibility and dimensions", arguments: ["openpyxl", "libreoffice"])
    func sheets(_ program: String) throws {
        let sheets = try Workbook(path: resource(program + ".xlsx")).sheets
        #expect(sheets.map(\.name) == ["Hạ Lang", "Thời gian", "Ẩn"])
        #expect(sheets.map(\.visibility) == [.visible, .visible, .hidden])
    }

    @Test("a roster of XlsxWriter, and LibreOffice's copy", arguments: ["xlsxwriter", "libreoffice-fonts"])
    func xlsxWriter(_ program: String) throws {
        let (rows, remarks) = try readSheet(resource(program + ".xlsx"))
        let ends = [
            ["0912 345 678", "Cấp lại lần 2 năm 2024"], ["0987 654 321", "H001-1"], ["", "#DIV/0!"],
            ["0935 000 111", "FALSE"],
        ]
        // This file merges no cell: the household stands in its head's row alone.
        let people = Self.people.map { $0[1] == "Chủ hộ" ? $0 : [""] + $0.dropFirst() }
        #expect(rows.map(\.fields) == [Self.title, Self.header] + zip(people, ends).map { $0 + $1 })
        let uncalculated = remarks.first { $0.kind == .uncalculatedFormulas }
        #expect(uncalculated?.references == (program == "xlsxwriter" ? ["I5", "I6"] : nil))
        #expect(remarks.first { $0.kind == .hiddenColumns }?.count == 2)
    }

    @Test("text in fonts of before Unicode", arguments: ["xlsxwriter", "libreoffice-fonts"])
    func legacyFonts(_ program: String) throws {
        let (rows, remarks) = try readSheet(resource(program + ".xlsx"), 1)
        #expect(
            rows.map(\.fields) == [
                [
                    "Nguyễn Văn Bình", "TRẦN THỊ BÌNH", "Nguyễn Văn Bình", "Nguyễn Văn Bình", "Le An 12",
                    "NguyÔn V¨n B×nh",
                ],
                // The last run of B2 has the font Calibri.
                ["Tên: Nguyễn Văn Bình Nguyễn Ẳnh", "Lê Hữu ¦íc"],
            ])
        #expect(
            remarks.map(\.description) == [
                "4 cells in TCVN3, the font .VnTime, turned into Unicode (A1, B1, A2, B2).",
                "1 cell in VNI, the font VNI-Times, turned into Unicode (C1).",
            ])
    }

    @Test("LibreOffice's CSV has the same fields")
    func sameAsCSV() throws {
        var csv = try CSVReader(path: resource("libreoffice.csv"))
        let (rows, _) = try readSheet(resource("libreoffice.xlsx"))
        for row in rows {
            let line = try #require(try csv.next())
            #expect(line.number == row.number)
            var fields = line.fields
            while fields.last == "" { fields.removeLast() }
            // LibreOffice counts so that 29 February 1900 never was, and is a day behind Excel before.
            fields = fields.map { $0 == "27/02/1900" ? "28/02/1900" : $0 }
            // A CSV file has the text of merged cells once.
            let merged = [4: [0, 1, 2, 3, 7, 8], 6: [0], 7: [0]][row.number, default: []]
            fields += Array(repeating: "", count: max(0, row.fields.count - fields.count))
            for field in merged where fields[field].isEmpty { fields[field] = row.fields[field] }
            #expect(fields == row.fields)
        }
        #expect(try csv.next() == nil)
    }

    @Test("two sheets read side by side")
    func sideBySide() throws {
        let workbook = try Workbook(path: resource("openpyxl.xlsx"))
        let (one, other) = (try workbook.rows(of: workbook.sheets[0]), try workbook.rows(of: workbook.sheets[2]))
        #expect(try one.next()?.fields == Self.title)
        #expect(try other.next()?.fields == ["", "x"])
        #expect(try one.next()?.fields == Self.header)
        #expect(try other.next() == nil)
        #expect(try other.next() == nil)
    }
}
