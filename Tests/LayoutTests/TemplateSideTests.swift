import Messages
import Testing

@testable import Layout

private let twoSided = """
    kind: card
    summary: A card
    size: [85.60, 53.98]
    bleed: 3
    styles: { plain: { font: Roboto, size: 9 } }
    marks:
      - { box: [-3, -3, 91.6, 12], fill: "#0B4F4A" }
      - { text: { vi: Thẻ, en: Card }, style: plain, at: [4, 10, 40, 6] }
      - { text: { vi: "Số {serial}", en: "No. {serial}", both: "Số · No. {serial}" }, style: plain, at: [4, 20, 40, 6] }
      - { text: only English, in: [en], style: plain, at: [4, 30, 40, 6] }
    back:
      - { text: "{name}", style: plain, at: [4, 10, 40, 6] }
      - { code: payload, at: [30, 3, 47] }

    """

@Suite("Sides and languages of templates")
struct TemplateSideTests {
    private func strings(_ marks: [Mark]) -> [String] {
        marks.compactMap { if case .text(let text) = $0 { text.string } else { nil } }
    }

    @Test(
        "texts are read in the language that is asked for",
        arguments: [
            (TemplateLanguage.vietnamese, ["Thẻ"], "Số 7"), (.english, ["Card", "only English"], "No. 7"),
            (.both, ["Thẻ / Card"], "Số · No. 7"),
        ])
    func languages(language: TemplateLanguage, fixed: [String], filled: String) throws {
        let template = try Template(yaml: twoSided, file: "x.yaml", name: "x", language: language)
        #expect(template.language == language)
        #expect(strings(template.front.face.marks) == fixed)
        var values = FieldValues()
        values[.serial] = "7"
        #expect(strings(try template.page(values).marks) == [filled])
    }

    @Test("a back has texts and a code of its own")
    func back() throws {
        let template = try Template(yaml: twoSided, file: "x.yaml", name: "x")
        let back = try #require(template.back)
        #expect(template.sides == [template.front, back])
        #expect(template.front.code == nil && back.code?.box == .mm(30, 3, 47, 47))
        var values = FieldValues()
        values[.name] = "Lê An"
        #expect(strings(try template.page(values, side: back).marks) == ["Lê An"])
    }

    @Test("a portrait is filled in with its own card's photograph, or none")
    func portrait() throws {
        let text = twoSided.replacing("back:", with: "  - { portrait: photo, at: [60, 10, 21, 28] }\nback:")
        let template = try Template(yaml: text, file: "x.yaml", name: "x")
        #expect(template.hasPortrait && template.front.portrait?.box == .mm(60, 10, 21, 28))
        for photo in ["a.jpg", nil] {
            let marks = try template.page(FieldValues(), photo: photo).marks
            #expect(marks.first == .portrait(PortraitMark(path: photo, box: .mm(60, 10, 21, 28))))
            guard case .portrait(let mark) = try template.inked(.black).page(FieldValues(), photo: photo).marks.first
            else { throw Unexpected() }
            #expect(mark.ink == .black && mark.path == photo)
        }
        let poster = text.replacing("kind: card", with: "kind: poster").replacing("{name}", with: "{venue}")
        #expect(throws: ConfigurationError.self) { try Template(yaml: poster, file: "x.yaml", name: "x") }
    }

    @Test("boxes may reach into the bleed, texts may not")
    func bleed() throws {
        let template = try Template(yaml: twoSided, file: "x.yaml", name: "x")
        guard case .box(let box) = template.front.face.marks[0] else { throw Unexpected() }
        #expect(template.bleed == .mm(3) && box.box.minX == .mm(-3))
        let text = twoSided.replacing("at: [4, 30, 40, 6]", with: "at: [-1, 30, 40, 6]")
        let error = try #require(throws: ConfigurationError.self) {
            try Template(yaml: text, file: "x.yaml", name: "x", language: .english)
        }
        #expect(error.description == "x.yaml:10:55: the box leaves the page of 85.6 × 53.98 mm")
        let unbled = twoSided.replacing("bleed: 3\n", with: "")
        let other = try #require(throws: ConfigurationError.self) {
            try Template(yaml: unbled, file: "x.yaml", name: "x")
        }
        #expect(other.description == "x.yaml:6:12: the box leaves the page of 85.6 × 53.98 mm")
    }

    private struct Unexpected: Error {}

    @Test("an office's emblem, title and signer are among what all pages share", arguments: [true, false])
    func dressed(isOwn: Bool) throws {
        let yaml = """
            kind: card
            summary: A card
            size: [85.60, 53.98]
            styles: { small: { font: Roboto, size: 7 } }
            marks:
              - { emblem: office, at: [5, 5, 8, 8] }
              - { text: THẺ, without: title, style: small, at: [20, 5, 40, 5] }
              - { text: "{title}", style: small, at: [20, 5, 40, 5] }
              - { text: "{signer}", style: small, at: [20, 15, 40, 5] }
              - { text: "{unit}", with: emblem, style: small, at: [20, 25, 40, 5] }
            """
        let template = try Template(yaml: yaml, file: "t.yaml", name: "t")
        let dressed = template.dressed(
            emblem: isOwn ? "/o/emblem.png" : nil, title: isOwn ? "THẺ XÃ VIÊN" : "", signer: isOwn ? "CHỦ TỊCH" : "")
        var values = FieldValues()
        values[.unit] = "UBND xã Quảng Phú"
        values[.emblem] = isOwn ? "emblem.png" : ""
        let page = try dressed.page(values)
        func words(_ marks: [Mark]) -> [String] {
            marks.compactMap { if case .text(let text) = $0 { text.string } else { nil } }
        }
        let pictures = page.face.marks.compactMap { if case .picture(let picture) = $0 { picture.path } else { nil } }
        #expect(pictures == (isOwn ? ["/o/emblem.png"] : []))
        #expect(words(page.face.marks) == (isOwn ? ["THẺ XÃ VIÊN", "CHỦ TỊCH"] : ["THẺ"]))
        #expect(words(page.marks) == (isOwn ? ["UBND xã Quảng Phú"] : []))
    }
}
