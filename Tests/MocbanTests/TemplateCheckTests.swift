import Files
import Foundation
import Layout
import Messages
import Mocban
import TestSupport
import Testing

/// A template that is right; tests spoil one part of it.
private let good = """
    kind: card
    summary: A card
    size: [85.60, 53.98]
    safe: 3
    styles:
      name: { font: Roboto, size: 10, condensed: Roboto Condensed, fit: [condense, shrink: 7] }
      small: { font: Roboto, size: 7 }
      large: { font: Roboto, size: 8 }
      serial: { font: Liberation Mono, weight: bold, size: 8, align: spread }
    marks:
      - { box: [3, 3, 79.6, 8], fill: "#0B4F4A" }
      - { picture: GROUND, at: [3, 3, 40, 8], colour: "#1B625C", ground: true }
      - { text: THẺ, style: small, colour: white, at: [5, 5.2, 40, 4] }
      - { picture: PLAIN, at: [5, 38, 8, 8] }
      - { text: "{name}", style: name, at: [5, 17, 44, 7] }
      - { text: "{hotline}", style: small, at: [5, 25, 30, 5] }
      - { text: "Báo {unit}", without: hotline, style: small, at: [5, 25, 46, 5], fit: [shrink: 6] }
      - { portrait: photo, at: [36, 30, 12, 16] }
      - { text: Số thẻ, with: serial, style: small, at: [5, 46, 20, 3.3] }
      - { code: payload, modules: [55, 18, 27.6] }
    back:
      - { text: Xin giữ thẻ, style: small, at: [5, 5, 40, 5] }
      - { text: Hàng một, style: small, at: [5, 20, 40, 5] }
      - { text: Hàng hai, style: small, at: [5, 35, 40, 5] }

    """

/// A part of the good template, changed, and the fault that this is.
struct SpoiltTemplate: CustomTestStringConvertible {
    let testDescription: String
    let old: String
    let new: String
    let fault: String

    init(_ what: String, _ old: String, _ new: String, _ fault: String) {
        (testDescription, self.old, self.new, self.fault) = (what, old, new, fault)
    }
}

@Suite("Checks of templates")
struct TemplateCheckTests {
    private static let resources = Resources(folder: repositoryRoot)
    private static let shipped = TemplateLibrary(resources: resources).names

    @Test("Mocban's own templates have no fault", arguments: shipped, TemplateLanguage.allCases)
    func own(name: String, language: TemplateLanguage) throws {
        let library = TemplateLibrary(resources: Self.resources)
        let template = try library.template(name, language: language)
        #expect(try TemplateTrial(template, resources: Self.resources).faults() == [])
        #expect(template.kind == .poster || template.back != nil)
    }

    @Test("there are templates of each kind, and the posters in both sizes")
    func all() throws {
        let names: Set = [
            "commune", "bold-code", "photo", "official", "scan-card", "scan-card-a3", "check-in", "check-in-a3",
            "carry-your-card",
        ]
        #expect(names.isSubset(of: Self.shipped))
        let library = TemplateLibrary(resources: Self.resources)
        for name in names where name.hasSuffix("-a3") {
            let template = try library.template(name)
            #expect(template.size == .a3)
            #expect(try #require(template.front.code).box.size.width >= .mm(220))
        }
        // As printed, quiet zone included, whatever the payload says.
        let bold = try #require(try library.template("bold-code").back?.code)
        for sample in SampleData.allCases {
            for algorithm in Algorithm.allCases {
                let code = try bold.encode(try sample.segments(for: .card, algorithm))
                #expect((.mm(50)..<(.mm(51))).contains(code.box.size.width))
            }
        }
        #expect(try library.template("photo").hasPortrait)
    }

    private func faults(_ yaml: String) throws -> [String] {
        let folder = try TemporaryFolder()
        let art = repositoryRoot + "/templates/art/"
        for (name, picture) in [("ground.svg", "waves.svg"), ("plain.svg", "house.svg")] {
            try folder.write(name, try Data(contentsOf: URL(fileURLWithPath: art + picture)))
        }
        let text = yaml.replacing("GROUND", with: "ground.svg").replacing("PLAIN", with: "plain.svg")
        let template = try Template(yaml: text, file: folder("t.yaml"), name: "t")
        return try TemplateTrial(template, resources: Self.resources).faults().map {
            $0.english.replacing(folder(""), with: "")
        }
    }

    @Test("the template that the tests spoil is right")
    func unspoilt() throws { #expect(try faults(good) == []) }

    static let spoilt: [SpoiltTemplate] = [
        SpoiltTemplate(
            "text near the trim", "at: [5, 17, 44, 7]", "at: [2, 17, 44, 7]", "{name}: leaves the safe area"),
        SpoiltTemplate("code near the trim", "[55, 18, 27.6]", "[55.6, 23.9, 28]", "the code leaves the safe area"),
        SpoiltTemplate(
            "back's text near the trim", "[5, 5, 40, 5]", "[5, 1, 40, 5]", "back, Xin giữ thẻ: leaves the safe area"),
        SpoiltTemplate(
            "texts on one another", "\"{hotline}\", style: small, at: [5, 25, 30, 5]",
            "\"{hotline}\", style: small, at: [5, 18, 30, 5]", "usual data: {name} and {hotline} overlap"),
        SpoiltTemplate(
            "texts that the longest data bring together",
            "{ text: THẺ, style: small, colour: white, at: [5, 5.2, 40, 4] }",
            "{ text: \"{sex}\", style: small, at: [40, 18, 9, 5] }", "longest data: {sex} and {name} overlap"),
        SpoiltTemplate(
            "a text that stands for another on a third", "style: small, at: [5, 25, 46, 5]",
            "style: small, at: [5, 18, 46, 5]", "usual data: {name} and Báo {unit} overlap"),
        SpoiltTemplate(
            "text in the quiet zone", "at: [5, 17, 44, 7]", "at: [30, 17, 44, 7]",
            "{name}: reaches into the code or its quiet zone"),
        SpoiltTemplate("text on the portrait", "[36, 30, 12, 16]", "[5, 16, 12, 16]", "{name}: stands on the portrait"),
        SpoiltTemplate(
            "text on a picture", "at: [5, 38, 8, 8]", "at: [5, 17, 8, 8]", "{name}: stands on the picture plain.svg"),
        SpoiltTemplate(
            "portrait on the code", "[36, 30, 12, 16]", "[50, 30, 12, 16]", "the code and the portrait overlap"),
        SpoiltTemplate(
            "picture on the code", "at: [5, 38, 8, 8]", "at: [50, 38, 8, 8]",
            "plain.svg: the picture reaches into the code or its quiet zone"),
        SpoiltTemplate(
            "line through the code", "marks:\n", "marks:\n  - { line: [40, 20, 70, 20] }\n",
            "a line crosses the code or its quiet zone"),
        SpoiltTemplate(
            "dark fill under the code", "[3, 3, 79.6, 8]", "[3, 3, 79.6, 15]",
            "the code, its quiet zone included, stands on a fill that is too dark"),
        SpoiltTemplate(
            "outline through the code", "marks:\n", "marks:\n  - { box: [60, 14, 20, 34], stroke: black }\n",
            "an outline crosses the code or its quiet zone"),
        SpoiltTemplate(
            "code too small", "modules: [55, 18, 27.6]", "at: [52, 16, 22]",
            "longest data, signed with HMAC: the code does not fit 22.0 mm at modules of 0.4 mm: enlarge it in the template"
        ),
        SpoiltTemplate(
            "code too small for Ed25519 alone", "modules: [55, 18, 27.6]", "at: [52, 16, 23]",
            "longest data, signed with Ed25519: the code does not fit 23.0 mm at modules of 0.4 mm: enlarge it in the template"
        ),
        SpoiltTemplate(
            "text of low contrast", "style: name, at", "style: name, colour: \"#777777\", at",
            "{name}: its contrast is 4.4, at least 7 is needed"),
        SpoiltTemplate(
            "text over an edge of a fill", "colour: white, at: [5, 5.2, 40, 4]", "colour: white, at: [5, 9, 40, 4]",
            "THẺ: its contrast is 1.0, at least 7 is needed"),
        SpoiltTemplate(
            "text on an ornament too light", "\"#1B625C\"", "\"#4B928C\"",
            "THẺ: its contrast is 3.6, at least 7 is needed"),
        SpoiltTemplate(
            "small type", "size: 7 }", "size: 5.5 }", "THẺ: may be set at 5.5 pt, at least 6 pt is needed"),
        SpoiltTemplate(
            "type that shrinks too far", "shrink: 7]", "shrink: 5]",
            "{name}: may be set at 5.0 pt, at least 6 pt is needed"),
        SpoiltTemplate(
            "text that does not fit", "at: [5, 17, 44, 7]", "at: [5, 17, 20, 7]",
            "longest data: {name}: 'Công Tằng Tôn Nữ Thị Quỳnh Hương' does not fit its box"),
        SpoiltTemplate(
            "font that is not there", "{ font: Roboto, size: 7 }", "{ font: Nowhere, size: 7 }",
            "no font 'Nowhere' of weight regular"),
        SpoiltTemplate(
            "text near its band's edge", "at: [5, 5.2, 40, 4]", "at: [5, 3.1, 40, 4]",
            "usual data: THẺ: comes within 0.8 mm of its band's edge"),
        SpoiltTemplate(
            "band with more room above than below", "[3, 3, 79.6, 8]", "[3, 3, 79.6, 11]",
            "usual data: the band at (3.0, 3.0) has "),
        SpoiltTemplate(
            "text beside a band", "at: [5, 25, 30, 5]", "at: [5, 10.6, 30, 5]", "usual data: {hotline} is 0."),
        SpoiltTemplate(
            "text beyond the text margin", "safe: 3", "safe: 3\nmargin: 6", "usual data: {name}: leaves the margins"),
        SpoiltTemplate(
            "lines too near one another", "at: [5, 25, 30, 5]", "at: [5, 21.2, 30, 5]",
            "usual data: {name} and {hotline} are 0."),
        SpoiltTemplate(
            "label that touches its value", "with: serial, style: small, at: [5, 46, 20, 3.3] }",
            "with: birth, style: small, at: [20, 44, 15, 3.3] }\n  - { text: \"{birth}\", style: large, at: [20, 45.9, 16, 3.7] }",
            "usual data: Số thẻ and {birth} are 0."),
        SpoiltTemplate(
            "like texts of two sizes", "back:\n",
            "back:\n  - { text: Người trực quét mã mặt trước, style: small, at: [45, 5, 32, 5], fit: [shrink: 6] }\n",
            "back, Người trực quét mã mặt trước is set in Roboto 6.75 pt, Xin giữ thẻ in Roboto 7.0 pt: like texts look alike"
        ),
        SpoiltTemplate(
            "serial whose size depends on its letters",
            "{ text: Số thẻ, with: serial, style: small, at: [5, 46, 20, 3.3] }",
            "{ text: \"{serial}\", style: large, at: [5, 46, 24, 4], fit: [shrink: 6] }",
            "{serial} is set in Roboto 8.0 pt, {serial} in Roboto "),
        SpoiltTemplate(
            "uneven rows", "at: [5, 35, 40, 5]", "at: [5, 37, 40, 5]",
            "back, Hàng một stands 15.0 mm below the text before it, Hàng hai 17.0: like rows are evenly spaced"),
        SpoiltTemplate(
            "code beside the margin", "modules: [55, 18, 27.6]", "modules: [54, 18, 27.6]",
            "the code's modules end 1.0 mm from the margin that texts stand on"),
        SpoiltTemplate("picture that is not there", "PLAIN", "none.svg", "none.svg: there is no such file"),
    ]

    @Test("a spoilt template's fault is found", arguments: spoilt)
    func fault(spoilt: SpoiltTemplate) throws {
        try #require(good.contains(spoilt.old))
        let faults = try faults(good.replacing(spoilt.old, with: spoilt.new, maxReplacements: 1))
        #expect(faults.contains { $0.hasPrefix(spoilt.fault) }, "\(faults)")
    }

    @Test("a font that lacks letters of Vietnamese is found, though it has all of the sample's names")
    func letters() throws {
        let folder = try TemporaryFolder()
        // Roboto with the letters of the sample's names and ASCII alone.
        let font = try #require(
            Bundle.module.url(forResource: "few-letters", withExtension: "ttf", subdirectory: "Resources"))
        try folder.write("fonts/few-letters.ttf", try Data(contentsOf: font))
        func faults(_ text: String) throws -> [String] {
            let yaml = """
                kind: card
                summary: A card
                size: [85.60, 53.98]
                styles: { few: { font: Few Letters, size: 8, fit: [shrink: 6] } }
                marks:
                  - { text: "\(text)", style: few, at: [5, 5, 70, 6] }
                """
            let template = try Template(yaml: yaml, file: folder("t.yaml"), name: "t")
            return try TemplateTrial(template, resources: Self.resources, office: folder("")).faults().map(\.english)
        }
        let found = try faults("{name}")
        #expect(found.count == 1 && found[0].hasPrefix("{name}: Few Letters lacks "), "\(found)")
        #expect(try faults("{birth}") == [])
        let fixed = try faults("Thẻ")
        #expect(fixed.count == 1 && fixed[0].contains("'ẻ'"), "\(fixed)")
    }
}
