import Files
import Foundation
import Glibc
import Payload
import TestSupport
import Testing

/// Runs that are killed and started again: the end is byte for byte that of a run which nobody interrupted.
@Suite("Killed runs")
struct KilledRunTests {
    /// What is printed, over what was printed before.
    enum Scenario: CaseIterable {
        case first, grown, again, changed, stacked, posters, reprint, reissue
    }

    private let workshop: Workshop
    private let clock = TestRun.day(36)

    init() throws {
        let office = try CommandOffice()
        try office.folder.write("roster.csv", Self.roster)
        try office.folder.write("small.csv", CommandOffice.roster(9))
        try office.folder.write(
            "venues.csv",
            "name,type,address\n" + (0..<230).map { "Quán \($0),Cửa hàng,Số \($0)\n" }.joined() + "Chợ,Lạ,Sịa\n")
        workshop = try Workshop(office)
    }

    /// Seven households of four; one row is refused when it is read, one when it is drawn.
    private static let roster =
        CommandOffice.roster(28) + "H-2,Lê 4n,1985,,Phú Lễ\nH-5,\(String(repeating: "M", count: 55)) An,1985,,Phú Lễ\n"

    /// Brings the workshop to where a scenario begins; gives the arguments of its run.
    private func begin(_ scenario: Scenario) throws -> [String] {
        func print(_ arguments: [String]) throws -> Program.Outcome {
            let outcome = try Program.mocban.run(arguments)
            #expect([0, 1].contains(outcome.status), "\(outcome.errors)")
            return outcome
        }
        let earlier = TestRun.day(35)
        defer { #expect(throws: Never.self) { try workshop.keep() } }
        switch scenario {
        case .first: return workshop.cards(clock: clock)
        case .grown:
            _ = try print(workshop.cards("small.csv", clock: earlier))
            return workshop.cards(clock: clock)
        case .again:
            _ = try print(workshop.cards(clock: earlier))
            return workshop.cards("roster.csv", ["--force-reprint"], clock: clock)
        case .changed:
            _ = try print(workshop.cards(clock: earlier))
            try workshop.folder.write("new.csv", Self.roster.replacing("Thị Hương", with: "Thị Hường"))
            return workshop.cards("new.csv", ["--reissue-changed"], clock: clock)
        case .stacked:
            return workshop.cards("roster.csv", ["--order", "cut-and-stack", "--receipts"], clock: clock)
        case .posters:
            return ["posters", workshop.folder("venues.csv")] + workshop.printing(template: "sign", clock: clock)
        case .reprint:
            _ = try print(workshop.cards(clock: earlier))
            return ["reprint", "--run", "1"] + workshop.printing(clock: clock)
        case .reissue:
            _ = try print(workshop.cards(clock: earlier))
            let serials = try workshop.serials()
            return ["reissue"] + serials.prefix(11) + ["--reason", "mất thẻ"] + workshop.printing(clock: clock)
        }
    }

    private func kill(_ arguments: [String], at point: FaultPoint, _ passing: Int = 1) throws {
        let killed = try Program.mocban.with("MOCBAN_FAULT=\(point.rawValue):\(passing)").run(arguments)
        #expect(
            killed.status == 137 && killed.output.isEmpty == (point != .answered),
            "\(point): \(killed.status) \(killed.errors)")
    }

    /// Whether names are still as they were when a run was killed at a point.
    private func isBeforeNames(_ point: FaultPoint) -> Bool {
        switch point {
        case .writingPart, .drawnPart, .writingJournal, .stagedPart, .beforeManifest, .beforeRegister, .registering,
            .afterRegister:
            true
        case .movedEarlier, .betweenRenames, .beforeLastRename, .beforeSettled, .settled, .removing, .ended, .answered:
            false
        }
    }

    /// The places that a scenario is killed at: all for two scenarios, or where `MOCBAN_KILLS` is `all`; else each third,
    /// others for each of the next three scenarios.
    private func points(of scenario: Scenario) -> [FaultPoint] {
        let points = FaultPoint.allCases
        let isWhole = ProcessInfo.processInfo.environment["MOCBAN_KILLS"] == "all"
        guard !isWhole, scenario != .first, scenario != .changed else { return points }
        let number = Scenario.allCases.filter { $0 != .first && $0 != .changed }.firstIndex(of: scenario) ?? 0
        return points.enumerated().filter { $0.offset % 3 == number % 3 }.map(\.element)
    }

    @Test("at any place go on, and end as if nothing had been", arguments: Scenario.allCases)
    func resumed(scenario: Scenario) throws {
        let arguments = try begin(scenario)
        let whole = try workshop.ending(try Program.mocban.run(arguments))
        try workshop.reset()
        let before = try workshop.shown()
        for point in points(of: scenario) where point != .movedEarlier || !before.isEmpty {
            let passings =
                switch point {
                case .writingPart: [1, 60]
                case .drawnPart, .writingJournal, .stagedPart, .betweenRenames:
                    [.first, .grown, .again, .changed].contains(scenario) ? [1, 5] : [1]
                case .movedEarlier: [1, 3]
                default: [1]
                }
            for passing in passings {
                try workshop.reset()
                try kill(arguments, at: point, passing)
                if isBeforeNames(point) { #expect(try workshop.shown() == before, "\(point)") }
                let ending = try workshop.ending(try Program.mocban.run(arguments))
                #expect(ending.differences(from: whole) == [], "\(point) \(passing)")
            }
        }
    }

    /// Kills at random moments, 30 in all unless MOCBAN_KILLS asks for more.
    private static let seeds: Range<UInt64> = {
        let kills = ProcessInfo.processInfo.environment["MOCBAN_KILLS"].flatMap(UInt64.init) ?? 30
        return 0..<(kills + 2) / 3
    }()

    @Test("at any moment go on, however many files are drawn at once", arguments: seeds)
    func atRandom(seed: UInt64) throws {
        var random = SeededNumbers(seed)
        let scenario = Scenario.allCases.randomElement(using: &random) ?? .first
        let arguments = try begin(scenario) + ["--jobs", "\(Int.random(in: 1...3, using: &random))"]
        let start = ContinuousClock.now
        let outcome = try Program.mocban.run(arguments)
        let time = (ContinuousClock.now - start) / .microseconds(1)
        let whole = try workshop.ending(outcome)
        try workshop.reset()
        var kills = 0
        for _ in 0..<12 where kills < 3 {
            let running = try Program.mocban.start(arguments)
            usleep(UInt32.random(in: 0..<UInt32(max(1, time)), using: &random))
            running.send(SIGKILL)
            let outcome = running.outcome()
            if outcome.status == 137 {
                kills += 1
                guard try hasEnded(like: whole) else { continue }
                // All was done and answered: the same command would be another run.
                var ending = try workshop.ending(outcome)
                (ending.files, ending.status) = (try workshop.shown(), whole.status)
                #expect(ending.differences(from: whole) == [], "\(scenario)")
            } else {
                let differences = try workshop.ending(outcome).differences(from: whole)
                #expect(differences == [], "\(scenario)")
            }
            try workshop.reset()
        }
        let differences = try workshop.ending(try Program.mocban.run(arguments)).differences(from: whole)
        #expect(differences == [], "\(scenario)")
    }

    private func hasEnded(like whole: Workshop.Ending) throws -> Bool {
        let files = try workshop.folder.tree(of: workshop.out)
        return files["manifest.json"] == whole.files["manifest.json"]
            && Set(workshop.folder.names(in: workshop.out)).isDisjoint(with: [".mocban-run", ".mocban-ended"])
    }

    @Test("at every place, one after the other, go on", arguments: Scenario.allCases)
    func onePlaceAfterTheOther(scenario: Scenario) throws {
        let arguments = try begin(scenario)
        let whole = try workshop.ending(try Program.mocban.run(arguments))
        try workshop.reset()
        let hasEarlier = try !workshop.shown().isEmpty
        for point in FaultPoint.allCases where point != .movedEarlier || hasEarlier { try kill(arguments, at: point) }
        #expect(try workshop.ending(try Program.mocban.run(arguments)).differences(from: whole) == [])
    }

    @Test("again and again end well, and draw nothing twice")
    func repeatedly() throws {
        let arguments = try begin(.first)
        let whole = try workshop.ending(try Program.mocban.run(arguments))
        try workshop.reset()
        let staged = workshop.out + "/.mocban-run"
        func drawn() throws -> [String: UInt64] {
            var files: [String: UInt64] = [:]
            for name in workshop.folder.names(in: staged) where name.hasSuffix(".pdf") {
                let attributes = try FileManager.default.attributesOfItem(
                    atPath: workshop.folder(staged + "/" + name))
                files[name] = attributes[.systemFileNumber] as? UInt64
            }
            return files
        }
        var before: [String: UInt64] = [:]
        for (count, point) in [(2, FaultPoint.stagedPart), (2, .drawnPart), (3, .stagedPart), (1, .beforeManifest)] {
            try kill(arguments, at: point, count)
            let after = try drawn()
            let known = before
            #expect(after.filter { known[$0.key] != nil } == before)
            #expect(after.count > before.count || point == .beforeManifest)
            before = point == .drawnPart ? after.filter { known[$0.key] != nil } : after
        }
        let last = try Program.mocban.run(arguments)
        #expect(last.errorLines.contains("going on from a run that was stopped: 7 of 7 files are whole"))
        #expect(try workshop.ending(last).differences(from: whole) == [])
    }

    @Test("before their registration are not taken for the run that got their number since", arguments: [false, true])
    func otherOfItsNumber(isAgain: Bool) throws {
        let arguments = try begin(isAgain ? .again : .first)
        let before = try workshop.shown()
        try kill(arguments, at: .beforeRegister)
        let elsewhere = workshop.folder("work/elsewhere")
        #expect(try Program.mocban.run(arguments + ["--out", elsewhere]).status == 1)
        let last = try Program.mocban.run(arguments)
        #expect(last.status == 1 && !last.errors.contains("going on"), "\(last.errors)")
        if isAgain {
            #expect(last.text.contains("(run 3)"), "\(last.text)")
        } else {
            #expect(last.text.hasPrefix("No card was printed\n28 rows have a valid card"), "\(last.text)")
            #expect(try workshop.shown().keys.sorted() == ["manifest.json", "rejected.csv"] && before.isEmpty)
        }
        _ = try workshop.ending(last)
    }

    @Test("after their registration are no answer for another folder")
    func otherFolder() throws {
        let arguments = try begin(.first)
        let whole = try workshop.ending(try Program.mocban.run(arguments)).files
        try workshop.reset()
        try kill(arguments, at: .afterRegister)
        let elsewhere = workshop.folder("work/elsewhere")
        let other = try Program.mocban.run(arguments + ["--out", elsewhere])
        #expect(other.status == 1 && other.text.hasPrefix("No card was printed\n28 rows have"), "\(other.text)")
        #expect(try workshop.ending(other).files == whole)
    }

    @Test("in a folder named from where one stands end like any", arguments: ["o", "o/", "./o", "a/o"])
    func relative(out: String) throws {
        let whole = try workshop.ending(try Program.mocban.run(try begin(.first))).files
        try workshop.reset()
        let arguments = workshop.cards(clock: clock).map { $0 == workshop.folder(workshop.out) ? out : $0 }
        let here = Program.mocban.inFolder(workshop.folder.path)
        let killed = try here.with("MOCBAN_FAULT=between-renames:2").run(arguments)
        #expect(killed.status == 137, "\(killed.errors)")
        #expect(try here.run(arguments).status == 1)
        #expect(try workshop.folder.tree(of: out) == whole)
    }

    @Test("whose parts were damaged meanwhile draw those again")
    func damaged() throws {
        let arguments = try begin(.first)
        let whole = try workshop.ending(try Program.mocban.run(arguments))
        try workshop.reset()
        try kill(arguments, at: .beforeManifest)
        let staged = workshop.out + "/.mocban-run/"
        let folder = workshop.folder
        try folder.write(staged + "part-1.journal", try folder.data(staged + "part-1.journal").dropLast(9))
        try folder.write(staged + "part-2.journal", "")
        var pdf = try folder.data(staged + "phu-le-h-3.pdf")
        pdf[pdf.count / 2] ^= 1
        try folder.write(staged + "phu-le-h-3.pdf", pdf)
        try FileManager.default.removeItem(atPath: folder(staged + "phu-le-h-4.pdf"))
        #expect(try workshop.ending(try Program.mocban.run(arguments)).differences(from: whole) == [])
    }

    @Test(
        "are thrown away by any other run",
        arguments: ["roster", "template", "settings", "grouping", "clock", "sign", "name", "register", "damaged"])
    func otherRun(change: String) throws {
        let folder = workshop.folder
        var arguments = try begin(.first)
        func make(_ change: String) throws {
            switch change {
            case "roster": try folder.write("roster.csv", Self.roster.replacing("Hương", with: "Hồng"))
            case "template":
                try folder.write(
                    "work/office/templates/plain.yaml", CommandOffice.template.replacing("size: 11", with: "size: 12"))
            case "settings":
                let settings = try folder.text("work/office/mocban.yaml")
                try folder.write("work/office/mocban.yaml", settings.replacing("days: 365", with: "days: 30"))
            case "register":
                _ = try Program.mocban.run(
                    ["cards", folder("small.csv"), "--out", folder("elsewhere"), "--office", workshop.office]
                        + ["--template", "plain", "--clock", TestRun.day(35)])
            case "grouping": arguments += ["--group-by", "hamlet"]
            case "clock": arguments += ["--clock", TestRun.day(36, seconds: 3600)]
            case "sign": arguments += ["--sign", "ed25519"]
            case "name": arguments += ["--encoding", "utf-8"]
            default: break
            }
        }
        try kill(arguments, at: .stagedPart, 3)
        try make(change)
        if change == "damaged" { try folder.write(workshop.out + "/.mocban-run/run.json", "{") }
        let next = try Program.mocban.run(arguments)
        #expect(next.status == 1 && !next.errors.contains("going on"), "\(next.errors)")
        let ending = try folder.tree(of: workshop.out)
        try workshop.reset()
        try make(change == "roster" ? "" : change)
        #expect(try Program.mocban.run(arguments).status == 1)
        #expect(try folder.tree(of: workshop.out) == ending)
    }

    @Test("without --clock go on with the time that they began at")
    func ownClock() throws {
        let arguments = try begin(.first).filter { $0 != "--clock" && $0 != clock }
        try kill(arguments, at: .stagedPart, 3)
        struct Run: Decodable { let clock: String }
        let run = try JSONDecoder().decode(
            Run.self, from: try workshop.folder.data(workshop.out + "/.mocban-run/run.json"))
        let later = Program.mocban.with("MOCBAN_CLOCK=\(TestRun.day(0, seconds: 2))")
        #expect(try later.run(arguments).errors.contains("going on"))
        #expect(try workshop.folder.text(workshop.out + "/manifest.json").contains("\"created\":\"\(run.clock)\""))
    }

    @Test("whose roster comes by a pipe go on too")
    func pipe() throws {
        let arguments = try begin(.first).map { $0.hasSuffix("roster.csv") ? "/dev/stdin" : $0 }
        let text = try workshop.folder.text("roster.csv")
        let whole = try workshop.ending(try Program.mocban.run(arguments, input: text))
        try workshop.reset()
        let killed = try Program.mocban.with("MOCBAN_FAULT=staged-part:3").run(arguments, input: text)
        #expect(killed.status == 137)
        let last = try Program.mocban.run(arguments, input: text)
        #expect(last.errors.contains("3 of 7 files are whole"))
        #expect(try workshop.ending(last).differences(from: whole) == [])
        try workshop.reset()
        let empty = try Program.mocban.run(arguments)
        #expect(empty.status == 65 && empty.errors.contains("/dev/stdin: the file is empty"))
        #expect(!workshop.folder.names(in: "work").contains("out"))
    }

    @Test("a full disk keeps what is whole")
    func fullDisk() throws {
        // A household too large for the disk, after those that have room.
        let large = (0..<600).map { "H-X,Lê Thị Hoa,1985,046185\(200_000 + $0),Phú Lễ\n" }.joined()
        try workshop.folder.write("roster.csv", Self.roster + large)
        let arguments = try begin(.first)
        let whole = try workshop.ending(try Program.mocban.run(arguments))
        try workshop.reset()
        let full = try Program.mocban.filesLimited(toBlocks: 300).run(arguments)
        #expect(
            full.status == 73
                && full.errors.contains("Nothing is printed yet; the same command goes on after 7 of 8 files"),
            "\(full.errors)")
        let last = try Program.mocban.run(arguments)
        #expect(last.errors.contains("going on from a run that was stopped"))
        #expect(try workshop.ending(last).differences(from: whole) == [])
    }
}

extension Workshop {
    /// The serials of the cards in the output folder.
    func serials() throws -> [String] {
        struct Manifest: Decodable {
            struct Item: Decodable { let serial: String }
            let cards: [Item]
        }
        return try JSONDecoder().decode(Manifest.self, from: try folder.data(out + "/manifest.json")).cards.map(
            \.serial)
    }
}
