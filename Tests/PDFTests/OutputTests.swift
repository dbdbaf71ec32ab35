import CairoDrawing
import Files
import Foundation
import Layout
import Messages
import QRCode
import TestSupport
import Testing
import Typesetting
import TypesettingSupport

@testable import PDF

@Suite("Output")
struct OutputTests {
    private let folder: TemporaryFolder
    private let typesetter: Typesetter

    init() throws {
        folder = try TemporaryFolder()
        typesetter = try Typesetter.listed()
    }

    private func pages() throws -> [TypesetPage] {
        let code = try QRCode([try #require(Segment.numeric("0123456789"))], level: .quartile)
        let face = Face(marks: [
            .box(BoxMark(.mm(0, 0, 85.6, 10), corner: .mm(1), fill: .black, stroke: .black)),
            .line(LineMark(from: .zero, to: Point(x: .mm(80), y: .mm(50)), width: .mm(0.2), colour: .black)),
            .text(TextMark("THẺ KIỂM SOÁT", style: .roboto(9), box: .mm(4, 12, 60, 5))),
        ])
        return try (0..<10).map { number in
            try typesetter.set(
                Page(
                    size: .id1, face: face,
                    marks: [
                        .text(TextMark("Nguyễn Thị \(number)", style: .roboto(11), box: .mm(4, 20, 46, 6))),
                        .code(
                            CodeMark(
                                code, box: .mm(52, 16, 30, 30), rendering: number.isMultiple(of: 2) ? .mask : .vector)),
                    ]))
        }
    }

    private func write(_ name: String, created: String = "2026-11-24T06:43:29Z", sheets: Int = 2) throws {
        let document = try PDFDocument(
            path: folder(name), paper: .a4,
            information: PDFDocument.Information(title: "Thẻ – Phú Lễ", author: "UBND xã", created: created),
            typesetter: typesetter)
        for _ in 0..<sheets { try document.addSheet(.a4TwoByFive, pages: try pages()) }
        try document.close()
    }

    @Test("the same sheets and clock give the same bytes; another clock gives others")
    func sameBytes() throws {
        try write("a.pdf")
        try write("b.pdf")
        try write("c.pdf", created: "2026-11-24T06:43:30Z")
        let first = try folder.data("a.pdf")
        #expect(first.starts(with: Array("%PDF-".utf8)))
        #expect(try folder.data("b.pdf") == first)
        #expect(try folder.data("c.pdf") != first)
    }

    @Test("a PDF says what it is, and holds its fonts")
    func information() throws {
        try write("a.pdf")
        let info = try Program.system("pdfinfo").run(["-isodates", folder("a.pdf")])
        for line in [
            "Title:           Thẻ – Phú Lễ", "Author:          UBND xã", "Creator:         Mocban",
            "Pages:           2", "CreationDate:    2026-11-24T06:43:29Z",
        ] { #expect(info.text.contains(line)) }
        #expect(info.text.contains("595.276 x 841.89 pts (A4)"))
        let fonts = try Program.system("pdffonts").run([folder("a.pdf")])
        #expect(fonts.lines.dropFirst(2).allSatisfy { $0.contains("+Roboto-Bold") && $0.contains(" yes yes yes") })
        #expect(fonts.lines.count > 2)
    }

    @Test("a file that is there already is left as it is")
    func existing() throws {
        try folder.write("a.pdf", "mine")
        let path = folder("a.pdf")
        #expect(throws: DrawingError.cannotWrite(path: path, reason: Message(en: "File exists", vi: "tệp đã có sẵn"))) {
            try write("a.pdf")
        }
        #expect(try folder.text("a.pdf") == "mine")
    }

    @Test("a missing folder is named")
    func missingFolder() throws {
        let path = folder("none/a.pdf")
        let error = try #require(throws: DrawingError.self) { try write("none/a.pdf") }
        #expect(
            error
                == .cannotWrite(
                    path: path, reason: Message(en: "No such file or directory", vi: "không có tệp hoặc thư mục này")))
        #expect(error.description == "\(path) cannot be written: No such file or directory")
    }

    @Test("a document that is given up leaves nothing open")
    func givenUp() throws {
        for name in ["a.pdf", "b.pdf"] {
            let document = try PDFDocument(
                path: folder(name), paper: .a4,
                information: PDFDocument.Information(title: "", author: "", created: "2026-11-24T06:43:29Z"),
                typesetter: typesetter)
            if name == "b.pdf" { try document.addSheet(.a4TwoByFive, pages: try pages()) }
        }
        #expect(folder.names() == ["a.pdf", "b.pdf"])
    }

    @Test("a file asks to be printed at full size, and turned as its sheets are", arguments: Duplex.allCases)
    func viewerPreferences(duplex: Duplex) throws {
        let information = PDFDocument.Information(
            title: "Thẻ", author: "UBND", created: "2026-11-24T06:43:29Z", duplex: duplex)
        let document = try PDFDocument(
            path: folder("sheets.pdf"), paper: .a4, information: information, typesetter: typesetter)
        try document.addSheet(.a4TwoByFive, pages: try pages())
        try document.close()
        let expected = [Duplex.none: "Simplex", .longEdge: "DuplexFlipLongEdge", .shortEdge: "DuplexFlipShortEdge"]
        let shown = try Program.system("qpdf").run(["--qdf", "--object-streams=disable", folder("sheets.pdf"), "-"])
        #expect(shown.status == 0)
        #expect(shown.text.contains("/PrintScaling /None"))
        #expect(shown.text.contains("/Duplex /\(expected[duplex] ?? "")\n"))
        #expect(try Program.system("qpdf").run(["--check", folder("sheets.pdf")]).status == 0)
    }
}
