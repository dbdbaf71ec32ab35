@testable import Proofing
import Files
import Layout
import Payload
import Scanning
import TestSupport
import Testing

@testable import Mocban

@Suite("Judgement on photographs")
struct SheetJudgementTests {
    /// A manifest of two whole sheets in one file and a sheet of a single card in another; serials count from 1.
    private struct Manifested {
        let office: TestOffice
        let printed: PrintedSheets
        let map: SheetMap

        init() throws {
            office = try TestOffice()
            let cards = (1...21).map { number in
                let (file, page) = number > 20 ? ("b.pdf", 1) : ("a.pdf", (number - 1) / 10 + 1)
                let serial = SheetJudgementTests.serial(number)
                return
                    "{\"serial\":\"\(serial)\",\"row\":\(number + 1),\"file\":\"\(file)\",\"page\":\(page),\"position\":\((number - 1) % 10 + 1)}"
            }
            let text =
                "{\n\"run\": {\"template\":\"plain-card\"},\n\"cards\": [\n" + cards.joined(separator: ",\n")
                + "\n],\n\"files\": [{\"file\":\"a.pdf\",\"sheets\":2},{\"file\":\"b.pdf\",\"sheets\":1}],\n\"read\": 21\n}\n"
            let manifest = try PrintedManifest(path: try office.folder.write("manifest.json", text))
            printed = .manifest(manifest)
            map = try SheetMap(of: manifest.run, resources: office.resources, office: office.path)
        }

        func judge(_ photos: [SheetJudgement.Photo]) throws -> PhotoReport {
            var judgement = SheetJudgement(printed, map: map)
            return try judgement.judge(photos)
        }
    }

    static func serial(_ number: Int) -> Serial {
        guard let serial = Serial(rawValue: UInt64(number)) else { preconditionFailure("no serial \(number)") }
        return serial
    }

    /// Where a position's code is in a photograph of a whole sheet: four pixels a millimetre, at a slant.
    private static func square(_ position: Int) -> Quadrilateral {
        let origin = SheetProfile.a4TwoByFive.origin(at: position - 1)
        let box = Quadrilateral(
            x: origin.x.millimetres + 54, y: origin.y.millimetres + 14, width: 26, height: 26)
        let seen = Projection(
            square: 297,
            onto: Quadrilateral(
                topLeft: PixelPoint(x: 150, y: 90), topRight: PixelPoint(x: 1250, y: 150),
                bottomRight: PixelPoint(x: 1400, y: 1240), bottomLeft: PixelPoint(x: 40, y: 1180)))
        return box.mapped { seen($0) }
    }

    /// A photograph of a sheet that is not cut; cards by their numbers, unreadable codes by their positions.
    private func whole(_ cards: some Sequence<Int>, unreadable: [Int] = [], name: String = "p.jpg")
        -> SheetJudgement.Photo
    {
        SheetJudgement.Photo(
            name: name,
            sights: cards.map { .init(serial: Self.serial($0), outline: Self.square(($0 - 1) % 10 + 1)) },
            unreadable: unreadable.map { Self.square($0).centre })
    }

    /// A photograph of cards that lie about.
    private func cut(_ cards: some Sequence<Int>, unreadable: Int = 0, name: String = "p.jpg") -> SheetJudgement.Photo {
        SheetJudgement.Photo(
            name: name,
            sights: cards.enumerated().map { index, card in
                let outline = Quadrilateral(
                    x: Double(index * index % 7) * 200, y: Double(index) * 150, width: 100, height: 100
                )
                return .init(serial: Self.serial(card), outline: outline)
            }, unreadable: (0..<unreadable).map { PixelPoint(x: 2000, y: Double($0) * 150) })
    }

    private func positions(_ cards: [PhotoReport.Card]) -> [Int] { cards.map(\.position) }

    @Test("a whole sheet is whole, cut or not")
    func complete() throws {
        let run = try Manifested()
        for photo in [whole(11...20), cut(11...20)] {
            let report = try run.judge([photo])
            #expect(report.isFaultless && report.toReprint.isEmpty)
            let sheet = try #require(report.sheets.first)
            #expect(report.sheets.count == 1 && sheet.file == "a.pdf" && sheet.number == 2 && sheet.count == 10)
        }
    }

    @Test("on a sheet that is not cut an unreadable code is the card of its place")
    func placed() throws {
        let report = try Manifested().judge([whole([1, 2, 3, 5, 6, 8, 10], unreadable: [7, 4])])
        let sheet = try #require(report.sheets.first)
        #expect(positions(sheet.unreadable) == [4, 7] && positions(sheet.missing) == [9])
        #expect(sheet.unsure == 0 && !report.isFaultless)
        #expect(report.toReprint.map(\.card.row) == [5, 8, 10])
    }

    @Test(
        "of a cut sheet nobody can say which card an unreadable code is, unless all that are left are",
        arguments: [(0, [3, 9], [], 0), (1, [3, 9], [], 1), (2, [], [3, 9], 0), (3, [], [3, 9], 0)])
    func counted(places: Int, missing: [Int], unreadable: [Int], unsure: Int) throws {
        let report = try Manifested().judge([cut([1, 2, 4, 5, 6, 7, 8, 10], unreadable: places)])
        let sheet = try #require(report.sheets.first)
        #expect(positions(sheet.missing) == missing && positions(sheet.unreadable) == unreadable)
        #expect(sheet.unsure == unsure)
    }

    @Test("a card that strayed from another sheet is named with the sheet that it belongs to")
    func stray() throws {
        let report = try Manifested().judge([cut([1, 2, 3, 4, 15, 6, 7, 8, 9, 10])])
        #expect(report.sheets.count == 1 && positions(report.sheets[0].missing) == [5])
        #expect(
            report.strangers == [
                PhotoReport.Stranger(
                    photo: "p.jpg", origin: .otherSheet, serial: Self.serial(15), file: "a.pdf", sheet: 2)
            ])
    }

    @Test(
        "a photograph may show several sheets, each by half of its cards at least",
        arguments: [
            (Array(1...20), ["a1", "a2"]), (Array(1...15), ["a1", "a2"]), (Array(1...14), ["a1"]),
            (Array(1...10) + [21], ["a1", "b1"]), ([21], ["b1"]), ([3], ["a1"]),
        ])
    func several(cards: [Int], sheets: [String]) throws {
        let report = try Manifested().judge([cut(cards)])
        #expect(report.sheets.map { "\($0.file.prefix(1))\($0.number)" } == sheets)
    }

    @Test("several photographs of one sheet are taken together")
    func parts() throws {
        let run = try Manifested()
        #expect(try run.judge([whole(1...6, name: "1"), whole(5...10, name: "2")]).isFaultless)
        // What is unreadable in one was read in the other.
        let report = try run.judge([cut(1...8, unreadable: 1, name: "1"), cut(3...9, name: "2")])
        #expect(positions(report.sheets[0].missing) == [10] && report.sheets[0].unreadable.isEmpty)
    }

    @Test("what is twice there, and what no manifest has")
    func others() throws {
        let report = try Manifested().judge([cut(Array(1...10) + [4, 77, 77])])
        #expect(report.sheets.count == 1 && report.sheets[0].isWhole && !report.isFaultless)
        #expect(report.doubled == [Self.serial(4)])
        #expect(report.strangers.map(\.origin) == [.otherRun] && report.strangers[0].serial == Self.serial(77))
    }

    @Test("nothing is no good sheet")
    func nothing() throws {
        let report = try Manifested().judge([cut([])])
        #expect(report.sheets.isEmpty && report.strangers.isEmpty && !report.isFaultless)
    }
}
