import Foundation
import Layout
import Messages
import Testing

/// A template that is right; tests spoil one line of it.
private let good = """
    kind: card
    summary: A card
    size: [85.60, 53.98]
    safe: 3
    colours:
      ink: "#1B1B1B"
    styles:
      name: { font: Roboto, weight: bold, size: 11, condensed: Roboto Condensed, fit: [condense, wrap: 2, shrink: 8] }
      small: { font: Roboto, size: 6, colour: ink, line: 1.4, align: right, anchor: middle, case: upper, tracking: 0.02 }
    marks:
      - { text: "{name}", at: [4, 18, 46, 12], style: name }
      - { text: Hotline, at: [4, 40, 30, 4], style: small, colour: black }
      - { box: [0, 0, 85.60, 5], fill: ink, corner: 1, stroke: black, width: 0.3 }
      - { line: [4, 7, 50, 7], width: 0.2, colour: ink }
      - { picture: arms.png, at: [70, 6, 10, 10] }
      - { code: payload, at: [52, 16, 30], level: highest, smallest_module: 0.4, rendering: mask }
    """

/// A line of the good template, changed, and the fault that this is.
struct Spoilt: CustomTestStringConvertible {
    let what: String
    let old: String
    let new: String
    let line: Int
    let column: Int
    let message: String
    var testDescription: String { what }

    init(_ what: String, _ old: String, _ new: String, _ line: Int, _ column: Int, _ message: String) {
        (self.what, self.old, self.new) = (what, old, new)
        (self.line, self.column, self.message) = (line, column, message)
    }
}

@Suite("Template faults")
struct TemplateFaultTests {
    static let faults: [Spoilt] = [
        Spoilt("unknown name", "safe: 3", "save: 3", 4, 1, "'save' is not known here"),
        Spoilt("unknown kind", "kind: card", "kind: badge", 1, 7, "'badge' is none of card, poster"),
        Spoilt("missing kind", "kind: card\n", "", 1, 1, "'kind' is missing"),
        Spoilt("missing summary", "summary: A card\n", "", 1, 1, "'summary' is missing"),
        Spoilt("size of one number", "[85.60, 53.98]", "[85.60]", 3, 7, "expected [width, height] in millimetres"),
        Spoilt("size of words", "[85.60, 53.98]", "[a, b]", 3, 8, "expected a number"),
        Spoilt("size of nothing", "[85.60, 53.98]", "[85.60, 0]", 3, 7, "width and height must be more than 0"),
        Spoilt("negative margin", "safe: 3", "safe: -3", 4, 7, "expected millimetres, zero or more"),
        Spoilt("colour without #", "\"#1B1B1B\"", "1B1B1B", 6, 8, "expected a colour like \"#1A5C4B\""),
        Spoilt("colour of seven digits", "\"#1B1B1B\"", "\"#1B1B1B0\"", 6, 8, "expected a colour"),
        Spoilt("colour with a sign", "\"#1B1B1B\"", "\"#+B1B1B\"", 6, 8, "expected a colour"),
        Spoilt("unknown name in a style", "tracking: 0.02", "spacing: 0.02", 9, 102, "'spacing' is not known here"),
        Spoilt("style without font", "{ font: Roboto, size: 6", "{ size: 6", 9, 10, "'font' is missing"),
        Spoilt("style without size", "font: Roboto, size: 6", "font: Roboto", 9, 10, "'size' is missing"),
        Spoilt("unknown weight", "weight: bold", "weight: heavy", 8, 33, "'heavy' is none of light, regular"),
        Spoilt("type too small", "size: 6", "size: 2", 9, 32, "a type size is 3 to 600 points"),
        Spoilt("type not a number", "size: 6", "size: large", 9, 32, "expected a number"),
        Spoilt("line height below 1.3", "line: 1.4", "line: 1.29", 9, 54, "line height is 1.3 to 3 em"),
        Spoilt("unknown colour", "colour: ink, line", "colour: pink, line", 9, 43, "there is no colour 'pink'"),
        Spoilt("unknown alignment", "align: right", "align: justify", 9, 66, "'justify' is none of left"),
        Spoilt("unknown case", "case: upper", "case: lower", 9, 95, "expected 'case: upper'"),
        Spoilt("condense without a family", "condensed: Roboto Condensed, ", "", 8, 55, "'condense' needs"),
        Spoilt("unknown fit step", "[condense,", "[squeeze,", 8, 84, "a fit step is one of"),
        Spoilt("wrap into one line", "wrap: 2", "wrap: 1", 8, 100, "expected a whole number from 2 to 20"),
        Spoilt("fit not a list", "fit: [condense, wrap: 2, shrink: 8]", "fit: condense", 8, 83, "expected a list"),
        Spoilt(
            "missing style", "style: small", "style: tiny", 12, 49, "there is no style 'tiny'; styles are name, small"),
        Spoilt("text without style", ", style: small", "", 12, 5, "'style' is missing"),
        Spoilt("text without place", "at: [4, 40, 30, 4], ", "", 12, 5, "'at' is missing"),
        Spoilt("box that leaves the page", "[4, 40, 30, 4]", "[60, 40, 30, 4]", 12, 26, "the box leaves the page"),
        Spoilt("box left of the page", "[4, 40, 30, 4]", "[-1, 40, 30, 4]", 12, 26, "the box leaves the page"),
        Spoilt("box without height", "[4, 40, 30, 4]", "[4, 40, 30, 0]", 12, 26, "width and height must be more"),
        Spoilt("box of three numbers", "[4, 40, 30, 4]", "[4, 40, 30]", 12, 26, "expected [x, y, width, height]"),
        Spoilt("unknown field", "{name}", "{nmae}", 11, 13, "there is no field {nmae}"),
        Spoilt("field of a poster", "{name}", "{venue}", 11, 13, "a card has no field {venue}"),
        Spoilt("brace left open", "{name}", "{name", 11, 13, "'{' without its partner"),
        Spoilt("brace not opened", "{name}", "name}", 11, 13, "'}' without its partner"),
        Spoilt("bracket left open", "{name}", "[{name}", 11, 13, "'[' without its partner"),
        Spoilt("bracket not opened", "{name}", "{name}]", 11, 13, "']' without its partner"),
        Spoilt("bracket in a bracket", "{name}", "[a [{name}] b]", 11, 13, "'[' without its partner"),
        Spoilt(
            "ground that is neither", "[70, 6, 10, 10] }", "[70, 6, 10, 10], ground: yes }", 15, 55, "expected true or"),
        Spoilt(
            "portrait of nothing", "{ picture: arms.png,", "{ portrait: face,", 15, 17, "expected 'portrait: photo'"),
        Spoilt("mark of no kind", "{ line: [4, 7, 50, 7],", "{ circle: [4, 7, 50],", 14, 5, "a mark is one of text"),
        Spoilt(
            "mark that is a word", "{ line: [4, 7, 50, 7], width: 0.2, colour: ink }", "line", 14, 5, "expected names"),
        Spoilt("line that leaves the page", "[4, 7, 50, 7]", "[4, 7, 90, 7]", 14, 13, "the line leaves the page"),
        Spoilt("picture off the page", "[70, 6, 10, 10]", "[70, 50, 10, 10]", 15, 30, "the box leaves the page"),
        Spoilt("code that leaves the page", "[52, 16, 30]", "[60, 16, 30]", 16, 26, "the code leaves the page"),
        Spoilt("code of no size", "[52, 16, 30]", "[52, 16, 0]", 16, 26, "the code leaves the page"),
        Spoilt("code of something else", "code: payload", "code: name", 16, 13, "expected 'code: payload'"),
        Spoilt("code at level L", "level: highest", "level: L", 16, 47, "level L is too weak for print"),
        Spoilt("code at level X", "level: highest", "level: X", 16, 47, "'X' is none of L, M, Q, H"),
        Spoilt("module of no size", "smallest_module: 0.4", "smallest_module: 0", 16, 73, "expected 0.1 mm or more"),
        Spoilt(
            "two codes", "- { line: [4, 7, 50, 7], width: 0.2, colour: ink }", "- { code: payload, at: [4, 4, 30] }",
            16,
            13, "a side has one code"),
        Spoilt("name that stands twice", "safe: 3", "safe: 3\nsafe: 4", 4, 1, "'safe' stands twice"),
        Spoilt("not YAML", "safe: 3", "safe: [3", 5, 8, "not YAML"),
        Spoilt("tabulator", "safe: 3", "\tsafe: 3", 4, 1, "not YAML"),
        Spoilt("marks not a list", "marks:\n  - {", "marks:\n  x: {", 12, 3, "not YAML"),
    ]

    @Test("name the line and the column", arguments: faults)
    func places(_ spoilt: Spoilt) throws {
        let range = try #require(good.range(of: spoilt.old), "the good template has no '\(spoilt.old)'")
        let text = good.replacingCharacters(in: range, with: spoilt.new)
        let error = try #require(throws: ConfigurationError.self) {
            try Template(yaml: text, file: "cards/x.yaml", name: "x")
        }
        #expect(error.fault.english.hasPrefix(spoilt.message))
        #expect((error.line, error.column) == (spoilt.line, spoilt.column))
        #expect(error.description.hasPrefix("cards/x.yaml:\(spoilt.line):\(spoilt.column): "))
    }

    @Test(
        "name the file where it is no mapping",
        arguments: [
            ("", "x.yaml: the file is empty"), ("# nothing\n", "x.yaml: the file is empty"),
            ("- a\n- b\n", "x.yaml:1:1: expected names and values"), ("words", "x.yaml:1:1: expected names and values"),
        ])
    func wholeFile(text: String, message: String) throws {
        let error = try #require(throws: ConfigurationError.self) {
            try Template(yaml: text, file: "x.yaml", name: "x")
        }
        #expect(error.description == message)
    }
}

@Suite("Templates")
struct TemplateTests {
    private let template: Template

    init() throws { template = try Template(yaml: good, file: "cards/x.yaml", name: "x") }

    @Test("are read as they are written")
    func decoded() throws {
        #expect(template.name == "x" && template.summary == "A card" && template.kind == .card)
        #expect(template.size == .id1 && template.safeMargin == .mm(3))
        #expect(template.front.face.marks.count == 4 && template.front.texts.count == 1)

        let name = template.front.texts[0]
        #expect(name.style.font == TextStyle.Font(family: "Roboto", weight: .bold))
        #expect(name.style.fit == [.condense, .wrap(lines: 2), .shrink(to: .pt(8))])
        #expect(name.style.size == .pt(11) && name.style.lineHeight == 1.3 && !name.style.isUppercase)
        #expect(name.box == .mm(4, 18, 46, 12))

        guard case .text(let small) = template.front.face.marks[0] else { throw Unexpected() }
        #expect(small.style.alignment == .right && small.style.anchor == .middle && small.style.isUppercase)
        #expect(small.style.lineHeight == 1.4 && small.style.tracking == 0.02)
        #expect(small.style.colour == .black, "a mark's own setting goes before its style's")
        guard case .picture(let picture) = template.front.face.marks[3] else { throw Unexpected() }
        #expect(picture.path == "cards/arms.png", "pictures are beside the template")

        let code = try #require(template.front.code)
        #expect(code.box == .mm(52, 16, 30, 30) && code.level == nil && code.rendering == .mask)
        #expect(code.smallestModule == .mm(0.4))
    }

    @Test("are filled in, and leave out a text whose field is empty")
    func filled() throws {
        var values = FieldValues()
        #expect(try template.page(values).marks.isEmpty)
        values[.name] = "Lê Thị Ẩn"
        let marks = try template.page(values).marks
        guard marks.count == 1, case .text(let text) = marks[0] else { throw Unexpected() }
        #expect(text.string == "Lê Thị Ẩn" && text.label == "{name}" && text.box == .mm(4, 18, 46, 12))
    }

    @Test("print a text with a condition only where it holds")
    func conditions() throws {
        let text = good.replacing(
            "marks:\n",
            with: """
                marks:
                  - { text: beside, with: sex, style: name, at: [4, 30, 46, 12] }
                  - { text: instead, without: sex, style: name, at: [4, 30, 46, 12] }

                """)
        let template = try Template(yaml: text, file: "x.yaml", name: "x")
        func strings(_ sex: String) throws -> [String] {
            var values = FieldValues()
            values[.sex] = sex
            return try template.page(values).marks.compactMap {
                if case .text(let text) = $0 { text.string } else { nil }
            }
        }
        #expect(try strings("Nam") == ["beside"])
        #expect(try strings("") == ["instead"])
    }

    @Test("text that the file has in NFD is printed in NFC")
    func composed() throws {
        let text = good.replacing("Hotline", with: "Thẻ".decomposedStringWithCanonicalMapping)
        let template = try Template(yaml: text, file: "x.yaml", name: "x")
        guard case .text(let mark) = template.front.face.marks[0] else { throw Unexpected() }
        #expect(Array(mark.string.utf8) == Array("Thẻ".precomposedStringWithCanonicalMapping.utf8))
    }

    struct Unexpected: Error {}
}
