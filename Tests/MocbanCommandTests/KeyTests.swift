import Files
import Foundation
import Mocban
import Payload
import TestSupport
import Testing
import Tables

@Suite("key")
struct KeyTests {
    private struct Row: Decodable, Equatable {
        let kid, purpose, algorithm, notBefore: String
        let unit: UInt64
        let epoch: Int
        let expires: String?
        let signs: Bool
    }

    private func rows(_ office: CommandOffice) throws -> [Row] {
        let answer = try office.mocban(["key", "list", "--json"])
        #expect(answer.status == 0 && answer.errors.isEmpty)
        return try JSONDecoder().decode([Row].self, from: Data(answer.output))
    }

    @Test("list shows every key, and no secret")
    func list() throws {
        let office = try CommandOffice()
        let rows = try rows(office)
        #expect(rows.map(\.purpose).sorted() == ["card", "ed25519", "root", "serial", "venue"])
        #expect(rows.allSatisfy { $0.unit == 19897 && $0.epoch == 1 })
        #expect(rows.filter(\.signs).map(\.purpose).sorted() == ["card", "ed25519", "venue"])
        #expect(rows.allSatisfy { ($0.expires != nil) == $0.signs })

        struct Keys: Decodable {
            struct Key: Decodable { let kid: String; let k, d: String? }
            let keys: [Key]
        }
        let keyring = try JSONDecoder().decode(Keys.self, from: try office.folder.data("office/keyring.jwks"))
        #expect(keyring.keys.map(\.kid) == rows.map(\.kid))
        let secrets = keyring.keys.flatMap { [$0.k, $0.d] }.compactMap(\.self)
        #expect(secrets.count == 5)
        for text in [try office.mocban(["key", "list"]).text, try office.mocban(["key", "list", "--json"]).text] {
            #expect(secrets.allSatisfy { !text.contains($0) })
            #expect(rows.allSatisfy { text.contains($0.kid) })
        }
    }

    @Test("new keys sign, old cards still verify, and a holder's serial stays")
    func new() throws {
        let office = try CommandOffice()
        let old = try office.text()
        #expect(try Program.mocban.run(office.cards()).status == 0)
        let serials = try office.manifestSerials()
        let first = try rows(office)

        let made = try office.mocban(["key", "new"])
        #expect(made.status == 0 && made.lines.count == 1)
        let all = try rows(office)
        #expect(Array(all.prefix(5)) == first && all.count == 10 && all.suffix(5).allSatisfy { $0.epoch == 2 })
        #expect(try office.folder.mode("office/keyring.jwks") == 0o600)

        #expect(try Program.mocban.run(office.cards("roster.csv", "--force-reprint")).status == 0)
        #expect(try office.manifestSerials() == serials)
        #expect(
            try office.folder.text("out/manifest.json").contains(
                "\"kid\":\"\(all.first { $0.epoch == 2 && $0.purpose == "card" }?.kid ?? "")\""))
        #expect(try office.mocban(["verify", old]).status == 0)
        #expect(try office.mocban(["verify", try office.text()]).status == 0)
        let image = try office.image(of: "out/phu-le.pdf", name: "new", dotsPerInch: 150)
        #expect(try office.mocban(["verify", "--image", image]).status == 0)
    }

    @Test("a retired key signs no more; what it signed stays valid")
    func retire() throws {
        let office = try CommandOffice()
        let old = try office.text()
        let kid = try #require(try rows(office).first { $0.purpose == "card" }?.kid)
        let retired = try office.mocban(["key", "retire", kid])
        #expect(retired.status == 0 && retired.lines.count == 1)
        #expect(try office.folder.mode("office/keyring.jwks") == 0o600)
        #expect(try rows(office).first { $0.kid == kid }?.signs == false)
        #expect(try office.mocban(["verify", old]).status == 0)
        let clock = TestRun.clock.adding(seconds: 3600).description
        let cards = try Program.mocban.run(office.cards("roster.csv", "--clock", clock))
        #expect(cards.status == 78 && cards.errors.contains("no hmac256 key signs a card"))
        #expect(try office.mocban(["key", "new"]).status == 0)
        #expect(try Program.mocban.run(office.cards("roster.csv", "--clock", clock)).status == 0)
    }

    @Test("root and serial keys cannot be retired", arguments: ["root", "serial"])
    func notRetirable(purpose: String) throws {
        let office = try CommandOffice()
        let kid = try #require(try rows(office).first { $0.purpose == purpose }?.kid)
        let before = try office.folder.data("office/keyring.jwks")
        let outcome = try office.mocban(["key", "retire", kid])
        #expect(outcome.status == 78 && outcome.errors.contains("cannot be retired"))
        #expect(try office.folder.data("office/keyring.jwks") == before)
    }

    @Test(
        "an export holds what a gate needs, and no more",
        arguments: [
            ([], ["card", "ed25519", "venue"]), (["--verify-only"], ["ed25519"]),
            (["--purpose", "card"], ["card", "card"]), (["--purpose", "venue", "--verify-only"], ["venue"]),
            (["--unit", "19867"], ["card", "ed25519", "venue"]),
        ])
    func export(arguments: [String], purposes: [String]) throws {
        let office = try CommandOffice()
        let shown = try office.mocban(["key", "export"] + arguments)
        #expect(shown.status == 0 && shown.errors.isEmpty)
        let keyring = try Keyring(jwkSet: shown.text)
        #expect(keyring.keys.map(\.purpose.rawValue).sorted() == purposes)
        #expect(keyring.keys.allSatisfy { $0.unit == (arguments.contains("--unit") ? 19867 : 19897) })
        let secrets = keyring.keys.count { $0.canSign }
        #expect(secrets == keyring.keys.count { $0.algorithm == .hmac256 }, "no private Ed25519 key leaves the office")

        let path = try office.exportedKeys(arguments)
        #expect(try office.folder.mode("gate.jwks") == 0o600)
        #expect(
            try String(contentsOfFile: path, encoding: .utf8) == shown.text.trimmingCharacters(in: .newlines) + "\n")
    }
}

@Suite("init and template")
struct InitAndTemplateTests {
    @Test("an office is its settings and a keyring that its owner alone can read")
    func office() throws {
        let folder = try TemporaryFolder()
        let made = try Program.mocban.run([
            "init", folder("a/office"), "--unit", "19897", "--name", "UBND \"xã\" Quảng Phú\\", "--hotline",
            "0234 3557 999",
            "--base-url", "https://tcs.example.vn/", "--parent", "UBND huyện: # Quảng Điền",
        ])
        #expect(made.status == 0 && made.errors.isEmpty && made.lines.count == 1)
        #expect(folder.names(in: "a/office") == ["keyring.jwks", "mocban.yaml", "register.head", "register.sqlite"])
        #expect(try folder.mode("a/office/keyring.jwks") == 0o600)
        let office = try Office(folder: folder("a/office"))
        #expect(office.configuration.name == "UBND \"xã\" Quảng Phú\\" && office.configuration.unit == 19897)
        #expect(office.configuration.parent == "UBND huyện: # Quảng Điền")
        #expect(office.configuration.hotline == "0234 3557 999")
        #expect(office.configuration.baseURL?.description == "https://tcs.example.vn")

        let keys = try folder.data("a/office/keyring.jwks")
        #expect(try Program.mocban.run(["init", folder("a/office"), "--unit", "1"]).status == 73)
        #expect(try folder.data("a/office/keyring.jwks") == keys)
    }

    @Test("the current folder is the office where none is named")
    func currentFolder() throws {
        let office = try CommandOffice()
        let mocban = Program.mocban.inFolder(office.path)
        #expect(try mocban.run(["key", "list"]).status == 0)
        let printed = try mocban.run(["cards", "../roster.csv", "--out", "prints", "--template", "plain"])
        #expect(printed.status == 0 && printed.lines == ["3 cards on 1 sheet in 1 PDF file: prints (run 1)"])
        #expect(office.folder.names(in: "office/prints") == ["manifest.json", "phu-le.pdf", "rejected.csv"])
    }

    @Test("a run answers in JSON, and with 1 where rows were rejected")
    func answers() throws {
        let office = try CommandOffice()
        try office.folder.write("roster.csv", CommandOffice.roster(12) + "H-9,Lê 4n,1985,,Phú Lễ\n")
        let printed = try Program.mocban.run(office.cards("roster.csv", "--json"))
        #expect(printed.status == 1 && printed.errors.isEmpty)
        let report = try #require(try JSONSerialization.jsonObject(with: Data(printed.output)) as? [String: Any])
        #expect(report["read"] as? Int == 13 && report["printed"] as? Int == 12 && report["rejected"] as? Int == 1)
        let files = try #require(report["files"] as? [[String: Any]])
        #expect(files.count == 1 && files[0]["file"] as? String == "phu-le.pdf" && files[0]["sheets"] as? Int == 2)
        let words = try Program.mocban.run(office.cards())
        #expect(
            words.lines.last == "1 row of 13 rejected; \(office.folder("out"))/rejected.csv says why")
    }

    @Test("templates are listed: Mocban's and the office's own")
    func list() throws {
        let office = try CommandOffice()
        let listed = try office.mocban(["template", "list", "--json"])
        let rows = try #require(try JSONSerialization.jsonObject(with: Data(listed.output)) as? [[String: Any]])
        let names = rows.compactMap { $0["name"] as? String }
        #expect(Set(names).isSuperset(of: ["commune", "plain", "sign"]) && names == names.sorted())
        let plain = try #require(rows.first { $0["name"] as? String == "plain" })
        #expect(plain["kind"] as? String == "card" && plain["width"] as? Double == 85.6)
        #expect(try office.mocban(["template", "list"]).lines.count == rows.count)
    }

    @Test("Mocban's own templates have no fault")
    func own() throws {
        let office = try CommandOffice()
        let library = TemplateLibrary(resources: Resources(folder: repositoryRoot))
        #expect(!library.names.isEmpty)
        for name in library.names {
            let checked = try office.mocban(["template", "check", name])
            #expect(checked.status == 0 && checked.text == "\(name): all well\n", "\(checked.text)")
        }
    }

    @Test(
        "a template's faults are said, each of them",
        arguments: [
            ("at: [4, 4, 46, 12]", "at: [1, 4, 46, 12]", "{name}: leaves the safe area"),
            (
                "fit: [condense, wrap: 2, shrink: 6]", "fit: []",
                "longest data: {name}: 'Công Tằng Tôn Nữ Thị Quỳnh Hương' does not fit its box"
            ),
            (
                "[52, 12, 30]", "[52, 12, 20]",
                "longest data, signed with HMAC: the code does not fit 20.0 mm at modules of 0.4 mm"
            ),
            ("[52, 12, 30]", "[55, 12, 30]", "the code leaves the safe area"),
            (
                "weight: bold,", "weight: bold, colour: \"#767676\",",
                "{name}: its contrast is 4.5, at least 7 is needed"
            ),
            ("font: Roboto,", "font: DejaVu Sans,", "no font 'DejaVu Sans' of weight bold"),
            (
                "{ text: \"{name}\"", "{ text: 漢, at: [4, 4, 46, 12], style: name }\n  - { text: \"{name}\"",
                "漢: '漢' has '漢' (U+6F22), which Roboto lacks"
            ),
        ])
    func check(old: String, new: String, message: String) throws {
        let office = try CommandOffice()
        let text = CommandOffice.template.replacing(old, with: new)
        #expect(text != CommandOffice.template)
        try office.folder.write("office/templates/plain.yaml", text)
        let checked = try office.mocban(["template", "check", "plain"])
        #expect(checked.status == 1 && checked.errors.isEmpty)
        #expect(checked.lines.contains { $0.hasPrefix("plain: " + message) }, "\(checked.text)")
        let json = try office.mocban(["template", "check", "plain", "--json"])
        let faults = try JSONDecoder().decode([String].self, from: Data(json.output))
        #expect(json.status == 1 && faults.contains { $0.hasPrefix(message) })
    }

    @Test("a preview is a picture of three samples, and replaces an older one")
    func preview() throws {
        let office = try CommandOffice()
        let path = office.folder("x.png")
        for _ in 0..<2 {
            let shown = try office.mocban(["template", "preview", "plain"], "--out", path, "--dpi", "127")
            #expect(shown.status == 0 && shown.output.isEmpty, "\(shown.errors)")
        }
        #expect(office.folder.names().filter { $0.hasPrefix("x.") } == ["x.png"])
        let header = [UInt8](try office.folder.data("x.png").prefix(24))
        #expect(header.starts(with: [0x89, 0x50, 0x4E, 0x47]))
        // Three cards and four gaps of 4 mm across, at five pixels a millimetre.
        #expect(header[16..<20].reduce(0) { $0 << 8 | Int($1) } == 1364)
    }
}
