import Files
import Foundation
import Glibc
import Mocban
import Register
import TestSupport
import Testing

/// Commands that change an office without printing, killed at any moment or with no room at any size: the office opens, its
/// register is whole, and nothing half done has a name.
@Suite("Commands that are killed, and disks that are full")
struct KilledCommandTests {
    /// A command that writes.
    enum Work: String, CaseIterable {
        case restore, load = "import", merge, backup, begin = "key new", retire = "key retire"
    }

    private let workshop: Workshop
    private let kid: String
    private var folder: TemporaryFolder { workshop.folder }

    init() throws {
        let office = try CommandOffice()
        func mocban(_ arguments: [String]) throws -> Program.Outcome {
            let outcome = try Program.mocban.run(arguments)
            try #require([0, 1].contains(outcome.status), "\(outcome.errors)")
            return outcome
        }
        _ = try mocban(office.cards())
        let copy = office.folder("copy")
        try FileManager.default.copyItem(atPath: office.path, toPath: copy)
        try office.folder.write("more.csv", CommandOffice.roster(40))
        _ = try mocban(
            [
                "cards", office.folder("more.csv"), "--office", copy, "--out", office.folder("more"), "--template",
                "plain",
            ])
        _ = try mocban(["register", "backup", office.folder("later.sqlite"), "--office", copy])
        _ = try mocban(["register", "export", office.folder("later.jsonl"), "--office", copy])
        let keys = try mocban(["key", "list", "--office", office.path])
        kid = try #require(keys.text.firstMatch(of: /(?m)^([\w-]{6}) .*card/)).output.1.description
        workshop = try Workshop(office)
    }

    private func arguments(_ work: Work, _ office: String) -> [String] {
        switch work {
        case .restore: ["register", "restore", folder("later.sqlite"), "--office", office]
        case .load: ["register", "import", folder("later.jsonl"), "--office", office]
        case .merge: ["register", "merge", folder("copy"), "--office", office]
        case .backup: ["register", "backup", office + "/copy.sqlite", "--office", office]
        case .begin: ["key", "new", "--office", office]
        case .retire: ["key", "retire", kid, "--office", office]
        }
    }

    /// That an office is whole, whatever became of a command, and stays so with the next one.
    private func expectWhole(_ office: String, after work: Work, _ comment: Comment) throws {
        func mocban(_ arguments: [String]) throws -> Program.Outcome { try Program.mocban.run(arguments) }
        func expectWholeRegister() throws {
            let check = try Office(folder: office).checkRegister()
            #expect(check.isGood, "\(comment): \(check.faults)")
        }
        try expectWholeRegister()
        if work == .backup, FileManager.default.fileExists(atPath: office + "/copy.sqlite") {
            let copied = try mocban(["register", "restore", office + "/copy.sqlite", "--office", office])
            #expect(copied.status == 0, "\(comment): \(copied.errors)")
        }
        // What a kill left of a file in the making goes with the next that writes the same, or with the next that changes
        // the office.
        let next = try mocban(work == .backup ? arguments(.backup, office) : ["key", "new", "--office", office])
        #expect(next.status == 0, "\(comment): \(next.errors)")
        let names = try FileManager.default.contentsOfDirectory(atPath: office)
        #expect(!names.contains { $0.contains(".part") }, "\(comment): \(names)")
        try expectWholeRegister()
    }

    @Test("a kill at any moment leaves the office whole", arguments: Work.allCases)
    func killed(work: Work) throws {
        var random = SeededNumbers(UInt64(Work.allCases.firstIndex(of: work) ?? 0))
        let arguments = arguments(work, workshop.office)
        let start = ContinuousClock.now
        let whole = try Program.mocban.run(arguments)
        let time = (ContinuousClock.now - start) / .microseconds(1)
        #expect(whole.status == 0, "\(whole.errors)")
        for _ in 0..<4 {
            try workshop.reset()
            let running = try Program.mocban.start(arguments)
            // The first half of the time goes with loading the program.
            let moment = UInt32.random(in: UInt32(time / 4)..<UInt32(max(time, 4)), using: &random)
            usleep(moment)
            running.send(SIGKILL)
            _ = running.outcome()
            try expectWhole(workshop.office, after: work, "killed after \(moment) µs of \(UInt32(time))")
        }
    }

    @Test("no file that may grow any more leaves the office whole", arguments: Work.allCases)
    func limited(work: Work) throws {
        let arguments = arguments(work, workshop.office)
        for blocks in [0, 1, 200, 288, 340] {
            try workshop.reset()
            let outcome = try Program.mocban.filesLimited(toBlocks: blocks).run(arguments)
            #expect(outcome.status < 128, "\(blocks) blocks: \(outcome.status) \(outcome.errors)")
            #expect(outcome.status == 0 || !outcome.errors.isEmpty, "\(blocks) blocks")
            try expectWhole(workshop.office, after: work, "\(blocks) blocks: \(outcome.status) \(outcome.errors)")
        }
    }

    @Test("a full disk leaves the office whole", arguments: Work.allCases)
    func full(work: Work) throws {
        for room in [0, 40, 150, 250] {
            guard let disk = try SmallDisk(at: folder("disk"), kibibytes: 4000) else { return }
            defer { disk.unmount() }
            let office = folder("disk/office")
            try FileManager.default.copyItem(atPath: workshop.office, toPath: office)
            try disk.fill(leavingKibibytes: room)
            let outcome = try Program.mocban.run(arguments(work, office))
            #expect(outcome.status < 128, "\(room) KiB: \(outcome.status) \(outcome.errors)")
            try disk.grow(toKibibytes: 40_000)
            try expectWhole(office, after: work, "\(room) KiB: \(outcome.status) \(outcome.errors)")
        }
    }
}
