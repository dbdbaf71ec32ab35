import CairoDrawing
import Files
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

@Suite("Black ink")
struct BlackInkTests {
    private let folder: TemporaryFolder
    private let typesetter: Typesetter

    init() throws {
        folder = try TemporaryFolder()
        typesetter = try Typesetter.listed()
    }

    private func resource(_ name: String) throws -> String {
        try #require(Bundle.module.url(forResource: name, withExtension: "png", subdirectory: "Resources")).path
    }

    /// Draws a page in black alone and gives it as pixels at 600 dpi, a dot of a screened picture each, unsmoothed.
    private func raster(_ marks: [Mark]) throws -> GreyImage {
        let path = folder("page.pdf")
        let document = try PDFDocument(
            path: path, paper: .id1,
            information: PDFDocument.Information(title: "", author: "", created: "2026-11-24T06:43:29Z"),
            typesetter: typesetter)
        let page = Page(size: .id1, face: Face(marks: marks), marks: []).inked(.black)
        try document.addSheet(.whole(.id1), pages: [try typesetter.set(page)])
        try document.close()
        let made = try Program.system("pdftoppm").run([
            "-r", "600", "-gray", "-aa", "no", "-aaVector", "no", "-png", "-singlefile", path, folder("page"),
        ])
        try #require(made.status == 0, "\(made.errors)")
        return try GreyImage(picture: folder("page.png"))
    }

    /// The share of black in a part of a page.
    private func share(of picture: GreyImage, in box: Rectangle) -> Double {
        func pixel(_ length: Length) -> Int { Int((length.points * 600 / 72).rounded()) }
        var (dark, all) = (0, 0)
        for row in pixel(box.minY)..<pixel(box.maxY) {
            for column in pixel(box.minX)..<pixel(box.maxX) {
                dark += picture.pixels[row * picture.width + column] < 128 ? 1 : 0
                all += 1
            }
        }
        return Double(dark) / Double(max(1, all))
    }

    @Test("a photograph's tones are dots that cover as much as it is dark")
    func tones() throws {
        let picture = PictureMark(path: try resource("ramp"), box: .mm(10, 10, 64, 8))
        let raster = try raster([.picture(picture)])
        #expect(Set(raster.pixels) == [0, 255])
        let shares = (0..<16).map { share(of: raster, in: .mm(10 + 4 * Double($0), 10, 4, 8)) }
        for (index, share) in shares.enumerated() {
            // The middle of a step of 16 values.
            let darkness = 1 - (Double(index) * 16 + 7.5) / 255
            #expect(abs(share - darkness) < 0.03, "step \(index): \(share) is not \(darkness)")
        }
        #expect(share(of: raster, in: .mm(10, 20, 64, 8)) == 0)
    }

    @Test("a logo on a dark panel and on paper keeps its tones, and shows nothing where it is clear")
    func logo() throws {
        let teal = try #require(Colour(hex: "#0B4F4A"))
        let path = try resource("logo")
        let raster = try raster([
            .box(BoxMark(.mm(40, 0, 45.6, 54), fill: teal)),
            .picture(PictureMark(path: path, box: .mm(10, 10, 20, 20))),
            .picture(PictureMark(path: path, box: .mm(50, 10, 20, 20))),
        ])
        #expect(Set(raster.pixels) == [0, 255])
        for left in [10.0, 50] {
            // Red is dark, the yellow in its middle is light.
            let red = share(of: raster, in: .mm(left + 1.5, 18, 2, 4))
            let yellow = share(of: raster, in: .mm(left + 7, 17, 6, 6))
            #expect(red > 0.6 && red < 0.8 && yellow > 0.05 && yellow < 0.25)
        }
        #expect(share(of: raster, in: .mm(10, 10, 2, 2)) == 0 && share(of: raster, in: .mm(50, 10, 2, 2)) == 1)
    }

    @Test("a page has black, white and nothing else, and no colour in its file")
    func operators() throws {
        let code = try QRCode([try #require(Segment.numeric("0123456789"))], level: .quartile)
        let tint = try #require(Colour(hex: "#DCE9E7"))
        let style = TextStyle.roboto(9)
        var white = style
        white.colour = .white
        let raster = try raster(
            [
                .box(BoxMark(.mm(3, 3, 60, 10), corner: .mm(1), fill: Colour(hex: "#0B4F4A"))),
                .text(TextMark("THẺ KIỂM SOÁT", style: white, box: .mm(4, 4, 55, 6))),
                .box(BoxMark(.mm(3, 15, 40, 10), fill: tint)),
                .text(TextMark("Nguyễn Thị Ẩn", style: style, box: .mm(4, 16, 38, 6))),
                .picture(PictureMark(path: try resource("logo"), box: .mm(3, 30, 12, 12))),
                .code(CodeMark(code, box: .mm(52, 16, 30, 30), rendering: .mask)),
            ])
        #expect(Set(raster.pixels) == [0, 255])
        let made = try Program.system("qpdf").run(["--qdf", folder("page.pdf"), folder("open.pdf")])
        #expect(made.status == 0, "\(made.errors)")
        let text = String(decoding: try folder.data("open.pdf"), as: UTF8.self)
        #expect(ColourOperators(text).all == ["0 0 0 rg", "1 1 1 rg", "0 0 0 RG"])
        // Stencils alone: no picture has a colour space of its own.
        #expect(!text.contains("/ColorSpace") && text.contains("/ImageMask true"))
        let words = try Program.system("pdftotext").run([folder("page.pdf"), "-"]).text
        #expect(words.contains("THẺ KIỂM SOÁT") && words.contains("Nguyễn Thị Ẩn"))
    }
}
