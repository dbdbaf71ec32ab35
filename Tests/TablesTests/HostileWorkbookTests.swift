import Messages
import TestSupport
import Testing

@testable import Tables

@Suite("Hostile and damaged workbooks")
struct HostileWorkbookTests {
    /// What reading a workbook to its end throws.
    private func fault(
        _ workbook: HandmadeWorkbook, limits: WorkbookLimits = WorkbookLimits()
    ) throws -> WorkbookError? {
        try fault(try workbook.file(), limits: limits)
    }

    private func fault(
        _ file: TemporaryFile, limits: WorkbookLimits = WorkbookLimits()
    ) throws -> WorkbookError? {
        do throws(WorkbookError) {
            let workbook = try Workbook(path: file.path, limits: limits)
            for sheet in workbook.sheets {
                let reader = try workbook.rows(of: sheet)
                while try reader.next() != nil {}
                #expect(try reader.next() == nil)
            }
            return nil
        } catch {
            #expect(error.description.hasPrefix(file.path) && error.description.hasSuffix("."))
            return error
        }
    }

    private func bound(_ error: WorkbookError?) -> WorkbookError.Bound? {
        guard case .tooLarge(_, _, let bound) = error else { return nil }
        return bound
    }

    private static let entities =
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;\">]>"

    @Test(
        "a document type is refused in every part",
        arguments: [
            "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "_rels/.rels",
            "xl/_rels/workbook.xml.rels", "[Content_Types].xml",
        ],
        [
            entities, "<!DOCTYPE worksheet>", "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">",
            "<!DOCTYPE x [<!ENTITY % p SYSTEM \"http://127.0.0.1/x\"> %p;]>",
        ])
    func documentType(_ part: String, _ declaration: String) throws {
        let xml = "<?xml version=\"1.0\"?>\(declaration)<sst><si><t>&c;</t></si></sst>"
        let workbook = HandmadeWorkbook("<row><c><v>1</v></c></row>", strings: "", styles: "").replacing(part, xml)
        let file = try workbook.file()
        #expect(try fault(file) == .documentType(path: file.path, part: part))
    }

    @Test("an entity of nobody is no text")
    func unknownEntity() throws {
        guard case .damaged(_, "xl/worksheets/sheet1.xml", let reason) = try fault(HandmadeWorkbook("<row>&c;</row>"))
        else {
            Issue.record("not refused as damaged")
            return
        }
        #expect(reason.english == "XML line 1: undefined entity")
    }

    @Test("a part that unpacks to far more than it is")
    func bomb() throws {
        let names = ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"]
        for name in names {
            let bomb = DeflateBomb("<worksheet><sheetData>", 0x20, times: 40 << 20, "</sheetData></worksheet>")
            var workbook = HandmadeWorkbook("", strings: "", styles: "")
            workbook.parts.removeAll { $0.name == name }
            workbook.deflated.append((name, bomb.data, bomb.size))
            // This bomb is 158 times its compressed size.
            var limits = WorkbookLimits()
            limits.ratio = 100
            #expect(bound(try fault(workbook, limits: limits)) == .compression(100))
            (limits.sheetSize, limits.sharedStringsSize, limits.partSize) = (1 << 20, 1 << 20, 1 << 20)
            #expect(bound(try fault(workbook, limits: limits)) == .size(1 << 20))
            // A size in the directory that is not true.
            workbook.deflated[0].size = 1_000
            let lied = try fault(workbook, limits: limits)
            #expect(lied != nil)
        }
    }

    @Test("a bomb below the limits unpacks as it should")
    func harmlessBomb() throws {
        let bomb = DeflateBomb(
            "<worksheet><sheetData>", 0x20, times: 1 << 20, "<row><c><v>1</v></c></row></sheetData></worksheet>")
        var workbook = HandmadeWorkbook("")
        workbook.parts.removeAll { $0.name == "xl/worksheets/sheet1.xml" }
        workbook.deflated.append(("xl/worksheets/sheet1.xml", bomb.data, bomb.size))
        // Its checksum is not there.
        let file = try workbook.file()
        #expect(
            try fault(file)
                == .damaged(
                    path: file.path, part: "xl/worksheets/sheet1.xml",
                    reason: Message(en: "its checksum is wrong", vi: "mã kiểm tra không đúng")))
    }

    @Test("limits of XML")
    func markup() throws {
        let deep = String(repeating: "<a>", count: 100) + String(repeating: "</a>", count: 100)
        #expect(bound(try fault(HandmadeWorkbook(deep))) == .depth(64))
        let long = String(repeating: "x", count: 3 << 20)
        #expect(bound(try fault(HandmadeWorkbook("<row a=\"\(long)\"/>"))) == .markup(1 << 20))
        #expect(bound(try fault(HandmadeWorkbook("<!--\(long)-->"))) == .markup(1 << 20))
        #expect(bound(try fault(HandmadeWorkbook("<\(long)/>"))) == .markup(1 << 20))
        let short = String(repeating: "x", count: 500_000)
        #expect(try fault(HandmadeWorkbook("<row a=\"\(short)\"/>")) == nil)
        let attributes = (0..<20_000).map { "a\($0)=\"\"" }.joined(separator: " ")
        #expect(try fault(HandmadeWorkbook("<row \(attributes)><c \(attributes)/></row>")) == nil)
    }

    @Test("limits of text")
    func text() throws {
        let long = String(repeating: "ẳ", count: 50_000)
        let cell = WorkbookError.CellFault.text(131_068)
        for sheet in [
            "<row><c t=\"inlineStr\"><is><t>\(long)</t></is></c></row>", "<row><c t=\"str\"><v>\(long)</v></c></row>",
            "<row><c><v>\(String(repeating: "1", count: 200_000))</v></c></row>",
        ] {
            let file = try HandmadeWorkbook(sheet).file()
            #expect(try fault(file) == .badCell(path: file.path, sheet: "Tờ 1", cell: "A1", cell))
        }
        #expect(bound(try fault(HandmadeWorkbook("", strings: "<si><t>\(long)</t></si>"))) == .text(131_068))

        // A few bytes of XML that name a long text again and again.
        let strings = "<si><t>\(long.prefix(30_000))</t></si>"
        let cells = String(repeating: "<c t=\"s\"><v>0</v></c>", count: 1_000)
        let wide = HandmadeWorkbook("<row>\(cells)</row>", strings: strings)
        let file = try wide.file()
        #expect(try fault(file) == .badCell(path: file.path, sheet: "Tờ 1", cell: "1", .rowText(4 << 20)))
        var limits = WorkbookLimits()
        limits.sheetText = 1 << 20
        let tall = String(repeating: "<row><c t=\"s\"><v>0</v></c></row>", count: 100)
        #expect(bound(try fault(HandmadeWorkbook(tall, strings: strings), limits: limits)) == .sheetText(1 << 20))
        #expect(try fault(HandmadeWorkbook(tall, strings: strings)) == nil)
        let inline = "<c t=\"str\"><v>\(long.prefix(30_000))</v></c>"
        let many = try HandmadeWorkbook("<row>\(String(repeating: inline, count: 60))</row>").file()
        #expect(try fault(many) == .badCell(path: many.path, sheet: "Tờ 1", cell: "AU1", .rowText(4 << 20)))
    }

    @Test(
        "references that no sheet has, and rows and cells out of order",
        arguments: [
            ("<row r=\"0\"/>", "0", WorkbookError.CellFault.reference), ("<row r=\"-1\"/>", "-1", .reference),
            ("<row r=\"1048577\"/>", "1048577", .reference),
            ("<row r=\"99999999999999999999999999\"/>", "99999999999999999999", .reference),
            ("<row r=\"\"/>", "", .reference), ("<row r=\"1048576\"/><row/>", "1048577", .reference),
            ("<row r=\"5\"/><row r=\"4\"/>", "4", .order), ("<row r=\"5\"/><row r=\"4\"/>", "4", .order),
            ("<row r=\"1\"><c r=\"ZZZZ1\"/></row>", "ZZZZ1", .reference),
            ("<row r=\"1\"><c r=\"XFE1\"/></row>", "XFE1", .reference), ("<row><c r=\"A0\"/></row>", "A0", .reference),
            ("<row><c r=\"A2\"/></row>", "A2", .reference), ("<row><c r=\"1A\"/></row>", "1A", .reference),
            ("<row><c r=\"A\"/></row>", "A", .reference), ("<row><c r=\"\"/></row>", "", .reference),
            ("<row><c r=\"A1B\"/></row>", "A1B", .reference), ("<row><c r=\"Á1\"/></row>", "Á1", .reference),
            ("<row><c r=\"A99999999999999999999\"/></row>", "A9999999999999999999", .reference),
            ("<row><c r=\"B1\"/><c r=\"B1\"/></row>", "B1", .order),
            ("<row><c r=\"B1\"/><c r=\"A1\"/></row>", "A1", .order),
            ("<row><c r=\"XFD1\"/><c/></row>", "XFE1", .reference),
            ("<row><c t=\"s\"><v>0</v></c></row>", "A1", .sharedString),
            ("<row><c t=\"s\"><v>-1</v></c></row>", "A1", .sharedString),
            ("<row><c t=\"s\"><v>99999999999999999999</v></c></row>", "A1", .sharedString),
            ("<row><c t=\"s\"><v>x</v></c></row>", "A1", .sharedString),
        ])
    func positions(_ sheet: String, _ cell: String, _ reason: WorkbookError.CellFault) throws {
        let file = try HandmadeWorkbook(sheet).file()
        #expect(try fault(file) == .badCell(path: file.path, sheet: "Tờ 1", cell: cell, reason))
    }

    @Test("limits of counts")
    func counts() throws {
        var limits = WorkbookLimits()
        (limits.entries, limits.sheets, limits.styles) = (6, 2, 10)
        let sheets = String(repeating: "<sheet name=\"a\" r:id=\"s\"/>", count: 3)
        let many = HandmadeWorkbook("").replacing(
            "xl/workbook.xml", "<workbook xmlns:r=\"r\"><sheets>\(sheets)</sheets></workbook>")
        #expect(bound(try fault(many, limits: limits)) == .sheets(2))
        let xfs = String(repeating: "<xf/>", count: 11)
        #expect(
            bound(try fault(HandmadeWorkbook("", styles: "<cellXfs>\(xfs)</cellXfs>"), limits: limits)) == .styles(10))
        limits.sharedStrings = 2
        let strings = String(repeating: "<si/>", count: 3)
        #expect(bound(try fault(HandmadeWorkbook("", strings: strings), limits: limits)) == .sharedStrings(2))
        var full = HandmadeWorkbook("")
        for number in 0..<7 { full.add("x\(number)", "") }
        #expect(bound(try fault(full, limits: limits)) == .entries(6))
    }

    @Test("parts that are missing, not what they should be, or not well formed")
    func parts() throws {
        let workbook = HandmadeWorkbook("<row><c><v>1</v></c></row>")
        func reason(_ workbook: HandmadeWorkbook) throws -> String? {
            guard case .damaged(_, _, let reason) = try fault(workbook) else { return nil }
            return reason.english
        }
        var without = workbook
        without.parts.removeAll { $0.name == "xl/worksheets/sheet1.xml" }
        #expect(try reason(without) == "the part is missing")
        without = workbook
        without.parts.removeAll { $0.name == "xl/_rels/workbook.xml.rels" }
        #expect(try reason(without) == "the sheet \"Tờ 1\" is listed and missing")
        without = workbook
        without.parts.removeAll { $0.name == "_rels/.rels" }
        #expect(try without.fields() == [["1"]])
        let sheet = "xl/worksheets/sheet1.xml"
        #expect(try reason(workbook.replacing(sheet, "<chartsheet/>")) == "it is not a worksheet")
        #expect(try reason(workbook.replacing(sheet, "")) == "XML line 1: no element found")
        #expect(
            try reason(workbook.replacing(sheet, "<worksheet><sheetData>\n<row></sheetData>"))
                == "XML line 2: mismatched tag")
        #expect(try reason(workbook.replacing("xl/workbook.xml", "<x/>")) == "it does not list any sheets")
        let empty = try workbook.replacing("xl/workbook.xml", "<workbook/>").file()
        #expect(try fault(empty) == .noSheet(path: empty.path))
        // A byte that is no UTF-8.
        var broken = workbook
        broken.parts.removeAll { $0.name == sheet }
        broken.parts.append((sheet, Array("<worksheet>".utf8) + [0xFF] + Array("</worksheet>".utf8)))
        #expect(try reason(broken) == "XML line 1: not well-formed (invalid token)")
    }

    @Test(
        "targets of relationships go nowhere else", arguments: ["../../../../etc/passwd", "/etc/passwd", "\\..\\x", ""])
    func targets(_ target: String) throws {
        let rels =
            "<Relationships><Relationship Id=\"s\" Type=\"x/worksheet\" Target=\"\(target)\"/></Relationships>"
        guard
            case .damaged(_, _, let reason) = try fault(
                HandmadeWorkbook("").replacing("xl/_rels/workbook.xml.rels", rels)),
            reason.english == "the part is missing"
        else {
            Issue.record("not refused as missing")
            return
        }
    }

    @Test("names of parts in other cases, with backslashes and dots")
    func names() throws {
        var workbook = HandmadeWorkbook("<row><c><v>1</v></c></row>")
        workbook.parts = workbook.parts.map { part in
            (part.name == "_rels/.rels" ? part.name : String(part.name.map { $0 == "/" ? "\\" : $0 }), part.data)
        }
        #expect(try workbook.fields() == [["1"]])
        workbook.parts = workbook.parts.map { ($0.name.uppercased(), $0.data) }
        #expect(try workbook.fields() == [["1"]])
        let rels =
            "<Relationships><Relationship Id=\"s\" Type=\"x/worksheet\" Target=\".//../xl/./worksheets/sheet1.xml\"/>"
            + "</Relationships>"
        workbook = HandmadeWorkbook("<row><c><v>1</v></c></row>").replacing("xl/_rels/workbook.xml.rels", rels)
        #expect(try workbook.fields() == [["1"]])
    }

    @Test("an entry with a password of its own")
    func encrypted() throws {
        var zip = ZipBytes()
        for part in HandmadeWorkbook("").parts {
            zip.add(
                part.name, part.data, method: 0, size: part.data.count,
                flags: part.name == "xl/workbook.xml" ? 0x801 : 0x800)
        }
        let file = try TemporaryFile(zip.finished)
        #expect(try fault(file) == .encrypted(path: file.path, part: "xl/workbook.xml"))
    }

    @Test("a changed byte of a part is seen by its checksum")
    func checksum() throws {
        let workbook = HandmadeWorkbook("<row><c><v>12345</v></c></row>")
        var bytes = workbook.bytes
        let offset = try #require(bytes.firstRange(of: Array("12345".utf8))?.lowerBound)
        bytes[offset] = UInt8(ascii: "9")
        let file = try TemporaryFile(bytes)
        #expect(
            try fault(file)
                == .damaged(
                    path: file.path, part: "xl/worksheets/sheet1.xml",
                    reason: Message(en: "its checksum is wrong", vi: "mã kiểm tra không đúng")))
    }

    @Test("files of real programs, cut off", arguments: ["openpyxl.xlsx", "xlsxwriter.xlsx", "libreoffice.xlsx"])
    func cutOff(_ name: String) throws {
        let bytes = try FileBeginning.read(path: resource(name), count: 1 << 20)
        for sixteenth in 0..<16 {
            let file = try TemporaryFile(bytes.prefix(bytes.count * sixteenth / 16))
            #expect(try fault(file) != nil)
        }
        for missing in 1...22 {
            let file = try TemporaryFile(bytes.dropLast(missing))
            #expect(try fault(file) != nil)
        }
    }

    @Test(
        "files of real programs with bytes changed",
        arguments: ["openpyxl.xlsx", "xlsxwriter.xlsx", "libreoffice.xlsx"])
    func changedBytes(_ name: String) throws {
        let bytes = try FileBeginning.read(path: resource(name), count: 1 << 20)
        var numbers = SeededNumbers(3)
        let clock = ContinuousClock()
        let start = clock.now
        for _ in 0..<400 {
            var copy = bytes
            for _ in 0...(numbers.next() % 4) {
                copy[Int(numbers.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: numbers.next())
            }
            _ = try fault(try TemporaryFile(copy))
        }
        #expect(clock.now - start < .seconds(60))
    }

    @Test("XML with bytes changed", arguments: [UInt64(1), 2, 3])
    func changedXML(_ seed: UInt64) throws {
        let workbook = HandmadeWorkbook(
            "<row r=\"1\" hidden=\"1\"><c r=\"A1\" t=\"s\" s=\"1\"><v>0</v></c><c r=\"B1\" s=\"2\"><v>27465.5</v></c></row>"
                + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><r><rPr><rFont val=\"VNI-Times\"/></rPr><t>Nguyeãn_x0041_"
                + "</t></r></is></c><c r=\"C2\" t=\"b\"><v>1</v></c><c r=\"D2\" s=\"3\"><f>A1</f><v>1E5</v></c></row>",
            strings: "<si><r><rPr><rFont val=\".VnTime\"/></rPr><t>NguyÔn</t></r><rPh><t>x</t></rPh></si>",
            styles:
                "<numFmts><numFmt numFmtId=\"164\" formatCode=\"0000&quot;x&quot;000\"/></numFmts><fonts><font/><font>"
                + "<name val=\".VnTimeH\"/></font></fonts><cellXfs><xf/><xf fontId=\"1\"/><xf numFmtId=\"14\"/>"
                + "<xf numFmtId=\"164\"/></cellXfs>",
            around: "<mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>", properties: "<workbookPr date1904=\"1\"/>")
        #expect(try fault(workbook) == nil)
        var numbers = SeededNumbers(seed)
        let pool = Array("<>/\"'=&;0123456789 rstcvxaAZ-._:!?[]\u{0}é".utf8)
        for _ in 0..<1_500 {
            var changed = workbook
            let part = Int(numbers.next() % UInt64(changed.parts.count))
            for _ in 0...(numbers.next() % 3) {
                let offset = Int(numbers.next() % UInt64(changed.parts[part].data.count))
                let byte = pool[Int(numbers.next() % UInt64(pool.count))]
                if numbers.next() % 3 == 0 {
                    changed.parts[part].data.insert(byte, at: offset)
                } else {
                    changed.parts[part].data[offset] = byte
                }
            }
            _ = try fault(changed)
        }
    }
}
