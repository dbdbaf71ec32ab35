import Files
import Foundation
import Glibc
import TestSupport
import Testing

@Suite("Checking by command")
struct RosterCommandTests {
    private let folder: TemporaryFolder
    private static let header = "household,full_name,date_of_birth,hamlet\n"

    init() throws { folder = try TemporaryFolder() }

    private func check(_ files: [String], _ more: String...) throws -> Program.Outcome {
        try Program.mocban.inFolder(folder.path).run(["roster", "check"] + files + ["--today", "2026-11-24"] + more)
    }

    @Test("a roster that is ready ends with 0, notes and totals do no harm")
    func ready() throws {
        try folder.write("roster.csv", "UBND XÃ,,,\n" + Self.header + "H-1,Lê Văn An,1990,Phú Lễ\n,Tổng cộng: 1,,\n")
        let outcome = try check(["roster.csv"])
        #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
        #expect(outcome.text.contains("2 rows\n  1  ready to print\n"))
        #expect(outcome.text.contains("1  not people: notes, totals, repeated headers\n"))
        #expect(outcome.text.hasSuffix("All well.\n"))
    }

    @Test("a roster without rows is not called well, and all sheets of a workbook are read")
    func unread() throws {
        try folder.write("roster.csv", Self.header)
        let empty = try check(["roster.csv"])
        #expect(
            empty.status == 0
                && empty.text.hasSuffix("There are no rows: is this the right file, and the right sheet?\n"))
        let workbook = try #require(
            Bundle.module.url(forResource: "sheets", withExtension: "xlsx", subdirectory: "Resources"))
        let outcome = try check([workbook.path])
        #expect(outcome.status == 0 && outcome.text.hasSuffix("All well.\n"))
        #expect(outcome.text.contains("sheets have such columns and are read in order:"), "\(outcome.text)")
        #expect(outcome.text.contains("sheet “Hạ Lang”"))
        let office = try CommandOffice()
        try FileManager.default.copyItem(atPath: workbook.path, toPath: office.folder("sheets.xlsx"))
        let cards = try Program.mocban.run(office.cards("sheets.xlsx"))
        #expect(cards.status == 0 && !cards.errors.contains("NOT read"), "\(cards.errors)")
        let all = try office.manifestSerials().count
        let said = try Program.mocban.run(office.cards("sheets.xlsx", "--sheet", "Hạ Lang", "--force-reprint"))
        #expect(said.status == 0, "\(said.errors)")
        #expect(try office.manifestSerials().count < all)
    }

    @Test("a roster that is not ends with 1, and the summary says what to do")
    func faulty() throws {
        try folder.write("roster.csv", Self.header + "H-1,Lê Văn An,1990,Phú Lễ\n,,31/02/1990,Phú Lễ\n")
        let outcome = try check(["roster.csv"])
        #expect(outcome.status == 1 && outcome.errors.isEmpty)
        for part in [
            "1  ready to print", "1  refused", "missing-value", "row 3, full_name", "--clean OUT.csv",
            "--report OUT.html",
        ] {
            #expect(outcome.text.contains(part), "\(part)")
        }
        #expect(outcome.text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }

    @Test("JSON, page and copy agree with the summary")
    func lists() throws {
        try folder.write("roster.csv", Self.header + "H-1,Lê Văn An,1990,Phú Lễ\n,,1990,Phú Lễ\n,Tổng cộng: 1,,\n")
        let outcome = try check(["roster.csv"], "--json", "--report", "page.html", "--clean", "clean.csv")
        #expect(outcome.status == 1)
        let answer = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output)) as? [String: Any])
        #expect(answer["rows"] as? Int == 3 && answer["ready"] as? Int == 1 && answer["refused"] as? Int == 1)
        #expect(answer["warnings"] as? Int == 0 && answer["passedOver"] as? Int == 1)
        let problems = try #require(answer["problems"] as? [[String: Any]])
        #expect(problems.compactMap { $0["code"] as? String } == ["household-carried", "missing-value", "total-row"])
        #expect(problems[0]["file"] as? String == "roster.csv" && problems[0]["row"] as? Int == 3)
        #expect(problems[0]["proposal"] as? String == "H-1" && problems[0]["certain"] as? Bool == true)
        #expect(try folder.text("page.html").components(separatedBy: "<tr data-row=").count == 3)
        #expect(
            try folder.text("clean.csv")
                == "\u{FEFF}household,full_name,date_of_birth,hamlet\r\nH-1,Lê Văn An,1990,Phú Lễ\r\nH-1,,1990,Phú Lễ\r\n"
        )
        #expect(folder.names() == ["clean.changes.csv", "clean.csv", "page.html", "roster.csv"])
    }

    @Test("nothing is converted that can be read as it is, a pipe among it")
    func convert() throws {
        let text = Self.header + "H-1,Lê Văn An,1990,Phú Lễ\n"
        try folder.write("roster.csv", text)
        #expect(try check(["roster.csv"], "--convert").status == 0)
        let piped = try Program.mocban.run(["roster", "check", "/dev/stdin", "--convert"], input: text)
        #expect(piped.status == 0 && piped.text.contains("1  ready to print"), "\(piped.errors)")
        try folder.write(
            "roster.csv", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600))
        let damaged = try check(["roster.csv"], "--convert")
        #expect(damaged.status == 65 && damaged.errors.contains("roster.csv"), "\(damaged.errors)")
    }

    @Test("a pipe can be checked, and says so where it must be read twice")
    func pipe() throws {
        let roster = Self.header + "H-1,Lê Văn An,1990,Phú Lễ\n"
        let arguments = ["roster", "check", "/dev/stdin"]
        let outcome = try Program.mocban.inFolder(folder.path).run(arguments, input: roster)
        #expect(outcome.status == 0 && outcome.text.contains("1  ready to print"), "\(outcome.errors)")
        for list in [["--json"], ["--report", "page.html"], ["--clean", "clean.csv"]] {
            let outcome = try Program.mocban.inFolder(folder.path).run(arguments + list, input: roster)
            #expect(outcome.status == 65)
            // As JSON the error is an answer too.
            #expect(
                list == ["--json"] ? outcome.text.hasPrefix("{\"error\"") : outcome.output.isEmpty, "\(outcome.text)")
            #expect(outcome.errors.contains("can be read only once"))
        }
        #expect(folder.names().isEmpty)
    }

    @Test("places of the office's settings are known, and none is needed")
    func office() throws {
        let office = try CommandOffice()
        let settings = try office.folder.text("office/mocban.yaml")
        try office.folder.write("office/mocban.yaml", settings + "x: 1\n")
        let roster = office.folder("roster.csv")
        let faulty = try Program.mocban.run(["roster", "check", roster, "--office", office.path])
        #expect(faulty.status == 78 && faulty.errors.contains("'x' is not known here"))
        let elsewhere = try Program.mocban.run(["roster", "check", roster, "--office", office.folder.path])
        #expect(elsewhere.status == 78 && elsewhere.errors.contains("is not an office"))
        #expect(try Program.mocban.inFolder(folder.path).run(["roster", "check", roster]).status != 78)
    }

    private static let faults: [(String, Int32, String, [String])] = [
        ("no file", 66, "none.csv: there is no such file", ["none.csv"]),
        ("no second file", 66, "none.csv: there is no such file", ["roster.csv", "none.csv"]),
        ("neither kind", 65, "no known column name", ["other.csv"]),
        ("a second file of another kind", 65, "the header lacks", ["roster.csv", "venues.csv"]),
        (
            "no list of changes", 66, "none.csv: there is no such file",
            ["roster.csv", "--clean", "c.csv", "--approve", "none.csv"]
        ),
        (
            "a list of changes that is none", 65, "the column “file” is missing",
            ["roster.csv", "--clean", "c.csv", "--approve", "venues.csv"]
        ),
        (
            "a copy over the roster", 73, "would be written over while it is read",
            ["roster.csv", "--clean", "roster.csv"]
        ),
        ("a copy over the roster by a link", 73, "is the same file as", ["roster.csv", "--clean", "link.csv"]),
        (
            "a page over the roster", 73, "would be written over while it is read",
            ["roster.csv", "--report", "roster.csv"]
        ),
        ("a copy in no folder", 73, "none/c.csv cannot be written", ["roster.csv", "--clean", "none/c.csv"]),
        ("a page that is a folder", 73, "cannot be written", ["roster.csv", "--report", "."]),
        ("a page on a device", 73, "it is there already, and no file", ["roster.csv", "--report", "/dev/null"]),
    ]

    @Test("faults end with their status and one line, and leave nothing behind", arguments: faults)
    func fault(what: String, status: Int32, message: String, arguments: [String]) throws {
        try folder.write("roster.csv", Self.header + ",Lê Văn An,1990,Phú Lễ\n")
        try folder.write("venues.csv", "name,type,address\nA,Y tế,B\n")
        try folder.write("other.csv", "1,2,3\n")
        try FileManager.default.createSymbolicLink(
            atPath: folder("link.csv"), withDestinationPath: folder("roster.csv"))
        let before = try folder.contents(of: ".")
        let outcome = try check(arguments)
        #expect(outcome.status == status && outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("mocban: ") && outcome.errors.contains(message), "\(outcome.errors)")
        #expect(outcome.errors.hasSuffix("\n") && outcome.errors.count { $0 == "\n" } == 1)
        #expect(try folder.contents(of: ".") == before)
    }

    @Test(
        "wrong usage ends with 64",
        arguments: [
            (["roster", "check"], "Missing expected argument '<FILE> ...'"),
            (["roster", "check", "a", "b", "--clean", "c.csv"], "--clean mends one file at a time"),
            (["roster", "check", "a", "--approve", "c.csv"], "--approve goes with --clean"),
            (["roster", "check", "a", "--encoding", "latin"], "The value 'latin' is invalid"),
            (["roster", "check", "a", "--today", "x"], "The value 'x' is invalid"),
            (["roster", "scan"], "Missing expected argument '--out <FILE>'"),
            (["roster", "rules", "x"], "Unexpected argument 'x'"),
        ])
    func usage(arguments: [String], message: String) throws {
        let outcome = try Program.mocban.inFolder(folder.path).run(arguments)
        #expect(outcome.status == 64 && outcome.output.isEmpty)
        #expect(outcome.errors.contains(message), "\(outcome.errors)")
        #expect(folder.names().isEmpty)
    }

    @Test("a full disk leaves no half of a file", arguments: ["--clean", "--report"])
    func fullDisk(option: String) throws {
        try folder.write(
            "roster.csv", Self.header + (0..<20_000).map { "H-\($0),,1990,Phú Lễ\n" }.joined())
        try folder.write("out.x", "mine")
        let before = try folder.contents(of: ".")
        for blocks in [0, 8, 600] {
            let outcome = try Program.mocban.filesLimited(toBlocks: blocks).run(
                ["roster", "check", folder("roster.csv"), option, folder("out.x")])
            #expect(outcome.status == 73 && outcome.output.isEmpty, "\(outcome.status) \(outcome.errors)")
            #expect(try folder.contents(of: ".") == before)
        }
    }

    @Test("a stopped or killed check leaves nothing behind", arguments: [SIGINT, SIGTERM, SIGKILL])
    func stopped(signal: Int32) throws {
        try folder.write(
            "roster.csv", Self.header + (0..<60_000).map { "H-\($0),,1990,Phú Lễ\n" }.joined())
        let before = try folder.contents(of: ".")
        let running = try Program.mocban.inFolder(folder.path).start(
            ["roster", "check", "roster.csv", "--json", "--clean", "clean.csv", "--report", "page.html"])
        // The first problem comes when the files are being written.
        while let line = running.line(), !line.contains("missing-value\", \"severity") {}
        running.send(signal)
        let outcome = running.outcome()
        #expect(outcome.status == (signal == SIGKILL ? 137 : 130), "\(outcome.errors)")
        #expect(try folder.contents(of: ".") == before)
    }

    @Test("rules are listed, for people and for programs")
    func rules() throws {
        let outcome = try Program.mocban.run(["roster", "rules"])
        #expect(outcome.status == 0 && outcome.text.contains("missing-value"))
        #expect(outcome.lines.allSatisfy { $0.count <= 100 })
        let json = try Program.mocban.run(["roster", "rules", "--json"])
        let rules = try #require(try JSONSerialization.jsonObject(with: Data(json.output)) as? [[String: String]])
        #expect(rules.count > 50 && rules.allSatisfy { $0.count == 5 && !$0.values.contains("") })
    }
}
