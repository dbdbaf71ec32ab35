import Files
import Foundation
import TestSupport
import Testing

/// A command that must fail, and how.
struct FaultyRun: CustomTestStringConvertible, Sendable {
    let what: String
    let status: Int32
    let message: String
    /// Spoils something, and gives the arguments.
    let arguments: @Sendable (CommandOffice) throws -> [String]
    var testDescription: String { what }

    init(
        _ what: String, _ status: Int32, _ message: String,
        _ arguments: @escaping @Sendable (CommandOffice) throws -> [String]
    ) {
        (self.what, self.status, self.message, self.arguments) = (what, status, message, arguments)
    }

    /// A run over a roster of this text.
    static func roster(_ what: String, _ status: Int32, _ message: String, _ text: String) -> FaultyRun {
        FaultyRun(what, status, message) { office in
            try office.folder.write("roster.csv", text)
            return office.cards()
        }
    }

    /// A run with a template of this text.
    static func template(_ what: String, _ message: String, _ old: String, _ new: String) -> FaultyRun {
        FaultyRun(what, 78, message) { office in
            let text = CommandOffice.template.replacing(old, with: new)
            #expect(text != CommandOffice.template)
            try office.folder.write("office/templates/plain.yaml", text)
            return office.cards()
        }
    }
}

@Suite("Faults")
struct FaultTests {
    private static let header = "household,full_name,date_of_birth,hamlet\n"

    private static let faults: [FaultyRun] = [
        FaultyRun("missing roster", 66, "none.csv: there is no such file") { $0.cards("none.csv") },
        .roster("empty roster", 65, "roster.csv: the file is empty", ""),
        .roster("workbook", 65, "is cut off", "PK\u{3}\u{4}\u{14}\0\u{6}\0\u{8}\0\0\0"),
        .roster(
            "binary", 65, "this is not a text file", "\u{7F}ELF\u{2}\u{1}\u{1}\0\0\0\0\0\0\0\0\0\u{3}\0>\0\u{1}\0\0\0"),
        .roster("no header", 65, "row 1: no known column name", "1,2,3\n4,5,6\n"),
        .roster("missing column", 65, "the header lacks “hamlet”", "household,full_name,date_of_birth\nH-1,A,1985\n"),
        .roster(
            "doubled column", 65, "are both read as full_name", "household,full_name,họ tên,date_of_birth,hamlet\n"),
        FaultyRun("roster in UTF-32", 65, "this is text in UTF-32") { office in
            try office.folder.write("roster.csv", [0xFF, 0xFE, 0, 0] + header.utf8.flatMap { [$0, 0, 0, 0] })
            return office.cards()
        },
        FaultyRun("roster that is a folder", 65, "cannot be read") { office in
            try office.folder.write("folder/file", "")
            return office.cards("folder")
        },
        FaultyRun("venues without address", 65, "the header lacks “address”") { office in
            try office.folder.write("venues.csv", "name,type\nA,Y tế\n")
            return [
                "posters", office.folder("venues.csv"), "--office", office.path, "--out", office.folder("out"),
                "--template", "sign",
            ]
        },
        FaultyRun("missing office", 78, "is not an office: it has no mocban.yaml") { office in
            ["cards", office.folder("roster.csv"), "--office", office.folder.path, "--out", office.folder("out")]
        },
        FaultyRun("settings with an unknown name", 78, "mocban.yaml:2:1: 'unti' is not known here") { office in
            try office.folder.write("office/mocban.yaml", "name: A\nunti: 1\n")
            return office.cards()
        },
        FaultyRun("settings with a wrong unit", 78, "mocban.yaml:2:7: expected a whole number") { office in
            try office.folder.write("office/mocban.yaml", "name: A\nunit: -1\n")
            return office.cards()
        },
        FaultyRun("settings that are not YAML", 78, "mocban.yaml:2:1: not YAML") { office in
            try office.folder.write("office/mocban.yaml", "name: [A\n")
            return office.cards()
        },
        FaultyRun("keyring that others can read", 78, "(mode 644): run `chmod 600") { office in
            try FileManager.default.setAttributes(
                [.posixPermissions: NSNumber(value: 0o644)], ofItemAtPath: office.path + "/keyring.jwks")
            return office.cards()
        },
        FaultyRun("keyring that is damaged", 78, "the keyring is not a JWK Set") { office in
            let text = try office.folder.text("office/keyring.jwks")
            try office.rewriteKeyring(String(text.dropLast(20)))
            return office.cards()
        },
        FaultyRun("keyring with a changed key", 78, "keyring.jwks cannot be read: keys[") { office in
            let text = try office.folder.text("office/keyring.jwks")
            try office.rewriteKeyring(text.replacing("\"card\"", with: "\"cart\""))
            return office.cards()
        },
        FaultyRun(
            "settings of another unit than the keys", 78, "names the unit 19867, but the keys are for the unit 19897"
        ) {
            office in
            let text = try office.folder.text("office/mocban.yaml")
            try office.folder.write("office/mocban.yaml", text.replacing("unit: 19897", with: "unit: 19867"))
            return office.cards()
        },
        FaultyRun("keys without settings", 78, "has keys but no mocban.yaml") { office in
            try FileManager.default.removeItem(atPath: office.path + "/mocban.yaml")
            return office.cards()
        },
        FaultyRun("settings without a name", 78, "mocban.yaml:2:7: the office needs a name") { office in
            try office.folder.write("office/mocban.yaml", "unit: 1\nname: \"\"\n")
            return office.cards()
        },
        FaultyRun("font file of the office that is none", 78, "x.ttf cannot be read as a font") { office in
            try office.folder.write("office/fonts/x.ttf", "no font")
            return office.cards()
        },
        FaultyRun("export over an office's own keyring", 73, "is an office's own keyring and is not written over") {
            office in
            ["key", "export", "--office", office.path, "--out", office.path + "/keyring.jwks"]
        },
        FaultyRun("missing keyring", 78, "keyring.jwks cannot be read: No such file") { office in
            try FileManager.default.removeItem(atPath: office.path + "/keyring.jwks")
            return office.cards()
        },
        FaultyRun("clock before the keys", 78, "no hmac256 key signs a card at 2020-01-01T00:00:00Z") { office in
            office.cards("roster.csv", "--clock", "2020-01-01")
        },
        FaultyRun("unknown template", 78, "there is no template 'plane'") { office in
            office.cards("roster.csv", "--template", "plane")
        },
        FaultyRun("template file that is missing", 66, "none.yaml cannot be read: there is no such file") { office in
            office.cards("roster.csv", "--template", office.folder("none.yaml"))
        },
        FaultyRun("poster for a card", 78, "the template 'sign' is not for a card") { office in
            office.cards("roster.csv", "--template", "sign")
        },
        .template("template with a misspelt name", "plain.yaml:4:1: 'stiles' is not known", "styles:", "stiles:"),
        .template("template with an unknown field", "plain.yaml:7:13: there is no field {nam}", "{name}", "{nam}"),
        .template(
            "template of another size", "is not 85.6 × 53.98 mm, the size that the sheet profile 'a4-2x5'", "85.60",
            "90"),
        .template("missing font", "no font 'DejaVu Sans' of weight bold", "font: Roboto,", "font: DejaVu Sans,"),
        .template(
            "missing picture", "none.png: there is no such file", "  - { code:",
            "  - { picture: none.png, at: [4, 20, 10, 10] }\n  - { code:"),
        FaultyRun("output that is a file", 73, "out cannot be written: ") { office in
            try office.folder.write("out", "mine")
            return office.cards()
        },
        FaultyRun("output inside a file", 73, "roster.csv/out cannot be written: ") { office in
            ["cards", office.folder("roster.csv"), "--office", office.path, "--template", "plain"]
                + ["--out", office.folder("roster.csv/out")]
        },
        FaultyRun("office whose lock cannot be made", 73, "a command that changes an office takes hold of that file") {
            office in
            try office.folder.write("office/register.lock/file", "")
            return office.cards()
        },
        FaultyRun("office that is there already", 73, "is an office already") { ["init", $0.path] },
        FaultyRun("office inside a file", 73, "cannot be written") { ["init", $0.folder("roster.csv/office")] },
        FaultyRun("keys for a gate that are missing", 78, "none.jwks cannot be read: there is no such file") { office in
            ["verify", "MB1:1", "--keys", office.folder("none.jwks")]
        },
        FaultyRun("picture without a code", 1, "no QR code was found") { office in
            _ = try office.mocban(["template", "preview", "plain"], "--out", office.folder("x.png"), "--dpi", "20")
            return ["verify", "--office", office.path, "--image", office.folder("x.png")]
        },
        FaultyRun("picture that is none", 65, "it is neither a PNG nor a JPEG picture") { office in
            ["verify", "--office", office.path, "--image", office.folder("roster.csv")]
        },
        FaultyRun("picture that is missing", 66, "none.png cannot be read") { office in
            ["verify", "--office", office.path, "--image", office.folder("none.png")]
        },
        FaultyRun("text that is no card's", 65, "it begins neither with MB1: nor with http") { _ in
            ["inspect", "CCCD|046"]
        },
        FaultyRun("key that is unknown", 78, "the keyring has no key AAAAAA") { office in
            ["key", "retire", "AAAAAA", "--office", office.path]
        },
        FaultyRun("keys of nobody", 78, "the keyring has no key for that unit") { office in
            try office.rewriteKeyring("{\"keys\": []}")
            return ["key", "export", "--office", office.path]
        },
    ]

    @Test("end with their status and one line, and leave nothing behind", arguments: faults)
    func fault(_ faulty: FaultyRun) throws {
        let office = try CommandOffice()
        let arguments = try faulty.arguments(office)
        let outcome = try Program.mocban.run(arguments)
        #expect(outcome.status == faulty.status)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("mocban: ") && outcome.errors.contains(faulty.message), "\(outcome.errors)")
        #expect(outcome.errors.hasSuffix("\n") && outcome.errors.count { $0 == "\n" } == 1)
        #expect(office.folder.names(in: "out").isEmpty)
    }

    @Test("without Mocban's own files nothing is printed")
    func resources() throws {
        let office = try CommandOffice()
        let outcome = try Program.mocban.with("MOCBAN_RESOURCES=" + office.folder.path).run(office.cards())
        #expect(outcome.status == 78 && outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("mocban: the folder of templates and fonts was not found"))
        let there = try Program.mocban.with("MOCBAN_RESOURCES=" + repositoryRoot).run(office.cards())
        #expect(there.status == 0)
    }

    @Test(
        "wrong usage ends with 64 and says what is wrong",
        arguments: [
            (["cards"], "Missing expected argument '--out <DIR>'"),
            (["cards", "--out", "o"], "Missing expected argument '<roster>'"),
            (["cards", "r.csv"], "Missing expected argument '--out <DIR>'"),
            (["cards", "r.csv", "--out", "o", "--jobs", "0"], "--jobs is 1 to 256"),
            (["cards", "r.csv", "--out", "o", "--jobs", "two"], "The value 'two' is invalid"),
            (["cards", "r.csv", "--out", "o", "--group-by", "street"], "The value 'street' is invalid"),
            (["cards", "r.csv", "--out", "o", "--sign", "rsa"], "The value 'rsa' is invalid"),
            (["cards", "r.csv", "--out", "o", "--clock", "24/11/2026"], "The value '24/11/2026' is invalid"),
            (["cards", "r.csv", "--out", "o", "--nonsense"], "Unknown option '--nonsense'"),
            (["cards", "r.csv", "s.csv", "--out", "o"], "Unexpected argument 's.csv'"),
            (["posters", "v.csv", "--out", "o", "--group-by", "none"], "Unknown option '--group-by'"),
            (["print"], "Unknown command 'print'. Did you mean 'reprint'?"),
            (["init"], "Missing expected argument '<DIR>'"),
            (["init", "o", "--unit", "-1"], "Missing value for '--unit <CODE>'"),
            (["init", "o", "--unit", "99999999999999999999"], "is invalid"),
            (["init", "o", "--name", ""], "--name is empty"),
            (["init", "o", "--base-url", "ftp://x"], "The value 'ftp://x' is invalid"),
            (["verify"], "Give a text, - or --image FILE."),
            (["verify", "-", "MB1:1"], "- stands alone"),
            (["verify", "MB1:1", "--at", "now"], "The value 'now' is invalid"),
            (["inspect"], "Missing expected argument"),
            (["key", "retire", "no"], "'no' is not a key's ID"),
            (["key", "export", "--purpose", "ed25519"], "The value 'ed25519' is invalid"),
            (["template", "preview", "x", "--out", "x.png", "--dpi", "10"], "--dpi is 20 to 1200"),
        ])
    func usage(arguments: [String], message: String) throws {
        let folder = try TemporaryFolder()
        let outcome = try Program.mocban.inFolder(folder.path).run(arguments)
        #expect(outcome.status == 64)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("Error: ") && outcome.errors.contains(message), "\(outcome.errors)")
        #expect(folder.names().isEmpty)
    }
}

@Suite("A full disk")
struct FullDiskTests {
    private func isFull(_ outcome: Program.Outcome) -> Bool {
        outcome.status == 73 && outcome.output.isEmpty && outcome.errors.hasPrefix("mocban: ")
            && outcome.errors.contains("cannot be written: ") && outcome.errors.count { $0 == "\n" } == 1
    }

    @Test("stops a run, and leaves the run before as it was", arguments: [0, 1, 2, 4, 8], [1, 4])
    func cards(blocks: Int, jobs: Int) throws {
        let office = try CommandOffice()
        let arguments = office.cards("roster.csv", "--jobs", "\(jobs)", "--group-by", "household")
        try office.folder.write("roster.csv", CommandOffice.roster(60))
        let first = try Program.mocban.filesLimited(toBlocks: blocks).run(arguments)
        #expect(isFull(first), "\(first.status) \(first.errors)")
        #expect(office.folder.names(in: "out").isEmpty)

        try office.folder.write("roster.csv", CommandOffice.roster(4))
        #expect(try Program.mocban.run(arguments).status == 0)
        let before = try office.folder.contents(of: "out")
        #expect(before.count == 3)
        try office.folder.write("roster.csv", CommandOffice.roster(60))
        #expect(isFull(try Program.mocban.filesLimited(toBlocks: blocks).run(arguments)))
        #expect(try office.folder.contents(of: "out") == before)
    }

    @Test("leaves no half an office")
    func makingAnOffice() throws {
        let folder = try TemporaryFolder()
        let outcome = try Program.mocban.filesLimited(toBlocks: 0).run(["init", folder("office")])
        #expect(isFull(outcome), "\(outcome.errors)")
        #expect(folder.names(in: "office").isEmpty)
        #expect(try Program.mocban.run(["init", folder("office"), "--unit", "1"]).status == 0)
    }

    @Test(
        "leaves the old keyring, and no half a picture or export",
        arguments: [
            ["key", "new"], ["key", "export", "--out", "FOLDER/gate.jwks"],
            ["template", "preview", "plain", "--out", "FOLDER/x.png"],
        ])
    func otherFiles(arguments: [String]) throws {
        let office = try CommandOffice()
        let before = try office.folder.contents(of: "office")
        let command = arguments.map { $0.replacing("FOLDER", with: office.folder.path) } + ["--office", office.path]
        let outcome = try Program.mocban.filesLimited(toBlocks: 0).run(command)
        #expect(isFull(outcome), "\(outcome.errors)")
        // The lock's file stays, empty, and so do SQLite's own beside the register.
        let after = try office.folder.contents(of: "office").filter { !$0.value.isEmpty }
        #expect(after == before)
        #expect(office.folder.names() == ["office", "roster.csv", "venues.csv"])
        #expect(try Program.mocban.run(command).status == 0)
    }
}

@Suite("An installed program")
struct InstalledTests {
    @Test("finds its templates and fonts under share/mocban beside its bin")
    func share() throws {
        let folder = try TemporaryFolder()
        let office = try CommandOffice()
        let manager = FileManager.default
        for name in ["bin", "share/mocban/fonts"] {
            try manager.createDirectory(atPath: folder(name), withIntermediateDirectories: true)
        }
        // By another process: a program cannot start while a test beside still holds its file open for writing.
        let copied = try Program(path: "/bin/cp").run([Program.mocban.path, folder("bin/mocban")])
        try #require(copied.status == 0, "\(copied.errors)")
        let mocban = Program(path: folder("bin/mocban")).inEnglish
        let without = try mocban.run(office.cards())
        #expect(without.status == 78 && without.errors.contains("MOCBAN_RESOURCES"))
        #expect(office.folder.names(in: "out").isEmpty)

        try manager.copyItem(
            atPath: repositoryRoot + "/fonts/fonts.yaml", toPath: folder("share/mocban/fonts/fonts.yaml"))
        try manager.copyItem(atPath: repositoryRoot + "/templates", toPath: folder("share/mocban/templates"))
        let installed = try mocban.run(office.cards())
        #expect(installed.status == 0, "\(installed.errors)")
    }
}
