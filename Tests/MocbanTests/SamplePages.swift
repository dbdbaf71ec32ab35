import CairoDrawing
import Files
import Layout
import PDF
import Payload
import QRCode
import TestSupport
import Typesetting

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
            try template.page(
                sample.values(for: template), segments: try sample.segments(for: template.kind), side: side)
        }
    }

    /// The pages with their texts set, a row for each side.
    func rows() throws -> [[TypesetPage]] {
        try template.sides.map { side in try pages(side).map { try typesetter.set($0) } }
    }

    /// Writes a PDF file with a page of paper for each of them: the fronts, then the backs.
    func writePDF(_ path: String) throws {
        let document = try document(path, paper: template.size)
        for page in try rows().joined() { try document.addSheet(.whole(template.size), pages: [page]) }
        try document.close()
    }

    /// Writes a PDF file of one large page with all of them, backs below fronts.
    func writeContactSheet(_ path: String) throws {
        let rows = try rows()
        let columns = rows.map(\.count).max() ?? 1
        let gap = Length.mm(4)
        let paper = Size(
            width: (template.size.width + gap) * Double(columns) + gap,
            height: (template.size.height + gap) * Double(rows.count) + gap)
        var profile = SheetProfile(
            name: "contact", paper: paper, page: template.size, columns: columns, rows: rows.count, unprinted: .zero,
            cut: .none)
        profile.gutter = Size(width: gap, height: gap)
        profile.origin = Point(x: gap, y: gap)
        let document = try document(path, paper: paper)
        try document.addSheet(profile, pages: Array(rows.joined()))
        try document.close()
    }

    private func document(_ path: String, paper: Size) throws -> PDFDocument {
        try PDFDocument(
            path: path, paper: paper,
            information: PDFDocument.Information(title: template.name, author: "", created: "2026-11-24T06:43:29Z"),
            typesetter: typesetter)
    }
}
