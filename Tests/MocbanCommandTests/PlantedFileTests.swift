import Files
import Foundation
import Glibc
import TestSupport
import Testing

/// Somebody without keys writes into output folders: nothing that they plant is printed from, or leads out of the folder.
@Suite("What is planted in an output folder")
struct PlantedFileTests {
    private let workshop: Workshop
    private let clock = TestRun.day(36)
    private var folder: TemporaryFolder { workshop.folder }
    private var staged: String { workshop.out + "/.mocban-run" }

    init() throws {
        let office = try CommandOffice()
        try office.folder.write("roster.csv", CommandOffice.roster(12))
        try office.folder.write("away/kept.txt", "kept")
        workshop = try Workshop(office)
    }

    private var cards: [String] { workshop.cards(clock: clock) }

    private func kill(_ arguments: [String], at point: String) throws {
        let killed = try Program.mocban.with("MOCBAN_FAULT=\(point)").run(arguments)
        try #require(killed.status == 137, "\(killed.errors)")
    }

    /// What is outside of the output folder and the office: names, and the bytes of what links lead to.
    private func outside() throws -> [String: Data] {
        var outside = try folder.tree(of: "away")
        for name in folder.names() + folder.names(in: "work") where name != "else" && name != "out" {
            outside["/" + name] = Data()
        }
        return outside
    }

    private static func manifest(
        command: String = "cards", created: String = "2021-11-08T07:00:00Z", files: [String] = ["a.pdf"]
    ) throws -> [UInt8] {
        func json(_ value: some Encodable) throws -> String {
            String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
        }
        let names = try files.map { "{\"file\":\(try json($0)),\"sheets\":1,\"items\":1}" }.joined(separator: ",")
        return Array(
            "{\n\"run\": {\"id\":1,\"command\":\(try json(command)),\"created\":\(try json(created))},\n\"files\": [\(names)],\n}\n"
                .utf8)
    }

    @Test(
        "a manifest that names a folder elsewhere is none of ours",
        arguments: [
            ("/../../../planted", "2021-11-08T07:00:00Z"), ("../planted", "2021-11-08T07:00:00Z"),
            ("", "2021-11-08T07:00:00Z"), ("cards/x", "2021-11-08T07:00:00Z"), ("CARDS", "2021-11-08T07:00:00Z"),
            ("cards\u{0}", "2021-11-08T07:00:00Z"), ("cards", "/../x"), ("cards", ""), ("cards", "20211108"),
            ("cards", "2021-11-08T07:00:00Z/../.."), ("cards", "2021-13-40"),
        ])
    func foreign(command: String, created: String) throws {
        try folder.write(workshop.out + "/manifest.json", Self.manifest(command: command, created: created))
        let before = try outside()
        let outcome = try Program.mocban.run(cards)
        #expect(outcome.status == 73 && outcome.errors.contains("no earlier run made"), "\(outcome.errors)")
        #expect(try outside() == before && folder.names(in: workshop.out) == ["manifest.json"])
    }

    @Test(
        "a name of a manifest that leads elsewhere is moved nowhere",
        arguments: [
            "..", ".", "", "../kept", "/etc/passwd", "a/b", "manifest.json", ".mocban-run", ".mocban-gone/x", "x\u{0}",
            String(repeating: "n", count: 256), "../../away/kept.txt",
        ])
    func names(name: String) throws {
        try folder.write(workshop.out + "/manifest.json", Self.manifest(files: [name, "mine.pdf"]))
        try folder.write(workshop.out + "/mine.pdf", "mine")
        let before = try outside()
        let outcome = try Program.mocban.run(cards)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try outside() == before)
        let shelf = workshop.out + "/earlier-cards-20211108070000"
        #expect(folder.names(in: shelf) == ["manifest.json", "mine.pdf"])
    }

    /// What stands where a run wants to write.
    enum Trap: CaseIterable { case link, dangling, folder, pipe, file }

    private func lay(_ trap: Trap, _ name: String) throws {
        let path = folder(name)
        try? FileManager.default.removeItem(atPath: path)
        switch trap {
        case .link: #expect(unsafe symlink(folder("away"), path) == 0)
        case .dangling: #expect(unsafe symlink(folder("away/none"), path) == 0)
        case .folder: try folder.write(name + "/within/file", "x")
        case .pipe: #expect(unsafe mkfifo(path, 0o600) == 0)
        case .file: try folder.write(name, "x")
        }
    }

    @Test(
        "what stands in the place of Mocban's own folders and files is followed nowhere",
        arguments: [".mocban-run", ".mocban-gone", ".mocban-ended"], [Trap.link, .folder, .pipe])
    func ownFolders(name: String, trap: Trap) throws {
        try FileManager.default.createDirectory(
            atPath: folder(workshop.out), withIntermediateDirectories: true)
        try lay(trap, workshop.out + "/" + name)
        let before = try outside()
        let outcome = try Program.mocban.run(cards)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try outside() == before)
        #expect(
            folder.names(in: workshop.out) == [
                "manifest.json", "phu-le-h-0.pdf", "phu-le-h-1.pdf", "phu-le-h-2.pdf", "rejected.csv",
            ])
    }

    @Test(
        "what stands in the place of a manifest is refused, and not waited for",
        arguments: [Trap.link, .dangling, .folder, .pipe, .file])
    func manifestTrap(trap: Trap) throws {
        try FileManager.default.createDirectory(atPath: folder(workshop.out), withIntermediateDirectories: true)
        try lay(trap, workshop.out + "/manifest.json")
        let outcome = try Program.mocban.run(cards)
        #expect(outcome.status == 73, "\(outcome.errors)")
        #expect(folder.names(in: workshop.out) == ["manifest.json"] && folder.names(in: "away") == ["kept.txt"])
    }

    @Test(
        "what stands in the place of a stopped run's files is drawn again, and followed nowhere",
        arguments: ["part-0.journal", "phu-le-h-0.pdf", "run.json", "rejected.csv"], [Trap.link, .folder, .pipe])
    func stagedTrap(name: String, trap: Trap) throws {
        let whole = try Program.mocban.run(cards)
        #expect(whole.status == 0, "\(whole.errors)")
        let tree = try folder.tree(of: workshop.out)
        try workshop.reset()
        try kill(cards, at: "staged-part:2")
        try lay(trap, staged + "/" + name)
        let before = try outside()
        let outcome = try Program.mocban.run(cards)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try outside() == before && folder.tree(of: workshop.out) == tree)
    }

    /// How a stopped run's files are changed by somebody without keys.
    enum Change: String, CaseIterable {
        case swappedJournals, otherPart, journalOfNobody, clock, number, otherFolder, noMAC, otherMAC, otherRun
    }

    @Test(
        "a stopped run's files that were changed, swapped or brought from elsewhere begin anew",
        arguments: Change.allCases)
    func changed(change: Change) throws {
        #expect(try Program.mocban.run(cards).status == 0)
        let tree = try folder.tree(of: workshop.out)
        try workshop.reset()
        let arguments = cards
        if change == .otherFolder {
            let elsewhere = folder("work/office/../else")
            try kill(arguments + ["--out", elsewhere], at: "staged-part:3")
            try FileManager.default.createDirectory(atPath: folder(workshop.out), withIntermediateDirectories: true)
            try FileManager.default.moveItem(atPath: elsewhere + "/.mocban-run", toPath: folder(staged))
        } else {
            try kill(arguments, at: "staged-part:3")
        }
        func edit(_ name: String, _ change: (String) -> String) throws {
            try folder.write(staged + "/" + name, change(try folder.text(staged + "/" + name)))
        }
        var drawn = 3
        switch change {
        case .swappedJournals:
            let (one, other) = try (folder.data(staged + "/part-0.journal"), folder.data(staged + "/part-1.journal"))
            try folder.write(staged + "/part-0.journal", other)
            try folder.write(staged + "/part-1.journal", one)
            drawn = 1
        case .otherPart:
            try folder.write(staged + "/part-0.journal", try folder.data(staged + "/part-2.journal"))
            drawn = 2
        case .journalOfNobody:
            // Whole by its own SHA-256, and without the office's MAC.
            let journal = try folder.data(staged + "/part-0.journal")
            try folder.write(staged + "/part-0.journal", journal.dropLast(32) + Data(repeating: 0, count: 32))
            drawn = 2
        case .clock: try edit("run.json") { $0.replacing(clock, with: TestRun.day(36, seconds: 1)) }
        case .number: try edit("run.json") { $0.replacing("\"number\" : 1", with: "\"number\" : 2") }
        case .noMAC:
            try edit("run.json") { $0.replacing(/"mac" : "[0-9a-f]+"/, with: "\"mac\" : \"\"") }
        case .otherMAC:
            try edit("run.json") { $0.replacing(/"mac" : "[0-9a-f]{4}/, with: "\"mac\" : \"0000") }
        case .otherRun:
            try edit("run.json") { $0.replacing("roster.csv", with: "rosten.csv") }
        case .otherFolder: break
        }
        let outcome = try Program.mocban.run(arguments)
        #expect(try outcome.status == 0 && folder.tree(of: workshop.out) == tree, "\(outcome.errors)")
        // Journals that nobody vouches for are counted, and drawn again.
        let isAnew = ![.swappedJournals, .otherPart, .journalOfNobody].contains(change)
        #expect(outcome.errors.contains("going on") == !isAnew, "\(drawn) \(outcome.errors)")
    }

    @Test(
        "a registered run whose last files were changed is named, and printed from the register alone",
        arguments: ["settling.json", "report.json", "phu-le-h-1.pdf", "manifest.json"])
    func lost(name: String) throws {
        try kill(cards, at: "after-register")
        var bytes = try folder.data(staged + "/" + name)
        bytes[bytes.count / 2] ^= 1
        try folder.write(staged + "/" + name, bytes)
        let elsewhere = folder("work/else")
        let outcome = try Program.mocban.run(cards + ["--out", elsewhere])
        #expect(
            outcome.errors.contains("run 1 was stopped, and its files are gone: `mocban reprint --run 1"),
            "\(outcome.errors)")
        #expect(folder.names(in: workshop.out) == [".mocban-run"])
        let again = try Program.mocban.run(["reprint", "--run", "1"] + workshop.printing(clock: clock))
        #expect(again.status == 0 && !again.errors.contains("files are gone"), "\(again.errors)")
        _ = try workshop.ending(again)
    }

    @Test(
        "a settlement that names files elsewhere moves nothing",
        arguments: ["../../away/kept.txt", "..", "/etc/passwd", ".mocban-run"])
    func settlement(name: String) throws {
        try kill(cards, at: "after-register")
        let text = try folder.text(staged + "/settling.json")
        try folder.write(staged + "/settling.json", text.replacing("phu-le-h-1.pdf", with: name))
        let before = try outside()
        let outcome = try Program.mocban.run(cards + ["--out", folder("work/else")])
        #expect(outcome.errors.contains("its files are gone"), "\(outcome.errors)")
        #expect(try outside() == before)
    }

    @Test("a run that cannot be ended keeps nothing else from printing, and says what ends it")
    func unended() throws {
        try kill(cards, at: "after-register")
        try folder.write(workshop.out + "/phu-le-h-1.pdf/in-the-way", "x")
        let reprint = ["reprint", "--run", "1"] + workshop.printing(clock: clock)
        let elsewhere = try Program.mocban.run(reprint + ["--out", folder("work/else")])
        let remark = "run 1 is printed and registered, and its files in \(folder(workshop.out)) cannot get their names"
        #expect(elsewhere.status == 0 && elsewhere.errors.contains(remark), "\(elsewhere.errors)")
        #expect(elsewhere.errors.contains("`mocban reprint --run 1 --out DIR`"), "\(elsewhere.errors)")
        let json = try Program.mocban.run(reprint + ["--out", folder("work/more"), "--json"])
        #expect(json.status == 0 && json.text.contains("\"unendedRuns\""), "\(json.errors)")
        let there = try Program.mocban.run(reprint)
        #expect(there.status == 73 && there.errors.contains("`mocban reprint --run 1 --out DIR`"), "\(there.errors)")
        try FileManager.default.removeItem(atPath: folder(workshop.out + "/phu-le-h-1.pdf"))
        let after = try Program.mocban.run(reprint + ["--out", folder("work/last")])
        #expect(after.status == 0 && !after.errors.contains("cannot get their names"), "\(after.errors)")
        #expect(folder.names(in: workshop.out).contains("manifest.json"))
    }

    @Test("a folder of an earlier run that is a link already is not moved into")
    func shelf() throws {
        #expect(try Program.mocban.run(cards).status == 0)
        let shelf = workshop.out + "/earlier-cards-" + clock.filter(\.isNumber)
        #expect(unsafe symlink(folder("away"), folder(shelf)) == 0)
        let again = try Program.mocban.run(cards + ["--force-reprint"])
        #expect(again.status == 0, "\(again.errors)")
        #expect(folder.names(in: "away") == ["kept.txt"])
        #expect(folder.names(in: shelf + "-2").contains("manifest.json"))
    }

    @Test("the same reprint, killed before it has answered, prints nothing more; given once more, it prints")
    func answeredOnce() throws {
        #expect(try Program.mocban.run(cards).status == 0)
        let reprint = ["reprint", "--run", "1"] + workshop.printing(clock: clock)
        func runs() throws -> Int {
            let check = try Program.mocban.run(["register", "export", folder("x.jsonl"), "--office", workshop.office])
            #expect(check.status == 0, "\(check.errors)")
            return try folder.text("x.jsonl").split(separator: "\n").count { $0.hasPrefix("[\"run\",") }
        }
        for point in ["settled", "removing", "ended", "answered"] {
            let before = try runs()
            try kill(reprint, at: point)
            #expect(try runs() == before + 1)
            let answer = try Program.mocban.run(reprint)
            #expect(answer.status == 0 && answer.text.contains("(run \(before + 1))"), "\(point): \(answer.text)")
            #expect(try runs() == before + 1)
            #expect(!folder.names(in: workshop.out).contains { $0.hasPrefix(".mocban") })
        }
        let before = try runs()
        #expect(try Program.mocban.run(reprint).text.contains("(run \(before + 1))"))
    }
}
