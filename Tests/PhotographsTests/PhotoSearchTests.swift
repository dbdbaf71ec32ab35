import PhotographSupport
import Photographs
import QRCode
import Scanning
import TestSupport
import Testing

@Suite("Photographs")
struct PhotoSearchTests {
    /// What ten cards say.
    private static let texts = (0..<10).map { "MB1:31415926535897932384\($0)" }

    private static func codes() throws -> [QRCode] {
        try texts.map { try QRCode([try #require(Segment.alphanumeric($0))], level: .quartile) }
    }

    /// What a camera does to a sheet.
    struct View: CustomTestStringConvertible {
        let testDescription: String
        var corners = [(x: 0.03, y: 0.03), (x: 0.97, y: 0.03), (x: 0.97, y: 0.97), (x: 0.03, y: 0.97)]
        var light = 1.0
        var blur = 0.0
        var grain = 0
        var quality: Int?
    }

    private static let slant = [(x: 0.16, y: 0.04), (x: 0.88, y: 0.09), (x: 0.98, y: 0.95), (x: 0.03, y: 0.90)]

    private static let views = [
        View(testDescription: "perspective", corners: slant),
        View(testDescription: "uneven light", light: 0.2),
        View(testDescription: "blur", blur: 1.3),
        View(testDescription: "JPEG", quality: 25),
        View(testDescription: "all at once", corners: slant, light: 0.35, blur: 0.9, grain: 10, quality: 60),
        View(
            testDescription: "upside down",
            corners: [(x: 0.97, y: 0.96), (x: 0.04, y: 0.97), (x: 0.03, y: 0.03), (x: 0.96, y: 0.04)], light: 0.6),
    ]

    @Test("all codes of a sheet are found, each once, where they are", arguments: views)
    func sheet(view: View) throws {
        var photograph = SyntheticPhotograph(width: 1000, height: 1400, table: 90)
        let position = photograph.position(view.corners)
        photograph.lay(PaintedCards.sheet(try Self.codes()), onto: position)
        photograph.shade(to: view.light, along: 70)
        if view.blur > 0 { photograph.blur(view.blur) }
        var random = SeededNumbers(7)
        photograph.grain(view.grain, using: &random)
        if let quality = view.quality { try photograph.compress(quality: quality) }

        let codes = try PhotoSearch.codes(in: photograph.image)
        #expect(codes.found.map(\.text).sorted() == Self.texts)
        #expect(codes.unreadable.isEmpty)
        let projection = Projection(onto: position)
        for found in codes.found {
            let box = PaintedCards.box(at: try #require(Self.texts.firstIndex(of: found.text)))
            let centre = projection.point(box.x + box.width / 2, box.y + box.height / 2)
            #expect(found.position.centre.distance(to: centre) < 8)
        }
    }

    @Test("cards that lie about on a dark table are found however they are turned")
    func scattered() throws {
        var random = SeededNumbers(3)
        var photograph = SyntheticPhotograph(width: 1400, height: 1300, table: 50)
        for (index, code) in try Self.codes().dropLast().enumerated() {
            let centre = PixelPoint(x: 230 + 460 * Double(index % 3), y: 220 + 430 * Double(index / 3))
            let card = Quadrilateral(x: centre.x - 190, y: centre.y - 120, width: 380, height: 240)
            photograph.lay(
                PaintedCards.card(code), onto: card.turned(by: Double.random(in: 0..<360, using: &random)))
        }
        photograph.shade(to: 0.5, along: 200)
        photograph.grain(8, using: &random)
        let codes = try PhotoSearch.codes(in: photograph.image)
        #expect(codes.found.map(\.text).sorted() == Array(Self.texts.dropLast()))
        #expect(codes.unreadable.isEmpty)
    }

    /// What is laid over the fourth code, in shares of its box.
    private static let covers = [
        (x: 0.30, y: 0.30, width: 0.70, height: 0.70, evidence: UnreadableCode.Evidence.threeFinderPatterns),
        (x: -0.1, y: 0.45, width: 1.2, height: 0.60, evidence: .fewerFinderPatterns),
        (x: 0.35, y: -0.1, width: 0.7, height: 1.2, evidence: .fewerFinderPatterns),
    ]

    @Test("a code that is covered in part is unreadable, and one that is not there is not", arguments: covers)
    func covered(
        x: Double, y: Double, width: Double, height: Double, evidence: UnreadableCode.Evidence
    ) throws {
        var codes = try Self.codes().map(Optional.some)
        codes[6] = nil
        var photograph = SyntheticPhotograph(width: 1000, height: 1400, table: 90)
        let position = photograph.position(Self.slant)
        photograph.lay(PaintedCards.sheet(codes), onto: position)
        let box = PaintedCards.box(at: 3)
        let projection = Projection(onto: position)
        let (left, top) = (box.x + x * box.width, box.y + y * box.height)
        let cover = Quadrilateral(
            x: left, y: top, width: width * box.width, height: height * box.height
        ).mapped { projection($0) }
        photograph.lay(GreyImage(unchecked: Array(repeating: 140, count: 400), width: 20, height: 20), onto: cover)
        photograph.shade(to: 0.6, along: 0)

        let shown = try PhotoSearch.codes(in: photograph.image)
        #expect(
            shown.found.map(\.text).sorted() == Self.texts.indices.filter { $0 != 3 && $0 != 6 }.map { Self.texts[$0] })
        let unreadable = try #require(shown.unreadable.first)
        #expect(shown.unreadable.count == 1 && unreadable.evidence == evidence)
        let centre = projection.point(box.x + box.width / 2, box.y + box.height / 2)
        #expect(unreadable.position.centre.distance(to: centre) < 80)
    }

    @Test("one code that fills the picture is found")
    func close() throws {
        let code = try Self.codes()[0]
        var photograph = SyntheticPhotograph(width: 900, height: 700, table: 90)
        photograph.lay(
            PaintedCards.card(code), onto: Quadrilateral(x: -900, y: -300, width: 1800, height: 1135).turned(by: 20))
        let codes = try PhotoSearch.codes(in: photograph.image)
        #expect(codes.found.map(\.text) == [Self.texts[0]] && codes.unreadable.isEmpty)
    }

    @Test("the same text at two places is two findings")
    func twice() throws {
        let code = try Self.codes()[0]
        let sheet = PaintedCards.sheet([code, code])
        let upper = GreyImage(
            unchecked: Array(sheet.pixels[..<(sheet.width * 400)]), width: sheet.width, height: 400)
        #expect(try PhotoSearch.codes(in: upper).found.map(\.text) == [Self.texts[0], Self.texts[0]])
    }

    @Test("noise, bars and an empty table have no codes")
    func nothing() throws {
        var random = SeededNumbers(9)
        var photograph = SyntheticPhotograph(width: 500, height: 400, table: 120)
        photograph.grain(100, using: &random)
        let bars = GreyImage(
            unchecked: (0..<200_000).map { $0 % 500 / 10 % 2 == 0 ? 20 : 230 }, width: 500, height: 400)
        let table = SyntheticPhotograph(width: 500, height: 400, table: 60).image
        for image in [photograph.image, bars, table] {
            #expect(try PhotoSearch.codes(in: image) == PhotographedCodes(found: [], unreadable: []))
        }
    }

    @Test("pictures of a pixel or a line are looked at too", arguments: [(1, 1), (1, 50), (50, 1), (3, 3), (2, 200)])
    func tiny(width: Int, height: Int) throws {
        let image = GreyImage(unchecked: Array(repeating: 0, count: width * height), width: width, height: height)
        #expect(try PhotoSearch.codes(in: image).found.isEmpty)
    }
}
