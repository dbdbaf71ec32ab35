import Files
import Foundation
import Layout
import Mocban
import Payload
import Roster
import RosterValues
import TestSupport
import Testing

@Suite("Printed cards")
struct CardSheetTests {
    /// Mocban's own card templates, and the tests'.
    private static let templates = (try? cardTemplates()) ?? []

    private static func cardTemplates() throws -> [String] {
        let library = TemplateLibrary(resources: Resources(folder: repositoryRoot))
        let own = try library.names.filter { name in
            let template = try library.template(name)
            return template.kind == .card && template.size == .id1
        }
        return own + ["plain-card"]
    }

    @Test("the roster holds what it is meant to")
    func roster() {
        let names = AwkwardPeople.composedNames
        #expect(names.count == 67 && Set(names).count == 67)
        let letters = Set(names.joined().map(\.self))
        #expect(Set(AwkwardPeople.letters).count == 134)
        #expect(AwkwardPeople.letters.allSatisfy(letters.contains))
        #expect(names.contains { $0.count == 31 })
        #expect(!Self.templates.isEmpty)
    }

    /// What a commune does: make an office, print, and hand the keys to a gate.
    @Test(
        "every code verifies, at its place, and every name can be copied letter for letter", arguments: templates,
        ["hmac", "ed25519"])
    func everyCard(template name: String, sign: String) throws {
        let folder = try TemporaryFolder()
        let mocban = Program.mocban
        let made = try mocban.run(["init", folder("office"), "--unit", "19897", "--name", "UBND xã Quảng Phú"])
        try #require(made.status == 0, "\(made.errors)")
        let office = try TestOffice(madeIn: folder)
        let roster = try folder.write("roster.csv", AwkwardPeople.roster)
        let template = try office.template(name)
        let photos = template.hasPortrait ? ["--photos", try photos(rows: 2...68, in: folder)] : []
        let printed = try mocban.run(
            [
                "cards", roster, "--office", office.path, "--out", folder("out"), "--template", name, "--sign", sign,
                "--group-by", "hamlet", "--json", "--duplex", template.back == nil ? "none" : "long-edge",
            ] + photos)
        #expect(printed.status == 0 && printed.errors.isEmpty, "\(printed.errors)")
        let export = ["key", "export", "--office", office.path, "--purpose", "card", "--out", folder("gate.jwks")]
        let exported = try mocban.run(export + (sign == "ed25519" ? ["--verify-only"] : []))
        try #require(exported.status == 0, "\(exported.errors)")

        let manifest = try ManifestFile(office)
        #expect(manifest.read == 67 && manifest.printed == 67 && manifest.rejected == 0)
        #expect(manifest.items.count == 67 && Set(manifest.items.map(\.serial)).count == 67)
        #expect(manifest.files.map(\.items).reduce(0, +) == 67 && manifest.files.count == 3)
        let verifier = Verifier(keyring: try Keyring(file: folder("gate.jwks")))
        let today = try #require(CalendarDate(year: 2030, month: 1, day: 1))
        let people = try people(roster, today: today)
        let codeBox = try #require(template.front.code?.box)
        let nameBox = try #require(template.front.texts.first { $0.pattern.source == "{name}" }?.box)

        for file in manifest.files {
            let pages = try PrintedPages(folder("out/" + file.file), dotsPerInch: 300, in: folder)
            // With a back, sheet n is the pages 2n - 1 and 2n.
            let sides = template.sides.count
            #expect(pages.codes.count == file.sheets * sides)
            let codes = template.sides.count { $0.code != nil }
            #expect(pages.codes.map(\.count).reduce(0, +) == file.items * codes)
            for item in manifest.items where item.file == file.file {
                let origin = SheetProfile.a4TwoByFive.origin(at: item.position - 1)
                let person = try #require(people[item.row])
                let front = (item.page - 1) * sides + 1
                let found = pages.codes(page: front, in: codeBox.moved(to: origin))
                #expect(found.count == 1, "row \(item.row) at \(item.file) \(item.page).\(item.position)")
                let verification = try verifier.verify(found.first?.text ?? "", at: TestRun.clock)
                #expect(verification.verdict == .valid)
                #expect(verification.claims?.serial.description == item.serial)
                #expect(verification.claims?.name.map { Array($0.utf8) } == Array(person.name.utf8))
                #expect(verification.claims?.unit == 19897)
                let text = pages.text(page: front, in: nameBox.moved(to: origin))
                #expect(Array(text.utf8) == Array(person.name.utf8), "'\(text)' is not '\(person.name)'")
            }
        }
        #expect(manifest.items.compactMap { people[$0.row]?.name }.sorted() == AwkwardPeople.composedNames.sorted())
    }

    /// A folder with the same photograph for every row.
    private func photos(rows: ClosedRange<Int>, in folder: TemporaryFolder) throws -> String {
        let url = try #require(
            Bundle.module.url(forResource: "portrait", withExtension: "jpg", subdirectory: "Resources"))
        let photo = try Data(contentsOf: url)
        for row in rows { try folder.write("photos/\(row).jpg", photo) }
        return folder("photos")
    }

    @Test("the values of every row are printed on its own card")
    func values() async throws {
        let office = try TestOffice()
        try await office.print(.card, AwkwardPeople.roster, template: "plain-card", grouping: .none)
        let manifest = try ManifestFile(office)
        let path = try office.folder.write("r.csv", AwkwardPeople.roster)
        let people = try people(path, today: try #require(CalendarDate(year: 2026, month: 11, day: 24)))
        let pages = try PrintedPages(office.folder("out/cards.pdf"), dotsPerInch: 30, in: office.folder)
        for item in manifest.items {
            let origin = SheetProfile.a4TwoByFive.origin(at: item.position - 1)
            let person = try #require(people[item.row])
            func line(_ y: Double) -> String {
                pages.text(page: item.page, in: Rectangle.mm(4, y, 46, 4).moved(to: origin))
            }
            let sex = person.sex.map { $0 == .male ? " · Nam" : " · Nữ" } ?? ""
            #expect(line(18) == person.birth.description + sex)
            #expect(line(24) == person.household + (person.relation.map { " · " + $0 } ?? ""))
            #expect(line(30) == person.hamlet + ", Quảng Phú")
            #expect(line(36) == item.serial)
        }
    }

    @Test(
        "the payload carries as much of the name as the office says, the card all of it",
        arguments: [(NameForm.full, "Tôn Nữ Hồng Ẩn"), (.masked, "T. N. H. Ẩn"), (.none, nil)] as [(NameForm, String?)])
    func nameForms(form: NameForm, name: String?) async throws {
        let office = try TestOffice { $0.nameForm = form }
        let roster = "household,full_name,date_of_birth,hamlet\nH-1,Tôn Nữ Hồng Ẩn,1985,Phú Lễ\n"
        try await office.print(.card, roster, template: "plain-card", grouping: .none)
        let pages = try PrintedPages(office.folder("out/cards.pdf"), dotsPerInch: 300, in: office.folder)
        let answer = try Gate(keyring: try office.office.keyring()).answer(
            try #require(pages.codes.first?.first?.text), at: TestOffice.clock)
        let claims = try #require(answer.verification.claims)
        guard case .card(let card) = claims else {
            Issue.record("\(claims)")
            return
        }
        #expect(answer.isValid && card.name == name && card.birthYear == 1985)
        let origin = SheetProfile.a4TwoByFive.origin(at: 0)
        #expect(pages.text(page: 1, in: Rectangle.mm(4, 4, 46, 12).moved(to: origin)) == "Tôn Nữ Hồng Ẩn")
    }
}
