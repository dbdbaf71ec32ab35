import CairoDrawing
import Files
import Foundation
import Layout
import Messages
import Pictures
import QRCode
import Scanning
import TestSupport
import Testing
import Typesetting
import TypesettingSupport

@testable import PDF

@Suite("Print-shop files")
struct PrintShopTests {
    private let folder: TemporaryFolder
    private let typesetter: Typesetter
    private let form = PrintShopForm(
        paper: Size(width: .mm(91.6), height: .mm(59.98)), trim: .mm(3, 3, 85.6, 53.98), bleed: .mm(3))

    init() throws {
        folder = try TemporaryFolder()
        typesetter = try Typesetter.listed()
    }

    private func code() throws -> QRCode {
        try QRCode([try #require(Segment.numeric("01234567890123456789"))], level: .quartile)
    }

    /// A page with everything that a page may have, in blacks, greys and colours.
    private func page(_ number: Int, marks: [Mark] = []) throws -> TypesetPage {
        let teal = try #require(Colour(hex: "#0B4F4A"))
        let grey = try #require(Colour(hex: "#808080"))
        let face = Face(
            marks: [
                .box(BoxMark(.mm(-3, -3, 91.6, 13), fill: teal)),
                .box(BoxMark(.mm(4, 40, 40, 8), corner: .mm(1), fill: grey, stroke: .black)),
                .line(LineMark(from: .zero, to: Point(x: .mm(80), y: .mm(50)), width: .mm(0.2), colour: .black)),
                .text(TextMark("THẺ (KIỂM) \\SOÁT", style: .roboto(9), box: .mm(4, 12, 60, 5))),
            ] + marks)
        return try typesetter.set(
            Page(
                size: .id1, face: face,
                marks: [
                    .text(TextMark("Nguyễn Thị \(number)", style: .roboto(11), box: .mm(4, 20, 46, 6))),
                    .code(CodeMark(try code(), box: .mm(52, 16, 30, 30), rendering: number == 1 ? .vector : .mask)),
                ]))
    }

    /// Writes pages as Cairo does and gives the bytes.
    private func drawn(_ pages: [TypesetPage], _ name: String = "cairo.pdf") throws -> [UInt8] {
        var profile = SheetProfile.whole(.id1)
        profile.paper = form.paper
        let document = try PDFDocument(
            path: folder(name), paper: form.paper,
            information: PDFDocument.Information(
                title: "Thẻ – Phú Lễ", author: "UBND xã", created: "2026-11-24T06:43:29Z"),
            typesetter: typesetter)
        for page in pages { try document.addSheet(profile, pages: [page]) }
        try document.close()
        return [UInt8](try folder.data(name))
    }

    /// Writes a print shop's file and gives its path.
    private func written(_ pages: [TypesetPage]) throws -> String {
        try folder.write("shop.pdf", try form.applied(to: try drawn(pages)))
    }

    /// The file with nothing compressed, as text.
    private func readable(_ path: String) throws -> String {
        let out = folder("readable.pdf")
        let made = try Program.system("qpdf").run(["--qdf", "--object-streams=disable", path, out])
        #expect(made.status == 0, "\(made.errors)")
        return String(decoding: try folder.data("readable.pdf"), as: UTF8.self)
    }

    @Test("qpdf finds nothing wrong, and every page says where it is cut")
    func boxes() throws {
        let path = try written([try page(0), try page(1)])
        let check = try Program.system("qpdf").run(["--check", path])
        #expect(check.status == 0, "\(check.text)\(check.errors)")
        let info = try Program.system("pdfinfo").run(["-box", "-isodates", "-f", "1", "-l", "2", path])
        #expect(info.text.contains("Title:           Thẻ – Phú Lễ") && info.text.contains("Pages:           2"))
        #expect(info.text.contains("CreationDate:    2026-11-24T06:43:29Z"))
        for page in 1...2 {
            // 3 mm are 8.50 points, and the card's 85.60 × 53.98 mm are 242.65 × 153.01.
            for (name, box) in [
                ("Media", "0.00 0.00 259.65 170.02"), ("Crop", "0.00 0.00 259.65 170.02"),
                ("Bleed", "0.00 0.00 259.65 170.02"), ("Trim", "8.50 8.50 251.15 161.52"),
            ] {
                let line = info.lines.first { $0.hasPrefix("Page    \(page) \(name)Box:") } ?? ""
                #expect(line.split(separator: " ").dropFirst(3).joined(separator: " ") == box)
            }
        }
    }

    @Test("blacks and greys are black ink alone, other colours are as they were, and nothing blends")
    func blackInk() throws {
        let text = try readable(try written([try page(0), try page(1)]))
        let colours = ColourOperators(text)
        #expect(
            colours.all == ["0 0 0 1 k", "0 0 0 1 K", "0 0 0 0.498039 k", "0.0431373 0.309804 0.290196 rg"])
        #expect(!text.contains("/Group"))
        // A card's code is a stencil, which takes the current ink.
        #expect(text.contains("BI/IM true") && !text.contains("/ColorSpace"))
    }

    @Test("all fonts are in the file, and all words can be copied")
    func fonts() throws {
        let path = try written([try page(0), try page(1)])
        let fonts = try Program.system("pdffonts").run([path]).lines.dropFirst(2)
        #expect(!fonts.isEmpty && fonts.allSatisfy { $0.contains(" yes yes yes") })
        let text = try Program.system("pdftotext").run(["-layout", path, "-"]).text
        #expect(text.contains("THẺ (KIỂM) \\SOÁT") && text.contains("Nguyễn Thị 0") && text.contains("Nguyễn Thị 1"))
    }

    @Test("the same file gives the same bytes")
    func sameBytes() throws {
        let drawing = try drawn([try page(0)])
        #expect(try form.applied(to: drawing) == form.applied(to: drawing))
        #expect(try form.applied(to: try drawn([try page(1)], "other.pdf")) != form.applied(to: drawing))
    }

    @Test("the page looks as Cairo's does")
    func sameLook() throws {
        let path = try written([try page(0)])
        var pictures: [GreyImage] = []
        for (index, file) in [folder("cairo.pdf"), path].enumerated() {
            let made = try Program.system("pdftocairo").run([
                "-r", "100", "-png", "-singlefile", file, folder("look-\(index)"),
            ])
            #expect(made.status == 0, "\(made.errors)")
            pictures.append(try GreyImage(picture: folder("look-\(index).png")))
        }
        let worst = zip(pictures[0].pixels, pictures[1].pixels).map { abs(Int($0) - Int($1)) }.max()
        // Viewers show black ink as a very dark grey.
        #expect(pictures[0].pixels.count == pictures[1].pixels.count && (worst ?? 255) <= 40)
    }

    @Test("what shines through blends in CMYK")
    func transparency() throws {
        let logo = try #require(
            Bundle.module.url(forResource: "logo", withExtension: "png", subdirectory: "Resources")
        ).path
        let text = try readable(
            try written([try page(0, marks: [.picture(PictureMark(path: logo, box: .mm(60, 2, 10, 6)))])]))
        #expect(text.contains("/Group") && text.contains("/CS /DeviceCMYK") && !text.contains("/CS /DeviceRGB"))
        #expect(text.contains("/SMask"))
    }

    @Test("what is no PDF file is refused")
    func damaged() throws {
        let error = #expect(throws: DrawingError.self) { try form.applied(to: Array("not a PDF".utf8)) }
        #expect(error?.description.hasPrefix("drawing failed: ") == true)
        _ = #expect(throws: DrawingError.self) { try form.applied(to: []) }
    }

    @Test(
        "colours change and nothing else does",
        arguments: [
            ("0 0 0 rg", "0 0 0 1 k"), ("0 0 0 RG", "0 0 0 1 K"), ("0 g", "0 0 0 1 k"), ("1 G", "0 0 0 0 K"),
            ("0.25 .25 0.250 rg", "0 0 0 0.75 k"), ("0 0 0.1 rg", "0 0 0.1 rg"), ("1 0 0 0 rg", "1 0 0 0 1 k"),
            ("q 1 0 0 1 0 0 cm 0 0 0 rg/a0 gs", "q 1 0 0 1 0 0 cm 0 0 0 1 k/a0 gs"),
            ("(0 0 0 rg)Tj 0 g", "(0 0 0 rg)Tj 0 0 0 1 k"), ("(a\\) 0 g (b) 0 g)Tj", "(a\\) 0 g (b) 0 g)Tj"),
            ("[(0 g)-12<00>]TJ", "[(0 g)-12<00>]TJ"), ("% 0 g\n0 g", "% 0 g\n0 0 0 1 k"), ("/g 0 g", "/g 0 0 0 1 k"),
            ("0 0 rg", "0 0 rg"), ("(0 g", "(0 g"), ("(\\", "(\\"), ("", ""), ("0", "0"), ("0 0 0 k", "0 0 0 k"),
            ("BI /W 1 ID 0 g\u{1} 0 g EI 0 g", "BI /W 1 ID 0 g\u{1} 0 g EI 0 0 0 1 k"), ("BI ID 0 g", "BI ID 0 g"),
            ("0 0 0 rg 0 0 0 RG\n1 1 1 rg", "0 0 0 1 k 0 0 0 1 K\n0 0 0 0 k"),
        ])
    func content(before: String, after: String) {
        #expect(String(decoding: ContentColours.inBlackInk(Array(before.utf8)), as: UTF8.self) == after)
    }
}
