import Files
import Messages
import TestSupport
import Testing

@testable import Tables

@Suite("Kinds of files")
struct WorkbookKindTests {
    @Test(
        "files of real programs",
        arguments: [
            ("openpyxl.xlsx", WorkbookKind.xlsx), ("xlwt.xls", .xls), ("libreoffice.xls", .xls),
            ("libreoffice.ods", .ods), ("protected.xlsx", .protected), ("libreoffice.csv", .other),
        ])
    func files(_ name: String, _ kind: WorkbookKind) throws {
        #expect(try WorkbookKind.of(path: resource(name)) == kind)
        guard kind != .xlsx else { return }
        #expect(throws: WorkbookError.otherKind(path: resource(name), found: kind)) {
            try Workbook(path: resource(name))
        }
    }

    @Test(
        "files by their first bytes",
        arguments: [
            ("", WorkbookKind.empty), ("%PDF-1.7\n", .pdf), ("a,b\n1,2\n", .other), ("PK, like a ZIP", .other),
            ("<html><body><table>", .markup), ("\u{FEFF}\r\n<TABLE border=1>", .markup),
            (
                "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">",
                .markup
            ),
            ("<svg/>", .other),
        ])
    func beginnings(_ text: String, _ kind: WorkbookKind) throws {
        let file = try TemporaryFile(text)
        #expect(try WorkbookKind.of(path: file.path) == kind)
        #expect(throws: WorkbookError.otherKind(path: file.path, found: kind)) { try Workbook(path: file.path) }
    }

    private static func types(_ part: String, _ type: String) -> (String, String) {
        ("[Content_Types].xml", "<Types><Override PartName=\"/\(part)\" ContentType=\"application/\(type)\"/></Types>")
    }

    private static func main(_ part: String) -> (String, String) {
        (
            "_rels/.rels",
            "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"\(part)\"/></Relationships>"
        )
    }

    @Test("ZIP files by their parts")
    func archives() throws {
        let cases: [(WorkbookKind, [(String, String)])] = [
            (.zip, [("readme.txt", "x")]),
            (.ods, [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "")]),
            (.zip, [("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "")]),
            (
                .xlsb,
                [
                    Self.main("xl/workbook.bin"),
                    Self.types("xl/workbook.bin", "vnd.ms-excel.sheet.binary.macroEnabled.main"),
                    ("xl/workbook.bin", ""),
                ]
            ),
            (.xlsb, [Self.main("xl/workbook.bin"), ("xl/workbook.bin", "")]),
            (
                .word,
                [
                    Self.main("word/document.xml"),
                    Self.types(
                        "word/document.xml", "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"),
                    ("word/document.xml", ""),
                ]
            ),
            (
                .xlsx,
                [
                    Self.main("xl/workbook.xml"),
                    Self.types("xl/workbook.xml", "vnd.ms-excel.sheet.macroEnabled.main+xml"),
                    ("xl/workbook.xml", "<workbook/>"),
                ]
            ),
        ]
        for (kind, parts) in cases {
            let file = try HandmadeWorkbook(parts: parts).file()
            #expect(try WorkbookKind.of(path: file.path) == kind)
        }
    }

    @Test(
        "OLE2 files by their streams",
        arguments: [("WordDocument", WorkbookKind.word), ("Book", .xls), ("x", .compound)])
    func compound(_ name: String, _ kind: WorkbookKind) throws {
        var bytes = [UInt8](try FileBeginning.read(path: resource("libreoffice.xls"), count: 1 << 20))
        func wide(_ text: String) -> [UInt8] { text.utf8.flatMap { [$0, UInt8(0)] } + [0, 0] }
        let stream = wide("Workbook")
        let offset = try #require(bytes.firstRange(of: stream)?.lowerBound)
        let units = wide(name)
        bytes.replaceSubrange(offset..<offset + units.count, with: units)
        bytes[offset + 64] = UInt8(units.count)
        let file = try TemporaryFile(bytes)
        #expect(try WorkbookKind.of(path: file.path) == kind)
    }

    @Test("an OLE2 file that is cut off or whose chain of sectors is a ring ends")
    func damagedCompound() throws {
        let bytes = try FileBeginning.read(path: resource("protected.xlsx"), count: 1 << 20)
        for count in stride(from: 8, to: bytes.count, by: 97) {
            let file = try TemporaryFile(bytes.prefix(count))
            _ = try WorkbookKind.of(path: file.path)
        }
        var numbers = SeededNumbers(11)
        for _ in 0..<200 {
            var copy = bytes
            for _ in 0..<20 { copy[8 + Int(numbers.next() % 1_000)] = UInt8(numbers.next() & 255) }
            let file = try TemporaryFile(copy)
            _ = try WorkbookKind.of(path: file.path)
        }
    }

    @Test("every message says what to do next")
    func messages() {
        let kinds: [WorkbookKind] = [
            .xls, .xlsb, .ods, .markup, .protected, .word, .zip, .compound, .pdf, .other, .empty,
        ]
        for kind in kinds {
            let message = WorkbookError.otherKind(path: "a.xlsx", found: kind).description
            #expect(message.hasPrefix("a.xlsx: this is ") && message.hasSuffix("."))
        }
        #expect(
            WorkbookError.otherKind(path: "a.xls", found: .xls).description
                == "a.xls: this is an old Excel workbook (XLS). Open it in Excel, choose File, Save As, "
                + "the type \"Excel Workbook (*.xlsx)\", and use that file.")
        #expect(
            WorkbookError.otherKind(path: "a.xlsx", found: .protected).description
                == "a.xlsx: this is an Excel workbook that is protected by a password. Open it in Excel with its "
                + "password, choose File, Info, Protect Workbook, Encrypt with Password, empty the box, OK, save it, "
                + "and use that file.")
    }

    @Test("a file that is not there, and a folder")
    func missing() throws {
        #expect(throws: WorkbookError.missing(path: "/nowhere/a.xlsx")) { try Workbook(path: "/nowhere/a.xlsx") }
        let folder = try TemporaryFolder()
        #expect(
            throws: WorkbookError.unreadable(
                path: folder.path, reason: Message(en: "it is a folder", vi: "đó là một thư mục"))
        ) {
            try Workbook(path: folder.path)
        }
    }
}
