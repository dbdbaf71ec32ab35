import Files
import CCairo
import CHarfBuzz
import CairoDrawing
import Foundation
import Layout
import Pictures
import QRCode
import Scanning
import TestSupport
import Testing
import Typesetting
import TypesettingSupport

@testable import PDF

@Suite("A PDF page's own content")
struct PageContentTests {
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
            var content = PageContent()
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
        var content = PageContent()
        let space = cairo_matrix_t(xx: 0.5, yx: -0.00004, xy: -1.25, yy: 12, x0: 100.00006, y0: 0.07)
        content.add(try code("1"), .vector, in: space)
        #expect(content.bytes.starts(with: Array("0 0 0 rg\nq 0.5 0 -1.25 12 100.0001 0.07 cm\n0 0 7 1 re".utf8)))
    }

    @Test("a page of another form than that of Cairo before 1.17 is left alone")
    func otherForm() throws {
        try write([try code("1")], to: folder("a.pdf"))
        let bytes = [UInt8](try folder.data("a.pdf"))
        // The stream's length stands in its dictionary already.
        #expect(CairoPage(in: bytes, from: 0) == nil)
        #expect(CairoPage(in: [], from: 0) == nil)
        #expect(FileEnd(Array("xref\n0 2\n0000000000 65535 f \n".utf8), from: 0, OffsetMap()) == nil)
    }

    @Test("what moves is found again")
    func moves() {
        var offsets = OffsetMap()
        offsets.add(10, from: 100)
        offsets.add(-3, from: 200)
        #expect([0, 99, 100, 199, 200, 1000].map(offsets.moved) == [0, 99, 110, 209, 207, 1007])
        #expect(offsets.total == 7)
    }

    // MARK: Texts

    /// Writes sides of cards; texts before a mark of `last` are Cairo's.
    private func write(
        _ sides: [[[Mark]]], face: Face = Face(marks: []), side: SheetSide = .front,
        of layout: SheetLayout = SheetLayout(.a4TwoByFive), to name: String
    ) throws {
        let document = try PDFDocument(
            path: folder(name), paper: .a4,
            information: PDFDocument.Information(title: "Thẻ", author: "UBND xã", created: "2026-11-24T06:43:29Z"),
            typesetter: typesetter)
        for cards in sides {
            let pages = try cards.map { try typesetter.set(Page(size: .id1, face: face, marks: $0)) }
            try document.addSide(TypesetSide(pages, side: side, marks: layout.guides(side)), of: layout)
        }
        try document.close()
        let check = try Program.system("qpdf").run(["--check", folder(name)])
        #expect(check.status == 0 && check.errors.isEmpty, "\(check.text)\(check.errors)")
    }

    private func text(_ string: String, _ points: Double = 9, at y: Double = 10) -> Mark {
        .text(TextMark(string, style: .roboto(points), box: .mm(2, y, 80, 6)))
    }

    private func pixels(_ name: String, page: Int = 1) throws -> GreyImage {
        let base = folder("\(name)-\(page)")
        _ = try Program.system("pdftoppm").run([
            "-r", "150", "-gray", "-png", "-singlefile", "-f", "\(page)", "-l", "\(page)", folder(name), base,
        ])
        return try GreyImage(picture: base + ".png")
    }

    /// A box that covers nothing, behind which Cairo draws texts.
    private var cover: Mark { .box(BoxMark(.mm(84, 52, 0.1, 0.1), fill: .white)) }

    @Test("all letters of Vietnamese can be copied out again")
    func copied() throws {
        let lines = stride(from: 0, to: accentedLetters.count, by: 20).map { start in
            String(accentedLetters[start..<min(accentedLetters.count, start + 20)])
        }
        let marks = lines.enumerated().map { text($1, at: Double(2 + 6 * $0)) }
        try write([[marks]], to: "a.pdf")
        let copied = try Program.system("pdftotext").run(["-layout", folder("a.pdf"), "-"])
        #expect(copied.lines.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.filter { !$0.isEmpty } == lines)
        let fonts = try Program.system("pdffonts").run([folder("a.pdf")])
        #expect(fonts.lines.dropFirst(2).allSatisfy { $0.contains("+Roboto-Bold  ") && $0.contains(" yes yes yes") })
        #expect(fonts.lines.count == 3)
    }

    private static let layouts: [(SheetLayout, SheetSide)] = [
        (SheetLayout(.a4TwoByFive), .front),
        // Backs that stand on their heads.
        (SheetLayout(.a4TwoByFive, duplex: .shortEdge), .back),
        (
            SheetLayout(
                .a4TwoByFive,
                machine: SheetLayout.Machine(
                    front: SheetCorrection(offset: Point(x: .mm(3), y: .mm(-2)), scaleX: 0.97, scaleY: 1.02))), .front
        ),
    ]

    @Test(
        "texts, codes and faces stand where Cairo draws them, however the sheet is turned and corrected",
        arguments: 0..<3)
    func samePosition(number: Int) throws {
        let (layout, side) = Self.layouts[number]
        let face = Face(marks: [.box(BoxMark(.mm(1, 1, 30, 5), corner: .mm(2), fill: .black))])
        let code = Mark.code(CodeMark(try self.code("123456789"), box: .mm(56, 20, 24, 24), rendering: .vector))
        let marks = [text("Đặng Thị Ỷ Nguyệt", 11), text("Hộ 12 (chủ)", at: 20), text("UBND xã \\ (A)", 12, at: 30)]
        let own = Array(repeating: [code] + marks, count: 3)
        let cairo = Array(repeating: [code] + marks + [cover], count: 3)
        // On the second side the face is drawn by its name.
        try write([own, own], face: face, side: side, of: layout, to: "own.pdf")
        try write([cairo, cairo], face: face, side: side, of: layout, to: "cairo.pdf")
        try compare(try pixels("own.pdf", page: 2).pixels, try pixels("cairo.pdf", page: 2).pixels)
    }

    private func compare(_ own: [UInt8], _ cairo: [UInt8]) throws {
        #expect(own.count == cairo.count)
        #expect(own.count(where: { $0 < 64 }) > 4000)
        // Cairo says widths to the thousandth of an em, so that edges differ a little.
        #expect(zip(own, cairo).count(where: { abs(Int($0) - Int($1)) > 128 }) < 20)
    }

    @Test("a text with Cairo's and one of the file's own are one page's")
    func mixed() throws {
        let mixed = [text("Hương Trà", at: 4), cover, text("Phú Lễ", at: 20)]
        try write([[[text("Sịa")]], [mixed], [[text("Sịa")]]], to: "a.pdf")
        try write([[mixed], [[text("Sịa")]], [mixed]], to: "b.pdf")
        for (name, pages) in [("a.pdf", [1, 2, 1]), ("b.pdf", [2, 1, 2])] {
            for (page, lines) in pages.enumerated() {
                let copied = try Program.system("pdftotext").run([
                    "-f", "\(page + 1)", "-l", "\(page + 1)", folder(name), "-",
                ])
                #expect(
                    copied.lines.filter { !$0.isEmpty && $0 != "\u{0C}" }
                        == (lines == 2 ? ["Hương Trà", "Phú Lễ"] : ["Sịa"]))
            }
        }
    }

    @Test("a face that Cairo drew once is drawn again by its name")
    func faces() throws {
        let face = Face(marks: [
            .box(BoxMark(.mm(1, 1, 80, 10), corner: .mm(2), fill: .black)), text("THẺ", at: 40),
        ])
        let card = [text("Nguyễn Thị Ánh", at: 20)]
        try write([[card, card], [card, card], [card + [cover], card], [card, card]], face: face, to: "a.pdf")
        let first = try pixels("a.pdf").pixels
        #expect(first.count(where: { $0 < 64 }) > 20_000)
        for page in [2, 4] { #expect(try pixels("a.pdf", page: page).pixels == first) }
        let third = try pixels("a.pdf", page: 3).pixels
        #expect(zip(first, third).count(where: { abs(Int($0) - Int($1)) > 128 }) < 20)
        let plain = try Program.system("qpdf").run(["--qdf", "--object-streams=disable", folder("a.pdf"), "-"])
        // Twice a side, but Cairo draws the face in the page's first content.
        #expect(plain.text.components(separatedBy: " Do").count - 1 == 8)
        #expect(plain.text.components(separatedBy: " gs /x").count - 1 == 3)
    }

    @Test("numbers of glyphs that are brackets, backslashes and line ends stay what they are in a string")
    func escaped() throws {
        let face = try FontBook(files: fontFiles).face(TextStyle.Font(family: "Roboto", weight: .bold))
        let program = try #require(face.program)
        let font = EmbeddedFont(name: "m0", program: program)
        var pen = 100.0
        let glyphs = [0x28, 0x29, 0x5C, 0x0D, 0x41].map { index in
            defer { pen += program.advances[index] * 10 }
            return GlyphRun.Glyph(index: UInt(index), x: pen, y: 50)
        }
        var content = PageContent()
        content.add(
            GlyphRun(glyphs: glyphs, font: face, size: 10, colour: .black), in: font,
            space: cairo_matrix_t(xx: 1, yx: 0, xy: 0, yy: 1, x0: 0, y0: 0))
        #expect(
            String(decoding: content.bytes, as: UTF8.self)
                == "0 0 0 rg\nBT/m0 1 Tf\n10 0 0 -10 100 50 Tm[(\0\\(\0\\)\0\\\\\0\\r\0A)]TJ ET\n")
    }

    @Test("a font without TrueType outlines has no program, and is Cairo's")
    func otherOutlines() { #expect(unsafe FontProgram(shaping: hb_font_get_empty()) == nil) }
}
