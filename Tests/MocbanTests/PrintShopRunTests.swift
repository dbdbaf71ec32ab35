import Files
import Foundation
import Layout
import Mocban
import PDF
import Payload
import Scanning
import TestSupport
import Testing

@Suite("Runs for a print shop")
struct PrintShopRunTests {
    private let office: TestOffice
    private var folder: TemporaryFolder { office.folder }

    /// A card with colour up to the edge, and a back.
    private static let card = """
        kind: card
        summary: A card with colour up to the edge
        size: [85.60, 53.98]
        safe: 3
        bleed: 3
        colours: { ink: "#1B1B1B", accent: "#0B4F4A", tint: "#DCE9E7" }
        styles:
          name: { font: Roboto, weight: bold, size: 10, colour: ink, condensed: Roboto Condensed, fit: [condense, wrap: 2] }
          small: { font: Roboto, size: 6, colour: "#454B4A" }
        marks:
          - { box: [-3, -3, 91.6, 13], fill: accent }
          - { text: THẺ KIỂM SOÁT, at: [5, 4, 60, 5], style: name, colour: white }
          - { text: "{name}", at: [5, 14, 45, 10], style: name }
          - { text: Có giá trị đến, at: [5, 40, 40, 4], style: small }
          - { code: payload, at: [52, 14, 30] }
        back:
          - { box: [-3, -3, 91.6, 59.98], fill: tint }
          - { text: Mặt sau, at: [5, 10, 60, 6], style: name }
        """

    init() throws {
        office = try TestOffice()
        try folder.write("office/templates/edge.yaml", Self.card)
    }

    private func print(_ options: [String], to out: String = "out") throws -> Program.Outcome {
        let roster = try folder.write("roster.csv", AwkwardPeople.roster)
        return try Program.mocban.run(
            ["cards", roster, "--office", office.path, "--out", folder(out), "--group-by", "none"] + options)
    }

    @Test("single pages with their boxes, fonts and black ink, and codes that are good", arguments: Ink.allCases)
    func cards(ink: Ink) throws {
        let printed = try print(["--template", "edge", "--print-shop", "--ink", ink.rawValue])
        try #require(printed.status == 0, "\(printed.errors)")
        let manifest = try ManifestFile(office)
        #expect(manifest.files == [ManifestFile.File(file: "cards.pdf", sheets: 67, items: 67)])
        let path = folder("out/cards.pdf")

        let check = try Program.system("qpdf").run(["--check", path])
        #expect(check.status == 0, "\(check.text)\(check.errors)")
        let info = try Program.system("pdfinfo").run(["-box", "-f", "1", "-l", "134", path]).lines
        // A front and a back each, one after the other.
        #expect(info.contains("Pages:           134"))
        for (name, box) in [("Trim", "8.50 8.50 251.15 161.52"), ("Bleed", "0.00 0.00 259.65 170.02")] {
            let boxes = info.filter { $0.contains(" \(name)Box:") }
            #expect(boxes.count == 134)
            #expect(boxes.allSatisfy { $0.split(separator: " ").suffix(4).joined(separator: " ") == box })
        }
        let fonts = try Program.system("pdffonts").run([path]).lines.dropFirst(2)
        #expect(!fonts.isEmpty && fonts.allSatisfy { $0.contains(" yes yes yes") })

        let open = try Program.system("qpdf").run(["--qdf", path, folder("open.pdf")])
        #expect(open.status == 0, "\(open.errors)")
        let colours = ColourOperators(String(decoding: try folder.data("open.pdf"), as: UTF8.self)).all
        switch ink {
        case .colour:
            #expect(
                colours == [
                    "0 0 0 1 k", "0 0 0 0 k", "0.0431373 0.309804 0.290196 rg", "0.862745 0.913725 0.905882 rg",
                ])
        case .black: #expect(colours == ["0 0 0 1 k", "0 0 0 0 k"])
        }

        let pages = try PrintedPages(path, dotsPerInch: 300, in: folder)
        let gate = Gate(keyring: try office.office.keyring())
        for item in manifest.items {
            let page = 2 * item.page - 1
            #expect(pages.codes[page - 1].count == 1 && pages.codes[page].isEmpty)
            let answer = try gate.answer(pages.codes[page - 1].first?.text ?? "", at: TestRun.clock)
            #expect(answer.isValid && answer.verification.claims?.serial.description == item.serial)
            // The page's own corner is 3 mm outside of the trim.
            #expect(pages.text(page: page, in: .mm(8, 17, 45, 10)) == answer.verification.claims?.name)
            #expect(pages.text(page: page + 1, in: .mm(8, 13, 60, 6)) == "Mặt sau")
        }
        let proof = try Program.mocban.run(["proof", path, "--office", office.path])
        #expect(proof.status == 0, "\(proof.text)\(proof.errors)")
    }

    @Test("fronts alone where the back is not wanted, and nothing around a template without a bleed")
    func frontsAlone() throws {
        #expect(try print(["--template", "edge", "--print-shop", "--duplex", "none"]).status == 0)
        let fronts = try Program.system("pdfinfo").run([folder("out/cards.pdf")]).text
        #expect(fronts.contains("Pages:           67"))
        #expect(try print(["--template", "plain-card", "--print-shop", "--force-reprint"], to: "plain").status == 0)
        let plain = try Program.system("pdfinfo").run(["-box", folder("plain/cards.pdf")]).text
        for name in ["MediaBox", "TrimBox", "BleedBox"] {
            #expect(plain.contains(try Regex("\(name): +0.00 +0.00 +242.65 +153.01")), "\(plain)")
        }
    }

    @Test("the same order and clock give the same bytes, and the manifest says for whom they are")
    func sameBytes() throws {
        let clock = ["--clock", TestOffice.clock.description]
        let options = ["--template", "edge", "--print-shop", "--ink", "black"] + clock
        #expect(try print(options).status == 0)
        let first = try folder.data("out/cards.pdf")
        try office.forgetRuns()
        #expect(try print(options, to: "again").status == 0)
        #expect(try folder.data("again/cards.pdf") == first)
        let manifest = try JSONDecoder().decode(FormOfRun.self, from: try folder.data("again/manifest.json"))
        #expect(manifest.run.form.printShop && manifest.run.form.ink == .black)
    }

    private struct FormOfRun: Decodable {
        struct Run: Decodable { let form: PrintForm }
        let run: Run
    }

    @Test(
        "what belongs to sheets is refused",
        arguments: [
            ["--profile", "a4-2x5"], ["--cut", "marks"], ["--order", "delivery"], ["--keep-households"],
            ["--printer", "a"],
        ])
    func refused(options: [String]) throws {
        let outcome = try print(["--print-shop"] + options)
        #expect(outcome.status == 64 && outcome.errors.contains("--print-shop makes single pages"))
        #expect(!FileManager.default.fileExists(atPath: folder("out")))
    }
}
