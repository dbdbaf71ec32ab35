import Files
import Foundation
import Layout
import TestSupport
import Testing

@testable import Drawing

@Suite("Pictures of templates")
struct PictureTests {
    private let folder: TemporaryFolder
    private let typesetter: Typesetter

    init() throws {
        folder = try TemporaryFolder()
        typesetter = try Typesetter.listed()
    }

    private static let drawing = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><path fill="currentColor" d="M0 0h20v10H0z"/></svg>
        """

    private func page(_ picture: String, colour: Colour? = nil) throws -> SetPage {
        let mark = PictureMark(path: picture, box: .mm(10, 10, 40, 40), colour: colour)
        return try typesetter.set(Page(size: .id1, face: Face(marks: [.picture(mark)]), marks: []))
    }

    private func write(_ picture: String, to name: String) throws {
        let document = try PDFDocument(
            path: folder(name), paper: .a4,
            information: PDFDocument.Information(title: "", author: "", created: "2026-11-24T06:43:29Z"),
            typesetter: typesetter)
        for _ in 0..<2 { try document.addSheet(.a4TwoByFive, pages: [try page(picture), try page(picture)]) }
        try document.close()
    }

    @Test("an SVG picture stays vectors in a PDF, and the same bytes each time")
    func vectors() throws {
        let picture = try folder.write("a.svg", Self.drawing)
        try write(picture, to: "a.pdf")
        try write(picture, to: "b.pdf")
        #expect(try folder.data("a.pdf") == folder.data("b.pdf"))
        let images = try Program.system("pdfimages").run(["-list", folder("a.pdf")])
        #expect(images.lines.count == 2, "\(images.text)")
    }

    @Test("an SVG picture fits its box by its viewBox, in its own colour or black")
    func ratio() throws {
        let picture = try folder.write("a.svg", Self.drawing)
        let green = try #require(Colour(hex: "#00FF00"))
        for (colour, name) in [(nil, "black.png"), (green, "green.png")] as [(Colour?, String)] {
            try PNGPicture.write(
                [[try page(picture, colour: colour)]], path: folder(name), dotsPerInch: 25.4, typesetter: typesetter)
        }
        // A pixel is a millimetre, and the page starts at 4: 40 × 20 mm in the middle of 40 × 40.
        let black = try GreyPicture(path: folder("black.png"))
        func grey(_ picture: GreyPicture, _ x: Int, _ y: Int) -> UInt8 {
            picture.pixels[(y + 4) * picture.width + x + 4]
        }
        #expect(grey(black, 30, 18) == 255 && grey(black, 30, 42) == 255)
        #expect(grey(black, 30, 22) == 0 && grey(black, 12, 30) == 0 && grey(black, 48, 38) == 0)
        #expect(grey(black, 8, 30) == 255)
        let coloured = try GreyPicture(path: folder("green.png"))
        #expect((140...160).contains(grey(coloured, 30, 30)))
    }

    @Test("a JPEG picture goes into a PDF as it is")
    func photograph() throws {
        let pixels = try Picture(width: 40, height: 40)
        let bytes = try JPEGCoder.file(of: pixels, quality: 80)
        let picture = try folder.write("a.jpg", Data(bytes))
        try write(picture, to: "a.pdf")
        let images = try Program.system("pdfimages").run(["-list", folder("a.pdf")])
        #expect(
            images.lines.count > 2 && images.lines.dropFirst(2).allSatisfy { $0.contains(" jpeg ") }, "\(images.text)")
        #expect(try folder.data("a.pdf").range(of: Data(bytes)) != nil)
    }

    @Test(
        "a picture that cannot be used is named, with the reason",
        arguments: [
            ("a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><text>a</text></svg>", "texts"),
            ("a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><image/></svg>", "pixels"),
            ("a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0\"/></svg>", "viewBox"),
            ("a.svg", "<svg viewBox=\"0 0 9 9\">", "cannot be read as SVG"),
            ("a.svg", "plain text", "neither an SVG, a PNG nor a JPEG picture"),
            ("a.jpg", "\u{FF}\u{D8}", "neither an SVG"),
        ])
    func unreadable(name: String, content: String, reason: String) throws {
        let path = try folder.write(name, content)
        let error = try #require(throws: DrawingError.self) { try TemplatePicture(path: path, colour: "#000000") }
        #expect(error.description.hasPrefix("\(path): ") && error.description.contains(reason), "\(error)")
    }

    @Test("a picture that is not there is named")
    func missing() throws {
        let error = try #require(throws: DrawingError.self) {
            try TemplatePicture(path: folder("b.svg"), colour: "#000000")
        }
        #expect(error.description == "\(folder("b.svg")): there is no such file, or you may not read it")
    }
}
