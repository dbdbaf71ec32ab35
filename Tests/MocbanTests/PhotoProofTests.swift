import Foundation
import Layout
import Payload
import PhotographSupport
import Rasterising
import Scanning
import TestSupport
import Testing

@testable import Mocban

@Suite("Proofs by photograph")
struct PhotoProofTests {
    private let run: ProofedRun
    private let sheets: PDFFile

    init() async throws {
        run = try await ProofedRun(13)
        sheets = try PDFFile(path: run.office.folder("out/cards.pdf"))
    }

    /// Proves photographs of the run's sheets.
    private func proof(_ photographs: [SyntheticPhotograph], keys: Keyring? = nil) throws -> PhotoReport {
        let paths = try photographs.enumerated().map { index, photograph in
            try run.office.folder.write("photo-\(index).png", Data(photograph.image.png))
            return run.office.folder("photo-\(index).png")
        }
        let proof = try PhotoProof(
            manifest: run.office.folder("out/manifest.json"), keyring: try keys ?? run.office.office.keyring(),
            resources: run.office.resources, office: run.office.office.folder, clock: TestOffice.clock)
        return try proof.prove(paths)
    }

    /// A photograph of a sheet, aslant and in uneven light.
    private func photograph(ofSheet number: Int, without holes: [Rectangle] = []) throws -> SyntheticPhotograph {
        let sheet = try #require(try sheets.page(number).raster(dotsPerInch: 130, without: holes))
        var photograph = SyntheticPhotograph(width: 1250, height: 1700, table: 90)
        photograph.lay(
            sheet, onto: photograph.place([(0.12, 0.04), (0.90, 0.07), (0.97, 0.95), (0.04, 0.92)]))
        photograph.shade(to: 0.5, along: 70)
        return photograph
    }

    private func trim(_ position: Int) -> Rectangle {
        Rectangle(origin: SheetProfile.a4TwoByFive.origin(at: position - 1), size: .id1)
    }

    @Test("a whole sheet has all its cards, or says which is gone and which cannot be read")
    func wholeSheet() throws {
        let all = try proof([photograph(ofSheet: 1)])
        #expect(all.isFaultless && all.lost.isEmpty)
        #expect(all.sheets.map(\.sheet) == [1] && all.sheets[0].cards(.present).map(\.position) == Array(1...10))

        let code = try run.square(7)
        let stain = Rectangle(
            origin: Point(x: code.minX + .mm(9), y: code.minY + .mm(9)),
            size: Size(width: .mm(14), height: .mm(14)))
        let some = try proof([photograph(ofSheet: 1, without: [trim(4), stain])])
        #expect(!some.isFaultless && some.photos[0].unreadable == 1)
        #expect(some.lost.map { "\($0.position) \($0.state.rawValue)" } == ["4 missing", "7 unreadable"])
        let lost = try [run.item(1, 4), run.item(1, 7)]
        #expect(some.lost.map(\.serial.description) == lost.map(\.serial))

        let list = run.office.folder("again.csv")
        try some.writeReprintList(to: list)
        #expect(try ReprintList(path: list).texts == lost.map(\.serial))
    }

    @Test("a second photograph of the same sheet makes up for what the first does not show")
    func twoPhotographs() throws {
        let report = try proof([
            photograph(ofSheet: 1, without: [trim(4)]), photograph(ofSheet: 1, without: [trim(5), trim(6)]),
        ])
        #expect(report.isFaultless && report.photos.map(\.codes) == [9, 8])
    }

    @Test("cards that are cut and lie scattered are known, and one of another sheet among them")
    func scattered() throws {
        var photograph = SyntheticPhotograph(width: 1500, height: 2000, table: 60)
        let cards = (1...10).filter { $0 != 8 }.map { (1, $0) } + [(2, 2)]
        for (index, (sheet, position)) in cards.enumerated() {
            let card = try #require(try sheets.page(sheet).raster(of: trim(position), dotsPerInch: 150))
            let (x, y) = (Double(index % 2) * 740 + 370, Double(index / 2) * 390 + 210)
            let angle = Double(index * 37 % 50 - 25) * .pi / 180 + (index % 3 == 0 ? .pi : 0)
            let (width, height) = (Double(card.width) / 2, Double(card.height) / 2)
            let corners = [(-width, -height), (width, -height), (width, height), (-width, height)].map { right, down in
                (
                    x: (x + right * cos(angle) - down * sin(angle)) / 1500,
                    y: (y + right * sin(angle) + down * cos(angle)) / 2000
                )
            }
            photograph.lay(card, onto: photograph.place(corners))
        }
        photograph.shade(to: 0.6, along: 20)
        let report = try proof([photograph])
        #expect(report.sheets.map(\.sheet) == [1])
        #expect(report.lost.map { "\($0.position) \($0.state.rawValue)" } == ["8 missing"])
        #expect(report.strays.map { "\($0.sheet).\($0.position)" } == ["2.2"])
    }

    @Test("another office's cards, and an empty table, are no sheet of the run")
    func foreign() async throws {
        let keys = try await ProofedRun(1).office.office.keyring()
        let foreign = try proof([photograph(ofSheet: 1)], keys: keys)
        #expect(foreign.sheets.isEmpty && !foreign.isFaultless && foreign.photos[0].foreign.count == 10)
        let empty = try proof([SyntheticPhotograph(width: 600, height: 600, table: 90)])
        #expect(empty.sheets.isEmpty && !empty.isFaultless && empty.photos[0].codes == 0)
    }
}
