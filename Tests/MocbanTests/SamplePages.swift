import Drawing
import Layout
import Payload
import QRCode
import TestSupport

@testable import Mocban

/// A template with invented data, as its cards or posters come out of a run; the same every time.
struct SamplePages {
    let template: Template
    private let typesetter: Typesetter

    /// Mocban's own templates, by name.
    static let names = TemplateLibrary(resources: Resources(folder: repositoryRoot)).names

    /// A template of Mocban's in a language, printed with an ink.
    init(_ name: String, language: TemplateLanguage = .vietnamese, ink: Ink = .colour) throws {
        let resources = Resources(folder: repositoryRoot)
        template = try TemplateLibrary(resources: resources).template(name, language: language).inked(ink)
        typesetter = try FontFiles(resources: resources, officeFonts: nil).typesetter()
    }

    /// The pages of a side for usual, shortest and longest data.
    func pages(_ side: Template.Side) throws -> [Page] {
        try SampleData.allCases.map { sample in
            let segments = try sample.segments(for: template.kind)
            return try template.page(sample.values(for: template), segments: segments, side: side)
        }
    }

    /// The pages with their texts set, a row for each side.
    func rows() throws -> [[SetPage]] {
        try template.sides.map { side in try pages(side).map { try typesetter.set($0) } }
    }

    /// Writes a picture of all pages side by side, backs below fronts.
    func writePicture(_ path: String, dotsPerInch: Double) throws {
        try PNGPicture.write(try rows(), path: path, dotsPerInch: dotsPerInch, typesetter: typesetter)
    }

    /// Writes a PDF file with a page of paper for each of them, side by side.
    func writePDF(_ path: String) throws {
        let document = try PDFDocument(
            path: path, paper: template.size,
            information: PDFDocument.Information(title: template.name, author: "", created: "2026-11-24T06:43:29Z"),
            typesetter: typesetter)
        for page in try rows().joined() { try document.addSheet(.whole(template.size), pages: [page]) }
        try document.close()
    }
}
