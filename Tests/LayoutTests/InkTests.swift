import Layout
import Testing

@Suite("Inks")
struct InkTests {
    private static let teal = "#0B4F4A"
    private static let tint = "#DCE9E7"
    private static let white = "#FFFFFF"

    private func inked(_ marks: [Mark]) -> [Mark] {
        Page(size: .id1, marks: marks).inked(.black).marks
    }

    private func box(_ rectangle: Rectangle, _ fill: String?, stroke: String? = nil) throws -> Mark {
        .box(
            BoxMark(
                rectangle, fill: try fill.map { try #require(Colour(hex: $0)) },
                stroke: try stroke.map { try #require(Colour(hex: $0)) }))
    }

    private func text(_ colour: String, at box: Rectangle = .mm(12, 12, 10, 5)) throws -> Mark {
        let style = TextStyle(
            font: TextStyle.Font(family: "Roboto"), size: .pt(8), colour: try #require(Colour(hex: colour)))
        return .text(TextMark("Thẻ", style: style, box: box))
    }

    private func colour(_ mark: Mark?) -> Colour? { if case .text(let text) = mark { text.style.colour } else { nil } }

    /// A fill within a page, what it becomes, and what becomes of a text on it.
    struct Fill: CustomTestStringConvertible {
        let fill: String
        let becomes: Colour
        let outline: Colour?
        let text: Colour
        var testDescription: String { fill }
    }

    @Test(
        "fills are black or white, and texts stand out from them",
        arguments: [
            Fill(fill: teal, becomes: .black, outline: nil, text: .white),
            Fill(fill: "#1B1B1B", becomes: .black, outline: nil, text: .white),
            Fill(fill: "#757575", becomes: .black, outline: nil, text: .white),
            Fill(fill: "#777777", becomes: .white, outline: .black, text: .black),
            Fill(fill: "#FFDD00", becomes: .white, outline: .black, text: .black),
            Fill(fill: tint, becomes: .white, outline: .black, text: .black),
            Fill(fill: white, becomes: .white, outline: nil, text: .black),
        ])
    func fills(fill: Fill) throws {
        let place = Rectangle.mm(10, 10, 40, 10)
        for letters in ["#000000", "#454B4A", Self.white, "#FFDD00"] {
            let marks = inked([try box(place, fill.fill), try text(letters)])
            var expected = BoxMark(place, fill: fill.becomes, stroke: fill.outline)
            if fill.outline != nil { expected.strokeWidth = .mm(0.25) }
            #expect(marks.count == 2 && marks.first == .box(expected))
            #expect(colour(marks.last) == fill.text)
        }
    }

    @Test("what lies on a fill of its own kind gets an outline; the same colour needs none")
    func nested() throws {
        let (outer, inner) = (Rectangle.mm(5, 5, 60, 30), Rectangle.mm(10, 10, 40, 10))
        func strokes(_ below: String, _ above: String) throws -> [Colour?] {
            inked([try box(outer, below), try box(inner, above)]).map {
                if case .box(let box) = $0 { box.stroke } else { nil }
            }
        }
        #expect(try strokes(Self.teal, "#1B1B1B") == [nil, .white])
        #expect(try strokes(Self.tint, "#FFDD00") == [.black, .black])
        #expect(try strokes(Self.teal, Self.tint) == [nil, nil])
        #expect(try strokes(Self.teal, Self.teal) == [nil, nil])
        #expect(try strokes(Self.white, Self.white) == [nil, nil])
    }

    @Test("outlines and lines stand out from what is below them")
    func strokes() throws {
        let (panel, line) = (Rectangle.mm(5, 5, 60, 30), Rectangle.mm(10, 10, 40, 10))
        func stroke(_ marks: [Mark]) -> Colour? {
            switch inked(marks).last {
            case .box(let box): box.stroke
            case .line(let line): line.colour
            default: nil
            }
        }
        let red = try #require(Colour(hex: "#C00000"))
        let rule = Mark.line(
            LineMark(from: line.origin, to: Point(x: .mm(50), y: .mm(10)), width: .mm(0.2), colour: red))
        #expect(stroke([rule]) == .black)
        #expect(stroke([try box(panel, Self.teal), rule]) == .white)
        #expect(stroke([try box(panel, Self.tint), rule]) == .black)
        #expect(stroke([try box(line, nil, stroke: Self.tint)]) == .black)
        #expect(stroke([try box(panel, Self.teal), try box(line, nil, stroke: Self.tint)]) == .white)
        #expect(stroke([try box(line, Self.white, stroke: Self.teal)]) == .black)
        #expect(stroke([try box(line, Self.teal, stroke: Self.white)]) == .white)
        #expect(stroke([try box(line, Self.teal, stroke: "#1B1B1B")]) == .black)
    }

    @Test("a tint that runs into the cut has lines along its inner edges alone")
    func bands() throws {
        func lines(_ rectangle: Rectangle) throws -> [LineMark] {
            let marks = inked([try box(rectangle, Self.tint)])
            #expect(marks.first == .box(BoxMark(rectangle, fill: .white)))
            return marks.compactMap { if case .line(let line) = $0 { line } else { nil } }
        }
        #expect(try lines(.mm(-3, -3, 91.6, 59.98)).isEmpty)
        #expect(try lines(.mm(0, 0, 85.6, 53.98)).isEmpty)
        let band = try lines(.mm(-3, -3, 91.6, 13))
        #expect(band.count == 1 && band.allSatisfy { $0.colour == .black && $0.width == .mm(0.25) })
        #expect(band.first?.start == Point(x: .mm(-3), y: .mm(9.875)))
        #expect(abs((band.first?.end.x.millimetres ?? 0) - 88.6) < 1e-9 && band.first?.end.y == .mm(9.875))
        #expect(try lines(.mm(0, 20, 30, 10)).count == 3)
    }

    @Test("pictures are screened, codes stay as they are, and colour changes nothing")
    func others() throws {
        var picture = PictureMark(path: "arms.png", box: .mm(1, 1, 10, 10))
        let page = Page(size: .id1, face: Face(marks: [.picture(picture)]), marks: [try text(Self.teal)])
        #expect(page.inked(.colour) == page)
        picture.ink = .black
        #expect(page.inked(.black).face.marks == [.picture(picture)])
    }

    private static let template = """
        kind: card
        summary: A card
        size: [85.60, 53.98]
        safe: 3
        colours: { ink: "#1B1B1B", quiet: "#454B4A", accent: "#0B4F4A", tint: "#DCE9E7" }
        styles: { plain: { font: Roboto, size: 8, colour: ink } }
        marks:
          - { box: [3, 3, 79.6, 10], fill: accent }
          - { text: "{name}", at: [5, 4, 40, 8], style: plain, colour: white }
          - { text: Thẻ, at: [50, 4, 20, 8], style: plain, colour: tint }
          - { text: "{birth}", at: [5, 20, 40, 8], style: plain, colour: quiet }
          - { text: "{sex}", at: [5, 30, 40, 8], style: plain, colour: accent }
          - { line: [5, 40, 40, 40], width: 0.2, colour: quiet }
        back:
          - { box: [3, 3, 79.6, 40], fill: tint }
          - { text: "{serial}", at: [5, 10, 40, 8], style: plain, colour: accent }
        """

    @Test("a template's pages are inked as the pages themselves are")
    func templates() throws {
        let template = try Template(yaml: Self.template, file: "a.yaml", name: "a")
        var values = FieldValues()
        for field in Field.allCases { values[field] = "1" }
        let inked = template.inked(.black)
        #expect(template.sides.count == 2 && inked.sides.count == 2 && inked != template)
        for (side, other) in zip(template.sides, inked.sides) {
            #expect(try inked.page(values, side: other) == template.page(values, side: side).inked(.black))
        }
        #expect(template.inked(.colour) == template)
    }

    @Test("for a print shop dark neutral texts are black, other greys are neutral, and colours stay")
    func blackTexts() throws {
        let template = try Template(yaml: Self.template, file: "a.yaml", name: "a").withBlackTexts()
        let colours = template.front.texts.map(\.style.colour)
        #expect(colours == [.white, .black, try #require(Colour(hex: Self.teal))])
        guard case .line(let line) = template.front.face.marks.last else { throw MissingLine() }
        #expect(line.colour.red == line.colour.green && line.colour.green == line.colour.blue)
        #expect(abs(line.colour.red - 0.29) < 0.01)
        #expect(template.back?.texts.map(\.style.colour) == [try #require(Colour(hex: Self.teal))])
    }

    private struct MissingLine: Error {}
}
