import Files
import Foundation
import Glibc
import TestSupport
import Testing

@Suite("Stopped runs", .serialized)
struct StoppedRunTests {
    private let office: CommandOffice
    private let arguments: [String]

    init() throws {
        office = try CommandOffice()
        arguments = office.cards("roster.csv", "--jobs", "1")
    }

    /// Starts a run of three files, which stands still where the first of them is whole, or at another place.
    private func drawing(_ point: FaultPoint = .stagedPart) throws -> RunningProgram {
        try office.folder.write("roster.csv", CommandOffice.roster(3000))
        let running = try Program.mocban.with("MOCBAN_FAULT=\(point.rawValue):1:stop").start(arguments)
        try #require(running.waitUntilStopped())
        return running
    }

    /// What a run says that a signal stops as soon as it draws.
    private func stopped(by signal: Int32) throws -> Program.Outcome {
        let running = try drawing(.writingPart)
        running.send(signal)
        running.send(SIGCONT)
        return running.outcome()
    }

    @Test(
        "by Ctrl-C or a polite kill end with 130 and leave the folder as it was, while no file is whole",
        arguments: [SIGINT, SIGTERM], [false, true])
    func signals(signal: Int32, hasEarlierRun: Bool) throws {
        if hasEarlierRun { #expect(try Program.mocban.run(office.cards()).status == 0) }
        let before = try office.folder.contents(of: "out")
        #expect(before.count == (hasEarlierRun ? 3 : 0))
        var outcome = try stopped(by: signal)
        // On a busy machine the first file may be whole before the signal comes.
        for _ in 0..<20 where outcome.errors.contains("of 3 files") {
            try FileManager.default.removeItem(atPath: office.folder("out/.mocban-run"))
            if !hasEarlierRun { try FileManager.default.removeItem(atPath: office.folder("out")) }
            outcome = try stopped(by: signal)
        }
        #expect(outcome.status == 130 && outcome.output.isEmpty)
        #expect(outcome.errors == "mocban: stopped; nothing was changed\n")
        #expect(try office.folder.contents(of: "out") == before)
        #expect(office.folder.names().contains("out") == hasEarlierRun)
    }

    @Test("by Ctrl-C keep the files that are whole, show none, and go on")
    func kept() throws {
        #expect(try Program.mocban.run(office.cards()).status == 0)
        let before = try office.folder.contents(of: "out")
        let running = try drawing()
        running.send(SIGINT)
        running.send(SIGCONT)
        let outcome = running.outcome()
        #expect(outcome.status == 130 && outcome.output.isEmpty)
        let message = try #require(
            outcome.errors.firstMatch(
                of:
                    /^mocban: stopped after ([12]) of 3 files; nothing is printed yet: the same command goes on from there\n$/
            ))
        #expect(office.folder.names(in: "out") == [".mocban-run"] + before.keys.sorted())
        for (name, data) in before { #expect(try office.folder.data("out/" + name) == data) }

        let second = try Program.mocban.run(arguments)
        #expect(second.status == 0)
        #expect(
            second.errorLines.contains("going on from a run that was stopped: \(message.1) of 3 files are whole"))
        // Three have a card from the first run.
        #expect(try office.manifestSerials().count == 2997)
    }

    @Test("by a kill leave nothing under final names, and the next run works")
    func killed() throws {
        #expect(try Program.mocban.run(office.cards()).status == 0)
        let before = try office.folder.contents(of: "out")
        let running = try drawing()
        running.send(SIGKILL)
        #expect(running.outcome().status == 137)
        let left = office.folder.names(in: "out")
        #expect(left == [".mocban-run", "manifest.json", "phu-le.pdf", "rejected.csv"])
        #expect(try office.folder.data("out/phu-le.pdf") == before["phu-le.pdf"])

        try office.folder.write("roster.csv", CommandOffice.roster(3))
        #expect(try Program.mocban.run(office.cards()).status == 0)
        #expect(
            office.folder.names(in: "out").filter { !$0.hasPrefix("earlier-cards-") }
                == ["manifest.json", "phu-le.pdf", "rejected.csv"])
    }

    @Test("two offices at one folder: the second is told that it is busy, the first ends well")
    func busy() throws {
        let running = try drawing()
        let other = try CommandOffice(keys: "other")
        let second = try Program.mocban.run(other.cards() + ["--out", office.folder("out")])
        #expect(second.status == 73 && second.output.isEmpty)
        #expect(
            second.errors
                == "mocban: another mocban is writing to \(office.folder("out")): wait until it has ended\n")
        running.send(SIGCONT)
        #expect(running.outcome().status == 0)
        #expect(try office.manifestSerials().count == 3000)
        #expect(!office.folder.names(in: "out").contains(".mocban-run"))
    }
}
