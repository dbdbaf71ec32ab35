import CairoDrawing
import Files
import Foundation
import Layout
import PDF
import Pictures
import RasterSupport
import Scanning
import TestSupport
import Testing
import Typesetting

@testable import Mocban

@Suite("Golden pictures")
struct GoldenTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(
        "templates look as recorded, with usual, shortest and longest data, in every language",
        arguments: SamplePages.names, TemplateLanguage.allCases)
    func templates(name: String, language: TemplateLanguage) throws {
        let samples = try SamplePages(name, language: language)
        try samples.writeContactSheet(folder("template.pdf"))
        // Smaller for what is to be read from farther away: 40 for A4, 28 for A3.
        let dotsPerInch = samples.template.kind == .card ? 75 : samples.template.size.width > .mm(250) ? 28 : 40
        try rasterise(folder("template.pdf"), dotsPerInch: dotsPerInch, to: folder("template.png"))
        // A template without words of its own in a language looks as it does in another.
        let alike = try TemplateLanguage.allCases.first {
            try SamplePages(name, language: $0).template.sides == samples.template.sides
        }
        let recorded = "templates/\(name).\((alike ?? language).rawValue)"
        let fault = try GoldenPicture.fault(folder("template.png"), recorded)
        #expect(fault == nil, "\(fault ?? "")")
    }

    private static let profiles = SheetLibrary(resources: Resources(folder: repositoryRoot)).names

    @Test("sheets look as recorded, fronts and backs", arguments: profiles)
    func sheets(name: String) throws {
        let profile = try SheetLibrary(resources: Resources(folder: repositoryRoot)).profile(name)
        let layout = SheetLayout(profile, duplex: profile.flip)
        let typesetter = try FontFiles(resources: Resources(folder: repositoryRoot), officeFonts: nil).typesetter()
        let document = try PDFDocument(
            path: folder("sheet.pdf"), paper: profile.paper,
            information: PDFDocument.Information(title: name, author: "", created: "2026-11-24T06:43:29Z"),
            typesetter: typesetter)
        for side in layout.sides {
            let pages = try (0..<profile.capacity).map { position in
                try typesetter.set(page(position, side, size: profile.page))
            }
            try document.addSide(TypesetSide(pages, side: side, marks: layout.guides(side)), of: layout)
        }
        try document.close()
        for (number, side) in layout.sides.enumerated() {
            let path = folder("\(side.rawValue).png")
            try rasterise(folder("sheet.pdf"), page: number + 1, dotsPerInch: 50, to: path)
            let fault = try GoldenPicture.fault(path, "sheets/\(name).\(side.rawValue)")
            #expect(fault == nil, "\(fault ?? "")")
        }
    }

    /// A page of which one sees where it stands and how it is turned: colour into the bleed, and its position.
    private func page(_ position: Int, _ side: SheetSide, size: Size) -> Page {
        let bleed = Length.mm(3)
        let band = Rectangle(
            origin: Point(x: .zero - bleed, y: .zero - bleed),
            size: Size(width: size.width + bleed * 2, height: size.height / 4 + bleed))
        let style = TextStyle(
            font: TextStyle.Font(family: "Roboto", weight: .bold), size: size.height / 4, alignment: .centre,
            anchor: .middle)
        let text = TextMark(
            "\(position + 1)\(side == .back ? "b" : "")", style: style,
            box: Rectangle(
                origin: Point(x: .zero, y: size.height / 3), size: Size(width: size.width, height: size.height / 2)))
        return Page(
            size: size, face: Face(marks: [.box(BoxMark(band, fill: Colour(hex: "#0B4F4A")))]), marks: [.text(text)])
    }

    // MARK: The comparison itself

    private static func label(_ text: String?, shiftedBy shift: Length = .zero) throws -> Page {
        let style = TextStyle(font: TextStyle.Font(family: "Roboto"), size: .pt(6))
        let marks = text.map {
            Mark.text(TextMark($0, style: style, box: .mm(10 + shift.millimetres, 20, 30, 4)))
        }
        let fill = try #require(Colour(hex: "#DCE9E7"))
        return Page(
            size: .id1, marks: [.box(BoxMark(.mm(5, 5, 75, 6), fill: fill))] + [marks].compactMap(\.self))
    }

    private func picture(_ page: Page, _ name: String) throws -> GoldenPicture {
        let typesetter = try FontFiles(resources: Resources(folder: repositoryRoot), officeFonts: nil).typesetter()
        let path = folder(name)
        try PNGPicture.write([[try typesetter.set(page)]], path: path, dotsPerInch: 75, typesetter: typesetter)
        return GoldenPicture(try GreyImage(picture: path))
    }

    @Test("a missing word, another letter, a moved line or another size is seen; a shade or a hair's breadth is not")
    func tolerance() throws {
        let golden = try picture(try Self.label("Giới tính"), "golden.png")
        #expect(try picture(try Self.label("Giới tính"), "same.png").difference(from: golden) == nil)
        let hair = try picture(try Self.label("Giới tính", shiftedBy: .mm(0.1)), "hair.png")
        #expect(hair.difference(from: golden) == nil)
        for (number, other) in [
            try Self.label(nil), try Self.label("Giới"), try Self.label("Giới tính", shiftedBy: .mm(1)),
            try Self.label("Ngày sinh"),
        ].enumerated() {
            #expect(try picture(other, "other-\(number).png").difference(from: golden) != nil, "\(number)")
        }
        var larger = try Self.label("Giới tính")
        larger.size.width = .mm(90)
        #expect(try picture(larger, "larger.png").difference(from: golden)?.hasPrefix("is ") == true)
    }
}
