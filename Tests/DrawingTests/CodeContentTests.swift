import CCairo
import Foundation
import Layout
import QRCode
import TestSupport
import Testing

@testable import Drawing

@Suite("Codes in a PDF page's own content")
struct CodeContentTests {
    private let folder: TemporaryFolder
    private let typesetter: Typesetter

    init() throws {
        folder = try TemporaryFolder()
        typesetter = try Typesetter.listed()
    }

    private func code(_ text: String, level: RecoveryLevel = .medium) throws -> QRCode {
        try QRCode([try #require(Segment.numeric(text))], level: level)
    }

    /// Writes sheets of ten cards each, whose codes are drawn in both ways in turn.
    private func write(_ codes: [QRCode], to path: String) throws {
        let document = try PDFDocument(
            path: path, paper: .a4,
            information: PDFDocument.Information(title: "Thẻ", author: "UBND xã", created: "2026-11-24T06:43:29Z"),
            typesetter: typesetter)
        // A face is one drawing that each card of a sheet names.
        let face = Face(marks: [.box(BoxMark(.mm(1, 1, 80, 10), stroke: .black))])
        for start in stride(from: 0, to: codes.count, by: 10) {
            let pages = try codes[start..<min(codes.count, start + 10)].enumerated().map { number, code in
                let mark = CodeMark(
                    code, box: .mm(52, 16, 30, 30), rendering: number.isMultiple(of: 2) ? .mask : .vector)
                return try typesetter.set(Page(size: .id1, face: face, marks: [.code(mark)]))
            }
            try document.addSheet(.a4TwoByFive, pages: pages)
        }
        try document.close()
    }

    @Test("each object is where the file's table says, in a file that is written piece by piece")
    func table() throws {
        let path = folder("many.pdf")
        // Some 400 KiB, more than a sink's buffer.
        try write(try (0..<400).map { try code("\($0 + 100_000)" + String(repeating: "8", count: 1100)) }, to: path)
        #expect(try folder.data("many.pdf").count > 256 * 1024)
        let check = try Program.system("qpdf").run(["--check", path])
        #expect(check.status == 0 && check.errors.isEmpty, "\(check.text)\(check.errors)")
        let info = try Program.system("pdfinfo").run([path])
        #expect(info.text.contains("Pages:           40"))
    }

    @Test("the end of a picture is not found among its bits")
    func endMark() throws {
        let contents = try (0..<2000).map { number in
            var content = CodeContent()
            content.add(
                try code("\(number)" + String(repeating: "7", count: 250)), .mask,
                in: cairo_matrix_t(xx: 1, yx: 0, xy: 0, yy: 1, x0: 0, y0: 0))
            return content.bytes
        }
        // Some have it by chance, and are written in hexadecimal digits.
        #expect(contents.contains { $0.range(of: "/F/AHx") != nil })
        for content in contents { #expect(content.range(of: "EI") == content.lastRange(of: "EI")) }
    }

    @Test("numbers are written to the ten thousandth, without zeros behind")
    func numbers() throws {
        var content = CodeContent()
        let space = cairo_matrix_t(xx: 0.5, yx: -0.00004, xy: -1.25, yy: 12, x0: 100.00006, y0: 0.07)
        content.add(try code("1"), .vector, in: space)
        #expect(content.bytes.starts(with: Array("0 0 0 rg\nq 0.5 0 -1.25 12 100.0001 0.07 cm\n0 0 7 1 re".utf8)))
    }

    @Test("a page of another form is left alone")
    func otherForm() throws {
        try write([try code("1")], to: folder("a.pdf"))
        let bytes = [UInt8](try folder.data("a.pdf"))
        // The stream's length stands in its dictionary already.
        #expect(CairoPage(in: bytes, from: 0) == nil)
        #expect(CairoPage(in: [], from: 0) == nil)
        var end = Array("xref\n0 2\n0000000000 65535 f \n".utf8)
        #expect(!Displacements().mendTable(in: &end, from: 0))
    }

    @Test("what moves is found again")
    func moves() {
        var displacements = Displacements()
        displacements.add(10, from: 100)
        displacements.add(-3, from: 200)
        #expect([0, 99, 100, 199, 200, 1000].map(displacements.moved) == [0, 99, 110, 209, 207, 1007])
        #expect(displacements.total == 7)
    }
}
