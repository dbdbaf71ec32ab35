import Drawing
import Foundation
import Glibc
import Payload
import TestSupport
import Testing

@Suite("Killed runs")
struct KilledRunTests {
    private let office: CommandOffice
    private let clock: [String]

    init() throws {
        office = try CommandOffice()
        clock = ["--clock", Timestamp.now().description]
        try office.folder.write("roster.csv", Self.roster)
    }

    /// Seven households of four; one row is refused when it is read, one when it is drawn.
    private static let roster =
        CommandOffice.roster(28) + "H-2,Lê 4n,1985,,Phú Lễ\nH-5,\(String(repeating: "M", count: 55)) An,1985,,Phú Lễ\n"

    private func cards(_ out: String, _ more: [String] = []) -> [String] {
        ["cards", office.folder("roster.csv"), "--office", office.path, "--out", office.folder(out)]
            + ["--template", "plain", "--group-by", "household", "--jobs", "1"] + clock + more
    }

    private func kill(_ arguments: [String], at point: FaultPoint, _ passing: Int = 1) throws {
        let killed = try Program.mocban.with("MOCBAN_FAULT=\(point.rawValue):\(passing)").run(arguments)
        #expect(killed.status == 137 && killed.output.isEmpty, "\(point): \(killed.status) \(killed.errors)")
    }

    /// What the names of files in a folder show, without what is staged.
    private func shown(_ out: String) throws -> [String: Data] {
        try office.folder.tree(of: out).filter { !$0.key.hasPrefix(".mocban-") }
    }

    /// The bytes of an uninterrupted run, over an earlier one where that is wanted.
    private func whole(hasEarlierRun: Bool) throws -> [String: Data] {
        if hasEarlierRun { try printEarlier("whole") }
        #expect(try Program.mocban.run(cards("whole")).status == 1)
        return try office.folder.tree(of: "whole")
    }

    private func printEarlier(_ out: String) throws {
        try office.folder.write("roster.csv", CommandOffice.roster(9))
        #expect(try Program.mocban.run(cards(out)).status == 0)
        try office.folder.write("roster.csv", Self.roster)
    }

    @Test(
        "at any place go on, and end byte for byte as if nothing had been", arguments: FaultPoint.allCases,
        [false, true])
    func resumed(point: FaultPoint, hasEarlierRun: Bool) throws {
        let whole = try whole(hasEarlierRun: hasEarlierRun)
        let passings =
            switch point {
            case .writingPart: [1, 500]
            case .drawnPart, .writingJournal, .stagedPart, .betweenRenames: [1, 7]
            case .movedEarlier: hasEarlierRun ? [1, 4] : []
            default: [1]
            }
        for (number, passing) in passings.enumerated() {
            let out = "out\(number)"
            if hasEarlierRun { try printEarlier(out) }
            let before = try shown(out)
            try kill(cards(out), at: point, passing)
            #expect(office.folder.names(in: out).contains(".mocban-run"))
            let isNamed = ![.writingPart, .drawnPart, .writingJournal, .stagedPart, .beforeManifest, .beforeRegister]
                .contains(point)
            if !isNamed { #expect(try shown(out) == before) }
            let again = try Program.mocban.run(cards(out))
            #expect(again.status == 1 && again.lines.count == 3, "\(again.errors)")
            #expect(try office.folder.tree(of: out) == whole)
        }
    }

    @Test("at any moment go on, however many files are drawn at once", arguments: 0..<6 as Range<UInt64>)
    func atRandom(seed: UInt64) throws {
        var random = SeededNumbers(seed)
        let arguments = cards("out", ["--jobs", "\(Int.random(in: 1...3, using: &random))"])
        let start = ContinuousClock.now
        let whole = try whole(hasEarlierRun: false)
        let time = (ContinuousClock.now - start) / .microseconds(1)
        for _ in 0..<3 {
            let running = try Program.mocban.start(arguments)
            usleep(UInt32.random(in: 0..<UInt32(max(1, time)), using: &random))
            running.send(SIGKILL)
            _ = running.outcome()
            // Ended before it was killed.
            if office.folder.names(in: "out").contains("manifest.json") { break }
        }
        if !office.folder.names(in: "out").contains("manifest.json") {
            #expect(try Program.mocban.run(arguments).status == 1)
        }
        _ = try Program.mocban.run(arguments)
        let earlier = try office.folder.tree(of: "out").filter {
            !$0.key.hasPrefix(".") && !$0.key.hasPrefix("earlier-")
        }
        #expect(earlier == whole)
    }

    @Test("again and again end well, and draw nothing twice")
    func repeatedly() throws {
        let whole = try whole(hasEarlierRun: false)
        func drawn() throws -> [String: UInt64] {
            var files: [String: UInt64] = [:]
            for name in office.folder.names(in: "out/.mocban-run") where name.hasSuffix(".pdf") {
                let attributes = try FileManager.default.attributesOfItem(
                    atPath: office.folder("out/.mocban-run/" + name))
                files[name] = attributes[.systemFileNumber] as? UInt64
            }
            return files
        }
        var before: [String: UInt64] = [:]
        for (count, point) in [(2, FaultPoint.stagedPart), (2, .drawnPart), (3, .stagedPart), (1, .beforeManifest)] {
            try kill(cards("out"), at: point, count)
            let after = try drawn()
            let known = before
            #expect(after.filter { known[$0.key] != nil } == before)
            #expect(after.count > before.count || point == .beforeManifest)
            before = point == .drawnPart ? after.filter { known[$0.key] != nil } : after
        }
        let last = try Program.mocban.run(cards("out"))
        #expect(last.errorLines.contains("going on from a run that was stopped: 7 of 7 files are whole"))
        #expect(try office.folder.tree(of: "out") == whole)
    }

    @Test("in a folder named from where one stands end like any", arguments: ["o", "o/", "./o", "a/o"])
    func relative(out: String) throws {
        let whole = try whole(hasEarlierRun: false)
        let arguments = cards("out").map { $0 == office.folder("out") ? out : $0 }
        let here = Program.mocban.inFolder(office.folder.path)
        let killed = try here.with("MOCBAN_FAULT=between-renames:2").run(arguments)
        #expect(killed.status == 137, "\(killed.errors)")
        #expect(try here.run(arguments).status == 1)
        #expect(try office.folder.tree(of: out) == whole)
    }

    @Test("whose parts were damaged meanwhile draw those again")
    func damaged() throws {
        let whole = try whole(hasEarlierRun: false)
        try kill(cards("out"), at: .beforeManifest)
        let staged = "out/.mocban-run/"
        try office.folder.write(
            staged + "part-1.journal", try office.folder.data(staged + "part-1.journal").dropLast(9))
        try office.folder.write(staged + "part-2.journal", "")
        var pdf = try office.folder.data(staged + "phu-le-h-3.pdf")
        pdf[pdf.count / 2] ^= 1
        try office.folder.write(staged + "phu-le-h-3.pdf", pdf)
        try FileManager.default.removeItem(atPath: office.folder(staged + "phu-le-h-4.pdf"))
        #expect(try Program.mocban.run(cards("out")).status == 1)
        #expect(try office.folder.tree(of: "out") == whole)
    }

    @Test(
        "are thrown away by any other run",
        arguments: ["roster", "template", "settings", "grouping", "clock", "sign", "name", "damaged"])
    func otherRun(change: String) throws {
        try kill(cards("out"), at: .stagedPart, 3)
        var more: [String] = []
        switch change {
        case "roster": try office.folder.write("roster.csv", Self.roster.replacing("Hương", with: "Hồng"))
        case "template":
            try office.folder.write(
                "office/templates/plain.yaml", CommandOffice.template.replacing("size: 11", with: "size: 12"))
        case "settings":
            let settings = try office.folder.text("office/mocban.yaml")
            try office.folder.write("office/mocban.yaml", settings.replacing("days: 365", with: "days: 30"))
        case "grouping": more = ["--group-by", "hamlet"]
        case "clock": more = ["--clock", Timestamp.now().adding(seconds: 60).description]
        case "sign": more = ["--sign", "ed25519"]
        case "name": more = ["--encoding", "utf-8"]
        default: try office.folder.write("out/.mocban-run/run.json", "{")
        }
        let next = try Program.mocban.run(cards("out", more))
        #expect(next.status == 1 && !next.errors.contains("going on"), "\(next.errors)")
        #expect(try Program.mocban.run(cards("whole", more)).status == 1)
        #expect(try office.folder.tree(of: "out") == office.folder.tree(of: "whole"))
    }

    @Test("without --clock go on with the time that they began at")
    func ownClock() throws {
        let arguments = cards("out").dropLast(2)
        try kill(Array(arguments), at: .stagedPart, 3)
        struct Run: Decodable { let clock: String }
        let run = try JSONDecoder().decode(Run.self, from: try office.folder.data("out/.mocban-run/run.json"))
        usleep(1_100_000)
        #expect(try Program.mocban.run(Array(arguments)).errors.contains("going on"))
        #expect(try office.folder.text("out/manifest.json").contains("\"created\":\"\(run.clock)\""))
    }

    @Test("whose roster comes by a pipe go on too")
    func pipe() throws {
        let roster = try office.folder.data("roster.csv")
        func arguments(_ out: String) -> [String] { cards(out).map { $0.hasSuffix("roster.csv") ? "/dev/stdin" : $0 } }
        let text = String(decoding: roster, as: UTF8.self)
        #expect(try Program.mocban.run(arguments("whole"), input: text).status == 1)
        let killed = try Program.mocban.with("MOCBAN_FAULT=staged-part:3").run(arguments("out"), input: text)
        #expect(killed.status == 137)
        #expect(try Program.mocban.run(arguments("out"), input: text).errors.contains("3 of 7 files are whole"))
        #expect(try office.folder.tree(of: "out") == office.folder.tree(of: "whole"))
        let empty = try Program.mocban.run(arguments("none"))
        #expect(empty.status == 65 && empty.errors.contains("/dev/stdin: the file is empty"))
        #expect(!office.folder.names().contains("none"))
    }

    @Test("a full disk keeps what is whole")
    func fullDisk() throws {
        // A household too large for the disk, after those that have room.
        let large = (0..<600).map { "H-X,Lê Thị Hoa,1985,046185\(200_000 + $0),Phú Lễ\n" }.joined()
        try office.folder.write("roster.csv", Self.roster + large)
        let full = try Program.mocban.filesLimited(toBlocks: 300).run(cards("out"))
        #expect(
            full.status == 73
                && full.errors.contains("Nothing is printed yet; the same command goes on after 7 of 8 files"),
            "\(full.errors)")
        #expect(try Program.mocban.run(cards("out")).errors.contains("going on from a run that was stopped"))
    }
}
