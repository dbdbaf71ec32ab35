import CairoDrawing
import Foundation
import Layout
import PDF
import Pictures
import Scanning
import TestSupport
import Testing
import Typesetting
import TypesettingSupport

@Suite("Pictures in PDF files")
struct PDFPictureTests {
    private let folder: TemporaryFolder
    private let typesetter: Typesetter

    init() throws {
        folder = try TemporaryFolder()
        typesetter = try Typesetter.listed()
    }

    /// A JPEG file that is all black.
    private func photograph(width: Int, height: Int) throws -> [UInt8] {
        try unsafe JPEGFile.bytes(
            of: [UInt8](repeating: 0, count: 4 * width * height), width: width, height: height, stride: 4 * width,
            quality: 80)
    }

    private func write(_ picture: String, to name: String) throws {
        let document = try PDFDocument(
            path: folder(name), paper: .a4,
            information: PDFDocument.Information(title: "", author: "", created: "2026-11-24T06:43:29Z"),
            typesetter: typesetter)
        let mark = PictureMark(path: picture, box: .mm(10, 10, 40, 40))
        let page = try typesetter.set(Page(size: .id1, face: Face(marks: [.picture(mark)]), marks: []))
        for _ in 0..<2 { try document.addSheet(.a4TwoByFive, pages: [page, page]) }
        try document.close()
    }

    @Test("an SVG picture stays vectors in a PDF, and the same bytes each time")
    func vectors() throws {
        let picture = try folder.write(
            "a.svg",
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><path fill="currentColor" d="M0 0h20v10H0z"/></svg>
            """)
        try write(picture, to: "a.pdf")
        try write(picture, to: "b.pdf")
        #expect(try folder.data("a.pdf") == folder.data("b.pdf"))
        let images = try Program.system("pdfimages").run(["-list", folder("a.pdf")])
        #expect(images.lines.count == 2, "\(images.text)")
    }

    @Test("a JPEG picture goes into a PDF as it is")
    func photograph() throws {
        let bytes = try photograph(width: 40, height: 40)
        let picture = try folder.write("a.jpg", Data(bytes))
        try write(picture, to: "a.pdf")
        let images = try Program.system("pdfimages").run(["-list", folder("a.pdf")])
        #expect(
            images.lines.count > 2 && images.lines.dropFirst(2).allSatisfy { $0.contains(" jpeg ") }, "\(images.text)")
        #expect(try folder.data("a.pdf").range(of: Data(bytes)) != nil)
    }

    @Test("a PDF holds the portrait as a small JPEG, without what the camera wrote")
    func embedded() throws {
        var bytes = try photograph(width: 2000, height: 1500)
        bytes.insert(contentsOf: [0xFF, 0xE1, 0, 10] + Array("Exif\0\0MM".utf8), at: 2)
        let path = try folder.write("a.jpg", Data(bytes))
        let mark = PortraitMark(path: path, box: .mm(5, 5, 21, 28))
        for name in ["a.pdf", "b.pdf"] {
            let document = try PDFDocument(
                path: folder(name), paper: .a4,
                information: PDFDocument.Information(title: "", author: "", created: "2026-11-24T06:43:29Z"),
                typesetter: typesetter)
            try document.addSheet(
                .a4TwoByFive, pages: [try typesetter.set(Page(size: .id1, marks: [.portrait(mark)]))])
            try document.close()
        }
        let pdf = try folder.data("a.pdf")
        #expect(try folder.data("b.pdf") == pdf)
        #expect(pdf.count < 60_000 && pdf.range(of: Data("Exif".utf8)) == nil)
        let images = try Program.system("pdfimages").run(["-list", folder("a.pdf")])
        #expect(images.text.contains("jpeg") && images.lines.count == 3, "\(images.text)")
    }
}
