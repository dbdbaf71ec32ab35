import CairoDrawing
import Files
import Foundation
import Layout
import PDF
import QRCode
import RasterSupport
import TestSupport
import Testing
import Typesetting

@testable import Mocban

/// What is measured in the pixels of Poppler, which knows nothing of how the PDF was made.
@Suite("Geometry")
struct GeometryTests {
    private let folder: TemporaryFolder
    private let typesetter: Typesetter
    private static let resources = Resources(folder: repositoryRoot)

    init() throws {
        folder = try TemporaryFolder()
        typesetter = try FontFiles(resources: Self.resources, officeFonts: nil).typesetter()
    }

    /// Cuts from left to right and from top to bottom, in millimetres.
    struct Cuts: CustomTestStringConvertible {
        let profile: String
        let x, y: [Double]
        var testDescription: String { profile }
    }

    /// Reckoned by hand: ID-1 cards of 85.60 × 53.98 mm in the middle of the paper.
    static let cuts = [
        Cuts(profile: "a4-2x5", x: [19.4, 105, 190.6], y: [13.55, 67.53, 121.51, 175.49, 229.47, 283.45]),
        Cuts(
            profile: "a4-2x4-gutter", x: [16.4, 102, 108, 193.6],
            y: [31.54, 85.52, 91.52, 145.5, 151.5, 205.48, 211.48, 265.46]),
        Cuts(
            profile: "a4-3x3-bleed", x: [14.1, 99.7, 105.7, 191.3, 197.3, 282.9],
            y: [18.03, 72.01, 78.01, 131.99, 137.99, 191.97]),
        Cuts(
            profile: "a3-4x5", x: [38.8, 124.4, 210, 295.6, 381.2], y: [13.55, 67.53, 121.51, 175.49, 229.47, 283.45]),
    ]

    /// A sheet with a black square on each card: 10 mm from the left on fronts, from the right on backs, so that both lie
    /// on one another when the paper is turned.
    private func sheet(_ name: String, _ flip: Duplex) throws -> (path: String, layout: SheetLayout) {
        let profile = try SheetLibrary(resources: Self.resources).profile(name)
        let layout = SheetLayout(profile, duplex: flip)
        let path = folder("sheet.pdf")
        let document = try PDFDocument(
            path: path, paper: profile.paper,
            information: PDFDocument.Information(title: name, author: "", created: "2026-11-24T06:43:29Z"),
            typesetter: typesetter)
        for side in layout.sides {
            let left = side == .front ? 10 : 85.60 - 10 - 12
            let face = Face(marks: [.box(BoxMark(.mm(left, 8, 12, 20), fill: .black))])
            let page = try typesetter.set(Page(size: .id1, face: face, marks: []))
            let pages = Array(repeating: page, count: profile.capacity)
            try document.addSide(TypesetSide(pages, side: side, marks: layout.guides(side)), of: layout)
        }
        try document.close()
        return (path, layout)
    }

    @Test("crop marks are where a card of 85.60 × 53.98 mm is cut", arguments: cuts)
    func cropMarks(cuts: Cuts) throws {
        let (path, layout) = try sheet(cuts.profile, .longEdge)
        let paper = layout.profile.paper
        for page in 1...2 {
            func middles(_ runs: [(start: Length, end: Length)]) -> [Length] { runs.map { ($0.start + $0.end) / 2 } }
            // Where all marks are: above the cards, and on their left, clear of the bleed.
            let above = Rectangle(
                origin: Point(x: .zero, y: .mm(7)), size: Size(width: paper.width, height: .mm(3)))
            let beside = Rectangle(
                origin: Point(x: .mm(cuts.x[0] - 5.5), y: .zero), size: Size(width: .mm(1.5), height: paper.height))
            #expect(areSame(middles(try MeasuredPart(path, page: page, above).columns), cuts.x.map { .mm($0) }))
            #expect(areSame(middles(try MeasuredPart(path, page: page, beside).rows), cuts.y.map { .mm($0) }))
        }
    }

    @Test("marks are where the template says, from the trim on", arguments: cuts)
    func marks(cuts: Cuts) throws {
        let (path, layout) = try sheet(cuts.profile, .longEdge)
        for position in [0, layout.profile.capacity - 1] {
            let trim = layout.profile.trim(at: position)
            // Strips through the square, across the card and down.
            let across = Rectangle(
                origin: Point(x: trim.minX, y: trim.minY + .mm(12)), size: Size(width: trim.size.width, height: .mm(2)))
            let down = Rectangle(
                origin: Point(x: trim.minX + .mm(12), y: trim.minY),
                size: Size(width: .mm(2), height: trim.size.height))
            let columns = try MeasuredPart(path, page: 1, across).columns
            let rows = try MeasuredPart(path, page: 1, down).rows
            #expect(areSame(columns.flatMap { [$0.start, $0.end] }, [trim.minX + .mm(10), trim.minX + .mm(22)]))
            #expect(areSame(rows.flatMap { [$0.start, $0.end] }, [trim.minY + .mm(8), trim.minY + .mm(28)]))
        }
    }

    @Test(
        "backs lie behind their fronts to 0.05 mm when the paper is turned", arguments: cuts,
        [Duplex.longEdge, .shortEdge])
    func register(cuts: Cuts, flip: Duplex) throws {
        let (path, layout) = try sheet(cuts.profile, flip)
        let paper = layout.profile.paper
        // A portrait sheet about its long edge, or a landscape one about its short edge, turns about an upright axis.
        let isUpright = (paper.height > paper.width) == (flip == .longEdge)
        func turned(_ runs: [(start: Length, end: Length)], _ extent: Length) -> [Length] {
            runs.flatMap { [extent - $0.end, extent - $0.start] }.sorted()
        }
        func edges(_ runs: [(start: Length, end: Length)]) -> [Length] { runs.flatMap { [$0.start, $0.end] } }
        /// A strip across the paper through the squares of the first row, as it lies on a page.
        func across(_ page: Int) throws -> MeasuredPart {
            let y = Length.mm(cuts.y[0] + 8 + 9)
            let top = page == 2 && !isUpright ? paper.height - y - .mm(2) : y
            return try MeasuredPart(
                path, page: page,
                Rectangle(origin: Point(x: .zero, y: top), size: Size(width: paper.width, height: .mm(2))))
        }
        /// A strip down the paper through the squares of the first column.
        func down(_ page: Int) throws -> MeasuredPart {
            let x = Length.mm(cuts.x[0] + 10 + 5)
            let left = page == 2 && isUpright ? paper.width - x - .mm(2) : x
            return try MeasuredPart(
                path, page: page,
                Rectangle(origin: Point(x: left, y: .zero), size: Size(width: .mm(2), height: paper.height)))
        }
        let (frontX, backX) = (try across(1).columns, try across(2).columns)
        let (frontY, backY) = (try down(1).rows, try down(2).rows)
        #expect(frontX.count == layout.profile.columns && frontY.count == layout.profile.rows)
        #expect(areSame(edges(frontX), isUpright ? turned(backX, paper.width) : edges(backX)))
        #expect(areSame(edges(frontY), isUpright ? edges(backY) : turned(backY, paper.height)))
    }

    @Test("codes have their modules, and nothing in their quiet zones", arguments: SamplePages.names)
    func codes(name: String) throws {
        let samples = try SamplePages(name)
        let path = folder("template.pdf")
        try samples.writePDF(path)
        let pages = try samples.template.sides.flatMap { try samples.pages($0) }
        for (number, page) in pages.enumerated() {
            for case .code(let mark) in page.marks { try measure(mark, path, page: number + 1) }
        }
    }

    private func measure(_ mark: CodeMark, _ path: String, page: Int) throws {
        let (box, modules) = (mark.box, Double(mark.code.width))
        let module = box.size.width / (modules + 8)
        #expect(module >= .mm(0.40))
        // The four edges of the quiet zone, a hair narrower than it is, since pixels do not end where modules do.
        let quiet = module * 4 - .mm(0.03)
        let side = box.size.width
        for strip in [
            Rectangle(origin: box.origin, size: Size(width: side, height: quiet)),
            Rectangle(origin: Point(x: box.minX, y: box.maxY - quiet), size: Size(width: side, height: quiet)),
            Rectangle(origin: box.origin, size: Size(width: quiet, height: side)),
            Rectangle(origin: Point(x: box.maxX - quiet, y: box.minY), size: Size(width: quiet, height: side)),
        ] { #expect(try MeasuredPart(path, page: page, strip).isWhite, "page \(page)") }

        // Through the outermost modules of the corner patterns, which are seven wide (ISO/IEC 18004).
        let (inset, thickness) = (module * 4.25, module * 0.5)
        let row = try MeasuredPart(
            path, page: page,
            Rectangle(origin: Point(x: box.minX, y: box.minY + inset), size: Size(width: side, height: thickness))
        ).columns
        let column = try MeasuredPart(
            path, page: page,
            Rectangle(origin: Point(x: box.minX + inset, y: box.minY), size: Size(width: thickness, height: side))
        ).rows
        for (runs, start) in [(row, box.minX), (column, box.minY)] {
            let (first, last) = (try #require(runs.first), try #require(runs.last))
            #expect(
                areSame(
                    [first.start, first.end, last.start, last.end],
                    [4, 11, modules - 3, modules + 4].map { start + module * $0 }),
                "page \(page)")
            // The whole code, so that a module is right to a thousandth of a millimetre.
            #expect(abs(((last.end - first.start) / modules - module).millimetres) < 0.001)
        }
    }
}
