import Files
import Foundation
import Layout
import Mocban
import Payload
import TestSupport
import Testing

@Suite("Printed posters")
struct PosterTests {
    private static let venues = repositoryRoot + "/examples/quang-dien/venues.csv"

    /// Mocban's own poster templates, and the tests'.
    private static let templates = (try? posterTemplates()) ?? []

    private static func posterTemplates() throws -> [String] {
        let library = TemplateLibrary(resources: Resources(folder: repositoryRoot))
        return try library.names.filter { try library.template($0).kind == .poster } + ["plain-poster"]
    }

    @Test(
        "every code of the example's sixty venues verifies and leads where it should", arguments: templates,
        [("hmac", nil), ("hmac", "https://tcs.example.vn/qd/"), ("ed25519", "https://tcs.example.vn")]
            as [(String, String?)])
    func everyPoster(template name: String, settings: (sign: String, base: String?)) throws {
        let base = settings.base.flatMap(BaseURL.init)
        let office = try TestOffice { $0.baseURL = base }
        let folder = office.folder
        let printed = try Program.mocban.run([
            "posters", Self.venues, "--office", office.path, "--out", folder("out"), "--template", name,
            "--sign", settings.sign, "--clock", TestOffice.clock.description,
        ])
        #expect(printed.status == 0 && printed.errors.isEmpty, "\(printed.errors)")
        let manifest = try ManifestFile(office)
        #expect(manifest.printed == 60 && manifest.items.count == 60 && manifest.run.command == "posters")
        #expect(manifest.files == [ManifestFile.File(file: "posters.pdf", sheets: 60, items: 60)])

        let keyring = try office.office.keyring().exported(purpose: .venue, verifyOnly: settings.sign == "ed25519")
        let gate = Gate(keyring: keyring)
        let template = try office.template(name)
        let codeBox = try #require(template.front.code?.box)
        let nameBox = try #require(template.front.texts.first { $0.pattern.source == "{venue}" }?.box)
        let pages = try PrintedPages(folder("out/posters.pdf"), dotsPerInch: 72, in: folder)
        #expect(pages.codes.count == 60)
        for (index, item) in manifest.items.enumerated() {
            #expect((item.page, item.position, item.row) == (index + 1, 1, index + 2))
            let found = pages.codes(page: item.page, in: codeBox)
            #expect(found.count == 1 && pages.codes[item.page - 1].count == 1, "page \(item.page)")
            let text = found.first?.text ?? ""
            #expect(text.hasPrefix(base.map { $0.description + "/v/" } ?? "MB1:"))
            let answer = try gate.answer(text, at: TestOffice.clock)
            #expect(answer.isValid && answer.serial == item.serial && answer.kind == "venue")
            #expect(pages.text(page: item.page, in: nameBox) == answer.name)
        }
    }
}
