import Foundation
import Layout
import Pictures
import QRCode
import Scanning
import TestSupport
import Testing
import Typesetting
import TypesettingSupport

@testable import CairoDrawing

@Suite("Pages as pictures")
struct PNGPictureTests {
    private let folder: TemporaryFolder
    private let typesetter: Typesetter

    init() throws {
        folder = try TemporaryFolder()
        typesetter = try Typesetter.listed()
    }

    @Test("pictures are as large as their pages, and the same every time")
    func pictures() throws {
        let code = try QRCode([try #require(Segment.numeric("0123456789"))], level: .quartile)
        let face = Face(marks: [.box(BoxMark(.mm(0, 0, 85.6, 10), corner: .mm(1), fill: .black, stroke: .black))])
        let page = try typesetter.set(
            Page(
                size: .id1, face: face,
                marks: [
                    .text(TextMark("Nguyễn Thị Ánh", style: .roboto(11), box: .mm(4, 20, 46, 6))),
                    .code(CodeMark(code, box: .mm(52, 16, 30, 30), rendering: .mask)),
                ]))
        for name in ["a.png", "b.png"] {
            try PNGPicture.write([[page, page]], path: folder(name), dotsPerInch: 127, typesetter: typesetter)
        }
        let picture = try GreyImage(picture: folder("a.png"))
        // Five pixels a millimetre: two cards and three gaps of 4 mm across, one card and two gaps down.
        #expect(picture.width == 916 && picture.height == 310)
        #expect(picture.pixels[0] == 255)
        #expect(try folder.data("a.png") == folder.data("b.png"))
        #expect(throws: DrawingError.self) {
            try PNGPicture.write([[page]], path: folder("a.png"), dotsPerInch: 127, typesetter: typesetter)
        }
    }

    @Test("a picture that is none is refused", arguments: ["", "not a picture", "\u{89}PNG\r\n"])
    func unreadable(text: String) throws {
        let path = try folder.write("x.png", text)
        let page = try typesetter.set(
            Page(size: .id1, marks: [.picture(PictureMark(path: path, box: .mm(0, 0, 10, 10)))]))
        let error = try #require(throws: PictureError.self) {
            try PNGPicture.write([[page]], path: folder("y.png"), dotsPerInch: 72, typesetter: typesetter)
        }
        guard case .unreadable(path, _) = error else { throw error }
    }
}
