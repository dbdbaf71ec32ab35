import Files
import CCairo
import CairoDrawing
import Foundation
import Layout
import Messages
import Pictures
import QRCode
import Rasterising
import Scanning
import TestSupport
import Testing
import Typesetting

@testable import PDF

@Suite("Rasterised PDF")
struct PDFPageTests {
    /// A sheet with one code, a word and a box, of a paper that no other test has.
    private static let paper = Size(width: .mm(100), height: .mm(60))
    private static let square = Rectangle.mm(52, 12, 30, 30)

    private func write(_ marks: [Mark], pages: Int = 1, to path: String) throws {
        let typesetter = Typesetter(fonts: try FontBook(files: fontFiles))
        let document = try PDFDocument(
            path: path, paper: Self.paper,
            information: .init(title: "t", author: "a", created: "2026-11-24T06:43:29Z"), typesetter: typesetter)
        for _ in 0..<pages {
            let page = try typesetter.set(Page(size: Self.paper, marks: marks))
            try document.addSheet(.whole(Self.paper), pages: [page])
        }
        try document.close()
    }

    private var fontFiles: [String] {
        ["Regular", "Bold"].map { "/usr/share/fonts/truetype/roboto/unhinted/RobotoTTF/Roboto-\($0).ttf" }
    }

    private func code(_ text: String, _ rendering: CodeMark.Rendering = .mask) throws -> CodeMark {
        CodeMark(
            try QRCode([try #require(Segment.numeric(text))], level: .medium), box: Self.square, rendering: rendering)
    }

    @Test("a code is read from its own square at either resolution", arguments: [300.0, 600.0])
    func codes(dotsPerInch: Double) throws {
        let folder = try TemporaryFolder()
        let text = String(repeating: "0123456789", count: 28)
        for rendering in CodeMark.Rendering.allCases {
            let path = folder("\(rendering.rawValue).pdf")
            try write([.code(try code(text, rendering))], to: path)
            let page = try PDFFile(path: path).page(1)
            let image = try #require(page.raster(of: Self.square, dotsPerInch: dotsPerInch))
            #expect(image.width == Int((30 / 25.4 * dotsPerInch).rounded(.up)))
            #expect(image.height == image.width)
            #expect(try CodeScanner().scan(image, step: dotsPerInch == 600 ? 4 : 2).map(\.text) == [text])
            // An image is not smoothed, as on paper: every pixel is a module's or the paper's.
            #expect(rendering == .vector || Set(image.pixels) == [0, 255])
        }
    }

    @Test("a code among whose bits stands the end of a picture is read like any other")
    func endMark() throws {
        let folder = try TemporaryFolder()
        let text = try #require(
            try (0..<2000).lazy.map { "\($0)" + String(repeating: "7", count: 250) }.first { text in
                try written(text).contains("/F/AHx ID ")
            })
        try write([.code(try code(text))], to: folder("a.pdf"))
        let image = try #require(
            try PDFFile(path: folder("a.pdf")).page(1).raster(of: Self.square, dotsPerInch: 300))
        #expect(try CodeScanner().scan(image).map(\.text) == [text])
    }

    /// A code as it is written into a page's content.
    private func written(_ text: String) throws -> String {
        var content = PageContent()
        content.add(try code(text).code, .mask, in: cairo_matrix_t(xx: 1, yx: 0, xy: 0, yy: 1, x0: 0, y0: 0))
        return String(decoding: content.bytes, as: UTF8.self)
    }

    @Test("what is drawn over a code is on paper too")
    func covered() throws {
        let folder = try TemporaryFolder()
        let cover = BoxMark(Rectangle.mm(52, 12, 16, 30), fill: .white)
        try write([.code(try code("0123456789")), .box(cover)], to: folder("a.pdf"))
        let page = try PDFFile(path: folder("a.pdf")).page(1)
        let image = try #require(page.raster(of: Self.square, dotsPerInch: 300))
        #expect(try CodeScanner().scan(image).isEmpty)
        #expect(image.pixels.contains(0))
    }

    @Test("a whole page is as large as its paper, and holes in it stay white")
    func holes() throws {
        let folder = try TemporaryFolder()
        let box = Rectangle.mm(10, 10, 20, 10)
        try write([.code(try code("0123456789")), .box(BoxMark(box, fill: .black))], to: folder("a.pdf"))
        let page = try PDFFile(path: folder("a.pdf")).page(1)
        #expect(abs((page.size.width - Self.paper.width).millimetres) < 0.01)
        let whole = try #require(page.raster(dotsPerInch: 127))
        #expect((whole.width, whole.height) == (500, 300))
        // Ten pixels are 2 mm: within the box, above it, and within the code's first corner.
        func pixel(_ image: GreyImage, _ x: Double, _ y: Double) -> UInt8 {
            image.pixels[Int(y * 5) * image.width + Int(x * 5)]
        }
        #expect(pixel(whole, 20, 15) == 0 && pixel(whole, 20, 8) == 255)
        #expect(try CodeScanner().scan(whole).map(\.text) == ["0123456789"])
        let holes = [Self.square, .mm(15, 5, 10, 20), .mm(18, 5, 4, 20)]
        let holed = try #require(page.raster(dotsPerInch: 127, without: holes))
        #expect(pixel(holed, 12, 15) == 0 && pixel(holed, 20, 15) == 255 && pixel(holed, 28, 15) == 0)
        #expect(try CodeScanner().scan(holed).isEmpty)
        #expect(page.raster(dotsPerInch: 100_000) == nil)
        #expect(page.raster(of: .mm(10, 10, 0, 0), dotsPerInch: 300) == nil)
    }

    @Test("colours turn grey by how light they are")
    func grey() throws {
        let folder = try TemporaryFolder()
        let colours = [("#FF0000", 76), ("#00FF00", 149), ("#0000FF", 28), ("#808080", 128)]
        for (hex, _) in colours {
            let fill = try #require(Colour(hex: hex))
            try write([.box(BoxMark(Rectangle.mm(10, 10, 20, 10), fill: fill))], to: folder(hex + ".pdf"))
        }
        for (hex, grey) in colours {
            let image = try #require(
                try PDFFile(path: folder(hex + ".pdf")).page(1).raster(of: .mm(15, 12, 5, 5), dotsPerInch: 100))
            let only = try #require(image.pixels.first)
            #expect(abs(Int(only) - grey) <= 1 && Set(image.pixels) == [only], "\(hex)")
        }
    }

    @Test("text is read back by its box, in NFC, wrapped lines joined by a space")
    func text() throws {
        let folder = try TemporaryFolder()
        let style = TextStyle(font: .init(family: "Roboto"), size: .pt(11), fit: [.wrap(lines: 2)])
        let name = "Công Tằng Tôn Nữ Thị Quỳnh Hương"
        let (first, second) = (Rectangle.mm(4, 4, 40, 12), Rectangle.mm(46, 4, 40, 12))
        try write(
            [
                .text(TextMark(name, style: style, box: first)),
                .text(TextMark("Ngày sinh", style: style, box: second)),
            ], to: folder("a.pdf"))
        let text = try PDFFile(path: folder("a.pdf")).page(1).text()
        #expect(text.within(first).string.utf8.elementsEqual(name.precomposedStringWithCanonicalMapping.utf8))
        #expect(text.within(second).string == "Ngày sinh")
        #expect(text.within(.mm(4, 30, 40, 20)).string.isEmpty)
    }

    @Test("what is no PDF is refused, and so is a page that is not there")
    func faults() throws {
        let folder = try TemporaryFolder()
        #expect(throws: PDFError.missing(path: folder("none.pdf"))) { _ = try PDFFile(path: folder("none.pdf")) }
        let text = try folder.write("text.pdf", "this is no PDF")
        #expect { _ = try PDFFile(path: text) } throws: { error in
            if case PDFError.unreadable(let path, let reason) = error {
                path == text && !reason.english.isEmpty
            } else {
                false
            }
        }
        try write([.box(BoxMark(.mm(10, 10, 20, 10), fill: .black))], pages: 3, to: folder("a b%ä.pdf"))
        let file = try PDFFile(path: folder("a b%ä.pdf"))
        #expect(file.pageCount == 3)
        for page in [0, 4] { #expect(throws: PDFError.self) { _ = try file.page(page) } }
        for page in 1...3 { #expect(try file.page(page).raster(dotsPerInch: 50) != nil) }
    }

    @Test("a picture as a PNG file has the same pixels")
    func png() throws {
        let folder = try TemporaryFolder()
        let image = try #require(GreyImage(width: 3, height: 2, pixels: [0, 128, 255, 10, 20, 30]))
        let path = folder("a.png")
        try Data(image.png).write(to: URL(fileURLWithPath: path))
        let picture = try GreyImage(picture: path)
        #expect((picture.width, picture.height) == (3, 2))
        #expect(zip(picture.pixels, image.pixels).allSatisfy { abs(Int($0) - Int($1)) <= 1 })
    }
}
