import TestSupport
import Testing

@testable import Tables

@Suite("Cells of workbooks")
struct WorkbookCellTests {
    @Test("shared and inline texts, rich text, readings, escapes and spaces")
    func texts() throws {
        let strings =
            "<si><t>Ẳnh &amp; Đạt</t></si><si><r><t>Lê </t></r><r><rPr><b/><rFont val=\"Arial\"/></rPr><t>Văn</t></r>"
            + "<rPh sb=\"0\" eb=\"1\"><t>đọc</t></rPh><phoneticPr fontId=\"1\"/></si>"
            + "<si><t xml:space=\"preserve\"> hai_x000D_\ndòng _x005F_x0041_ _xD83D__xDE00_ _xD83D_ _xzzzz_ </t></si><si/>"
        let sheet =
            "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"s\"><v>1</v></c><c r=\"D2\" t=\"s\"><v> 2 </v></c>"
            + "<c r=\"E2\" t=\"s\"><v>3</v></c><c r=\"F2\" t=\"inlineStr\"><is><t>012</t></is></c>"
            + "<c r=\"G2\" t=\"inlineStr\"><is><r><t>a</t></r><r><t>b</t></r><rPh><t>x</t></rPh></is></c>"
            + "<c r=\"H2\" t=\"str\"><f>A2</f><v>kết quả</v></c><c r=\"I2\" t=\"inlineStr\"><is><t><![CDATA[<c>]]></t></is></c>"
            + "</row>"
        let row = [
            "Ẳnh & Đạt", "Lê Văn", "", " hai\r\ndòng _x0041_ 😀 _xD83D_ _xzzzz_ ", "", "012", "ab", "kết quả", "<c>",
        ]
        #expect(try HandmadeWorkbook(sheet, strings: strings).fields() == [row])
    }

    @Test("rows and cells without references, blank rows, gaps")
    func positions() throws {
        let sheet =
            "<row><c><v>1</v></c><c/><c><v>3</v></c></row><row/><row r=\"5\"><c r=\"C5\"><v>1</v></c><c><v>2</v></c></row>"
            + "<row><c t=\"inlineStr\"><is><t>  </t></is></c></row><row><c r=\"XFD7\"><v>9</v></c></row>"
        let (rows, _) = try HandmadeWorkbook(sheet).read()
        #expect(rows.map(\.number) == [1, 5, 7])
        #expect(rows[0].fields == ["1", "", "3"])
        #expect(rows[1].fields == ["", "", "1", "2"])
        #expect(rows[2].fields.count == 16_384 && rows[2].fields.last == "9")
    }

    @Test(
        "numbers",
        arguments: [
            ("46187003197", "46187003197"), ("4.6187003197E10", "46187003197"), ("46187003197.0", "46187003197"),
            ("0", "0"), ("-0", "0"), ("-12", "-12"), ("0.1", "0.1"), ("0.30000000000000004", "0.30000000000000004"),
            ("1E-7", "0.0000001"), ("-1.25E-10", "-0.000000000125"), ("9007199254740991", "9007199254740991"),
            ("9007199254740993", "9007199254740993"), ("1.2345678901234567E18", "1234567890123456800"),
            ("123456789012345678901", "123456789012345678901"), ("1E20", "100000000000000000000"),
            ("1E21", "1e+21"), ("1E300", "1e+300"), ("\n 7 \t", "7"), ("1e400", "1e400"), ("nan", "nan"),
            ("0x1p3", "0x1p3"), ("abc", "abc"), ("1.5.5", "1.5.5"), ("-", "-"), ("007", "7"),
        ])
    func numbers(_ value: String, _ text: String) throws {
        #expect(try HandmadeWorkbook("<row><c><v>\(value)</v></c></row>").fields() == [[text]])
    }

    @Test(
        "formats of digits",
        arguments: [
            ("000000000000", "46187003197", "046187003197"), ("000000000000", "46187003197.5", "46187003197.5"),
            ("000000000000", "-5", "-5"), ("0", "5", "5"), ("0##########", "912345678", "00912345678"),
            ("\"0\"#########", "912345678", "0912345678"), ("\\0#########", "912345678", "0912345678"),
            ("0000\\ 000\\ 000", "912345678", "0912 345 678"), ("0000-000-000;@", "912345678", "0912-345-678"),
            ("\"+84\"#########", "912345678", "+84912345678"), ("000", "12345", "12345"),
            ("(0##) ###", "12345678", "(12345) 678"),
            ("#,##0", "1234567", "1234567"), ("0.00", "1234567", "1234567"), ("0%", "1", "1"), ("0.00E+00", "5", "5"),
            ("[<=99]000;0000", "5", "5"), ("#,##0\\ \"đ\"", "1500", "1500"), ("General", "46", "46"), ("@", "46", "46"),
            ("[Red]0000", "46", "0046"), ("0\" người\"", "46", "46"), ("", "46", "46"),
        ])
    func digits(_ code: String, _ value: String, _ text: String) throws {
        #expect(try fields(code: code, value: value) == [[text]])
    }

    @Test(
        "formats of dates",
        arguments: [
            ("dd/mm/yyyy", "27465", "12/03/1975"), ("[$-42A]d mmmm yyyy;@", "27465", "12/03/1975"),
            ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "27465", "12/03/1975"), ("yyyy\"-\"mm", "27465", "12/03/1975"),
            ("mmm", "27465", "12/03/1975"), ("d/m/yy h:mm", "27465.3125", "12/03/1975 07:30"),
            ("d/m/yy h:mm AM/PM", "27465.999999", "13/03/1975"), ("h:mm", "0.6979166666666666", "16:45"),
            ("h:mm", "27465.5", "12/03/1975 12:00"), ("mm:ss", "0.5", "12:00"),
            ("[h]:mm:ss", "1.145833333333333", "27:30"),
            ("dd/mm/yyyy", "1", "01/01/1900"), ("dd/mm/yyyy", "59", "28/02/1900"), ("dd/mm/yyyy", "60", "29/02/1900"),
            ("dd/mm/yyyy", "61", "01/03/1900"), ("dd/mm/yyyy", "0", "00/01/1900"), ("dd/mm/yyyy", "-1", "-1"),
            ("dd/mm/yyyy", "2958465", "31/12/9999"), ("dd/mm/yyyy", "2958466", "2958466"),
            ("dd/mm/yyyy", "2958465.9999999", "2958465.9999999"), ("dd/mm/yyyy", "36585", "29/02/2000"),
            ("dd/mm/yyyy", "123456789012345678901", "123456789012345678901"), ("dd/mm/yyyy", "1e300", "1e+300"),
            ("\"ngày\" 0", "5", "5"), ("\"d\"000", "5", "d005"), ("\\d000", "5", "d005"), ("_d000", "5", " 005"),
        ])
    func dates(_ code: String, _ value: String, _ text: String) throws {
        #expect(try fields(code: code, value: value) == [[text]])
    }

    private func fields(code: String, value: String) throws -> [[String]] {
        let quoted = code.map { $0 == "\"" ? "&quot;" : $0 == "<" ? "&lt;" : String($0) }.joined()
        return try HandmadeWorkbook(
            "<row><c s=\"1\"><v>\(value)</v></c></row>",
            styles: "<numFmts><numFmt numFmtId=\"164\" formatCode=\"\(quoted)\"/></numFmts>"
                + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs>"
        ).fields()
    }

    @Test("built-in formats and styles that are not there")
    func builtIn() throws {
        for id in 0...60 {
            let text = try HandmadeWorkbook(
                "<row><c s=\"0\"><v>27465.5</v></c><c s=\"99\"><v>5</v></c><c s=\"x\"><v>6</v></c></row>",
                styles: "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"\(id)\"/></cellXfs>"
            ).fields()
            let isDate =
                (14...22).contains(id) || (27...36).contains(id) || (45...47).contains(id) || id >= 50 && id <= 58
            let date = id == 46 ? "659172:00" : isDate ? "12/03/1975 12:00" : "27465.5"
            // A style that is no number is the first one.
            #expect(text[0].prefix(2) == [date, "5"])
        }
    }

    @Test(
        "the calendar from 1904",
        arguments: [
            ("0", "01/01/1904"), ("1", "02/01/1904"), ("26003", "12/03/1975"), ("2957003", "31/12/9999"),
            ("2957004", "2957004"),
        ])
    func from1904(_ value: String, _ text: String) throws {
        let workbook = HandmadeWorkbook(
            "<row><c s=\"0\"><v>\(value)</v></c></row>", styles: "<cellXfs><xf numFmtId=\"14\"/></cellXfs>",
            properties: "<workbookPr date1904=\"true\"/>")
        #expect(try workbook.fields() == [[text]])
    }

    @Test("a format code longer than Excel's is not followed")
    func longCode() throws {
        #expect(try fields(code: String(repeating: "0", count: 255), value: "5")[0][0].utf8.count == 255)
        #expect(try fields(code: String(repeating: "0", count: 1_021), value: "5") == [["5"]])
    }

    @Test("fonts of before Unicode: control characters, line ends, parts of a letter in two runs")
    func legacyFonts() throws {
        let fonts = "<fonts><font/><font><name val=\".VnTimeH\"/></font><font><name val=\"VNI-Helve\"/></font></fonts>"
        let run = "<r><rPr><rFont val=\"VNI-Times\"/></rPr><t>"
        let (rows, remarks) = try HandmadeWorkbook(
            "<row><c s=\"1\" t=\"str\"><v>a\nb\tc</v></c><c s=\"1\" t=\"str\"><v>§µn</v></c>"
                + "<c s=\"2\" t=\"s\"><v>0</v></c><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c>"
                + "<c s=\"2\" t=\"inlineStr\"><is>\(run)Tra</t></r>\(run)àn</t></r><r><t> Traàn</t></r></is></c>"
                + "<c s=\"2\"><v>12</v></c></row>",
            strings:
                "<si><t>Traàn</t></si><si>\(run)Traàn</t></r><r><rPr><rFont val=\"Arial\"/></rPr><t>à</t></r></si>",
            styles: fonts + "<cellXfs><xf/><xf fontId=\"1\"/><xf fontId=\"2\"/></cellXfs>"
        ).read()
        #expect(rows.map(\.fields) == [["a\nb\tc", "ĐÀN", "Trần", "Traàn", "Trầnà", "Trần Trần", "12"]])
        #expect(
            remarks.map(\.description) == [
                "1 cell in TCVN3, the font .VnTimeH, turned into Unicode (B1).",
                "3 cells in VNI, the font VNI-Helve, turned into Unicode (F1, C1, E1).",
            ])
    }

    @Test("truth, errors and ISO dates")
    func others() throws {
        let sheet =
            "<row><c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c><c t=\"e\"><v>#REF!</v></c>"
            + "<c t=\"d\"><v>1985-03-12</v></c><c t=\"d\"><v>1985-03-12T07:30:00Z</v></c>"
            + "<c t=\"d\"><v>1899-12-30T16:45:00</v></c><c t=\"d\"><v>1985-03-12T00:00:00</v></c><c t=\"d\"><v>12.3.1985</v></c><c><f>1+1</f></c>"
            + "<c><f>1+1</f><v/></c><c><f>1+1</f><v>2</v></c></row>"
        let (rows, remarks) = try HandmadeWorkbook(sheet).read()
        #expect(
            rows.map(\.fields) == [
                [
                    "TRUE", "FALSE", "#REF!", "12/03/1985", "12/03/1985 07:30", "16:45", "12/03/1985", "12.3.1985", "",
                    "", "2",
                ]
            ])
        #expect(
            remarks.map(\.description) == [
                "1 cell has an error of Excel (C1).",
                "2 formulas have no result in the file: open and save it in Excel (I1, J1).",
                "1 cell for a number has another text (H1).",
            ])
    }

    @Test("numbers that a person should look at")
    func doubtful() throws {
        let sheet =
            "<row><c s=\"1\"><v>1975</v></c><c s=\"1\"><v>60</v></c><c s=\"1\"><v>-3</v></c>"
            + "<c><v>1234567890123456</v></c><c><v>1.23456789012346E+18</v></c><c><v>123456789012345</v></c></row>"
        let (rows, remarks) = try HandmadeWorkbook(
            sheet, styles: "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"
        ).read()
        #expect(rows[0].fields[0] == "28/05/1905")
        #expect(remarks.map(\.kind) == [.impossibleDates, .yearsAsDates, .longNumbers])
        #expect(remarks.map(\.references) == [["B1", "C1"], ["A1"], ["D1", "E1"]])
    }

    @Test("prefixes, the strict namespaces, unknown elements and UTF-16")
    func namespaces() throws {
        let xml =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\" "
            + "xmlns:y=\"urn:y\"><y:ext><y:sheetData><y:row><y:c><y:v>9</y:v></y:c></y:row></y:sheetData></y:ext>"
            + "<x:sheetData><x:row r=\"1\"><x:c r=\"A1\" t=\"inlineStr\"><x:is><x:t>Ẳ</x:t></x:is><x:extLst><x:v>8</x:v>"
            + "</x:extLst></x:c></x:row></x:sheetData><x:extLst><x:sheetData/></x:extLst></x:worksheet>"
        #expect(try HandmadeWorkbook(sheetXML: xml).fields() == [["Ẳ"]])

        var workbook = HandmadeWorkbook("")
        workbook.parts.removeAll { $0.name == "xl/worksheets/sheet1.xml" }
        let wide = "<worksheet><sheetData><row><c t=\"str\"><v>Ẳnh</v></c></row></sheetData></worksheet>"
        let units = [0xFEFF] + Array(wide.utf16)
        workbook.parts.append(("xl/worksheets/sheet1.xml", units.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }))
        #expect(try workbook.fields() == [["Ẳnh"]])
    }

    @Test("merged ranges and hidden rows, columns")
    func layout() throws {
        let hidden = (1...60).map { "<row r=\"\($0 * 2)\" hidden=\"1\"><c><v>1</v></c></row>" }.joined()
        let merges = (1...30).map { "<mergeCell ref=\"A\($0 * 3):A\($0 * 3 + 1)\"/>" }.joined()
        let workbook = HandmadeWorkbook(hidden, around: "<mergeCells>\(merges)<mergeCell ref=\"?\"/></mergeCells>")
        let file = try workbook.file()
        let book = try Workbook(path: file.path)
        let reader = try book.rows(of: book.sheets[0])
        while try reader.next() != nil {}
        let remarks = reader.remarks
        #expect(remarks.map(\.count) == [60, 30])
        #expect(remarks.map(\.references.count) == [20, 20])
        #expect(remarks[0].description == "60 hidden rows are read too (2:2, 4:4, 6:6, 8:8, 10:10 and others).")
    }

    @Test("rows over many chunks are all there, each once")
    func manyChunks() throws {
        let names = (0..<20_000).map { "<si><t>Nguyễn Thị Ẳnh số \($0)</t></si>" }.joined()
        let rows = (1...20_000).map {
            "<row r=\"\($0)\"><c r=\"A\($0)\" t=\"s\"><v>\($0 - 1)</v></c><c r=\"B\($0)\"><v>\($0)</v></c></row>"
        }
        let fields = try HandmadeWorkbook(rows.joined(separator: "\n"), strings: names).fields()
        #expect(fields == (1...20_000).map { ["Nguyễn Thị Ẳnh số \($0 - 1)", "\($0)"] })
    }
}
