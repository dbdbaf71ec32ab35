import Files
import Foundation
import Layout
import Messages
import Pictures
import Scanning
import TestSupport
import Testing
import Typesetting
import TypesettingSupport

@testable import CairoDrawing

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

    private func page(_ picture: String, colour: Colour? = nil) throws -> TypesetPage {
        let mark = PictureMark(path: picture, box: .mm(10, 10, 40, 40), colour: colour)
        return try typesetter.set(Page(size: .id1, face: Face(marks: [.picture(mark)]), marks: []))
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
        let black = try GreyImage(picture: folder("black.png"))
        func grey(_ picture: GreyImage, _ x: Int, _ y: Int) -> UInt8 {
            picture.pixels[(y + 4) * picture.width + x + 4]
        }
        #expect(grey(black, 30, 18) == 255 && grey(black, 30, 42) == 255)
        #expect(grey(black, 30, 22) == 0 && grey(black, 12, 30) == 0 && grey(black, 48, 38) == 0)
        #expect(grey(black, 8, 30) == 255)
        let coloured = try GreyImage(picture: folder("green.png"))
        #expect((140...160).contains(grey(coloured, 30, 30)))
    }

    private func picture(_ path: String) throws -> TemplatePicture {
        try TemplatePicture(PictureMark(path: path, box: .mm(0, 0, 10, 10)))
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
        let error = try #require(throws: PictureError.self) { try picture(path) }
        #expect(error.description.hasPrefix("\(path): ") && error.description.contains(reason), "\(error)")
    }

    @Test("a picture that is not there is named")
    func missing() throws {
        let error = try #require(throws: PictureError.self) { try picture(folder("b.svg")) }
        #expect(error.description == "\(folder("b.svg")): there is no such file, or you may not read it")
    }

    @Test(
        "an SVG picture that could grow without end is refused",
        arguments: [
            (
                "<!DOCTYPE svg [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><svg viewBox=\"0 0 9 9\">&b;</svg>",
                "<!ENTITY"
            ),
            ("<svg viewBox=\"0 0 9 9\"><filter id=\"f\"><feTurbulence numOctaves=\"9\"/></filter></svg>", "effects"),
            ("<svg:svg viewBox=\"0 0 9 9\"><svg><svg:filter/></svg></svg:svg>", "effects"),
            ("<svg viewBox=\"0 0 9 9\">" + String(repeating: " ", count: 2 << 20) + "</svg>", "2 MiB"),
        ])
    func vectors(content: String, reason: String) throws {
        let path = try folder.write("a.svg", content)
        let error = try #require(throws: PictureError.self) { try picture(path) }
        #expect(error.description.contains(reason), "\(error)")
    }
}
