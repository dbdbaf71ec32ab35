import Files
import Foundation
import Layout
import Pictures
import QRCode
import RasterSupport
import Scanning
import TestSupport
import Testing

@Suite("Templates in black ink")
struct BlackInkTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(
        "are black and white alone, with every word to be copied and every code to be read",
        arguments: SamplePages.names, TemplateLanguage.allCases)
    func everyTemplate(name: String, language: TemplateLanguage) throws {
        let samples = try SamplePages(name, language: language, ink: .black)
        let path = folder("black.pdf")
        try samples.writePDF(path)
        let made = try Program.system("pdftoppm").run([
            "-r", "300", "-gray", "-aa", "no", "-aaVector", "no", "-png", path, folder("page"),
        ])
        try #require(made.status == 0, "\(made.errors)")
        let pictures = try folder.names().filter { $0.hasSuffix(".png") }.map { try GreyImage(picture: folder($0)) }
        let pages = try samples.template.sides.flatMap { try samples.pages($0) }
        try #require(pictures.count == pages.count)
        for (number, page) in pages.enumerated() {
            let picture = pictures[number]
            // No pixel is grey, so that nothing depends on how a printer makes greys.
            #expect(picture.greys == [0, 255], "page \(number + 1)")
            let codes = page.marks.filter { if case .code = $0 { true } else { false } }
            #expect(try CodeScanner().scan(picture).count == codes.count, "page \(number + 1)")
            let text = try Program.system("pdftotext")
                .run(["-f", "\(number + 1)", "-l", "\(number + 1)", path, "-"]).text
            let words = Set(text.split { $0.isWhitespace }.map { $0.lowercased() })
            for mark in page.face.marks + page.marks {
                guard case .text(let mark) = mark else { continue }
                for word in mark.string.split(whereSeparator: \.isWhitespace) {
                    #expect(words.contains(word.lowercased()), "'\(word)' of \(mark.label), page \(number + 1)")
                }
                #expect([.black, .white].contains(mark.style.colour))
                #expect(picture.greys(in: mark.box, dotsPerInch: 300).count == 2, "nothing of \(mark.label) shows")
            }
        }
        try onlyBlackAndWhite(path)
    }

    /// The file sets no other colour, and holds no picture with colours of its own.
    private func onlyBlackAndWhite(_ path: String) throws {
        let made = try Program.system("qpdf").run(["--qdf", path, folder("open.pdf")])
        #expect(made.status == 0, "\(made.errors)")
        let text = String(decoding: try folder.data("open.pdf"), as: UTF8.self)
        let operators = ColourOperators(text).all
        #expect(operators.isSubset(of: ["0 0 0 rg", "0 0 0 RG", "1 1 1 rg", "1 1 1 RG"]), "\(operators)")
        #expect(!text.contains("/ColorSpace"))
    }
}
