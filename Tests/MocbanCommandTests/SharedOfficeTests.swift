import Files
import Foundation
import Glibc
import Payload
import Register
import TestSupport
import Testing

@testable import Mocban

/// What others get of an office while somebody works in it, and what becomes of it on a bad disk or by a bad clock.
@Suite("An office that is shared, full or read-only")
struct SharedOfficeTests {
    private let office: CommandOffice

    init() throws { office = try CommandOffice() }

    private func cards(_ out: String, _ more: String...) -> [String] {
        ["cards", office.folder("roster.csv"), "--office", office.path, "--out", office.folder(out)]
            + ["--template", "plain"] + more
    }

    private func expectWhole() throws {
        let check = try office.mocban(["register", "verify"])
        #expect(check.status == 0, "\(check.text)")
    }

    @Test("two runs at once: one works, the other waits or is told who works; nobody gets two cards")
    func two() throws {
        try office.folder.write("roster.csv", CommandOffice.roster(2000))
        // It stands still while it holds the office, so that the others surely meet it.
        let first = try Program.mocban.with("MOCBAN_FAULT=\(FaultPoint.writingPart.rawValue):1:stop").start(
            cards("first", "--jobs", "1"))
        try #require(first.waitUntilStopped())
        let told = try Program.mocban.run(cards("told"))
        #expect(told.status == 73 && told.errors.contains("mocban cards (process "), "\(told.errors)")
        let second = try Program.mocban.start(cards("second", "--wait"))
        #expect(second.waitForErrors())
        first.send(SIGCONT)
        #expect(first.outcome().status == 0)
        let waiting = second.outcome()
        #expect(waiting.status == 0 && waiting.errors.contains("waiting: mocban cards"), "\(waiting.errors)")
        #expect(waiting.text.contains("2000 rows have a valid card"))
        #expect(try Set(office.manifestSerials("first")).count == 2000)
        try expectWhole()
    }

    @Test("whoever only reads is answered while a run writes to the register")
    func readers() throws {
        #expect(try Program.mocban.run(cards("out")).status == 0)
        let serial = try office.manifestSerials()[0]
        let text = try office.text()
        let register = try office.opened.register(.writing)
        _ = try register.writing { transaction in
            try transaction.revoke(try Serial(parsing: serial), reason: "mất thẻ", at: TestRun.clock)
            // What is not committed is not seen, and holds nobody up.
            #expect(try office.mocban(["verify", text]).text.hasPrefix("valid"))
            #expect(try office.mocban(["find", serial]).text.contains("valid card"))
            #expect(try office.mocban(["report"]).text.contains("Phú Lễ"))
            #expect(try office.mocban(["register", "verify"]).status == 0)
            #expect(try office.mocban(["register", "backup", office.folder("copy.sqlite")]).status == 0)
        }
        #expect(try office.mocban(["find", serial]).text.contains("revoked card"))
    }

    @Test("a clock that goes back is remarked on, and nothing is lost by it")
    func clockBack() throws {
        #expect(try Program.mocban.run(cards("out", "--clock", TestRun.day(397))).status == 0)
        try office.folder.write("roster.csv", CommandOffice.roster(5))
        let second = try Program.mocban.run(cards("second"))
        #expect(second.status == 0 && second.errors.contains("behind the register's last entry"), "\(second.errors)")
        #expect(try office.manifestSerials("second").count == 2)
        try expectWhole()
    }

    @Test("a full disk under the register: one message, nothing registered, and the same command goes on")
    func fullRegister() throws {
        guard let disk = try SmallDisk(at: office.folder("disk"), kibibytes: 320) else { return }
        defer { disk.unmount() }
        try office.folder.write("roster.csv", CommandOffice.roster(600))
        try FileManager.default.copyItem(atPath: office.path, toPath: office.folder("disk/office"))
        func arguments(_ office: String, _ out: String) -> [String] {
            ["cards", self.office.folder("roster.csv"), "--office", self.office.folder(office)]
                + ["--out", self.office.folder(out), "--template", "plain", "--clock", TestRun.day(36)]
        }
        let whole = try Program.mocban.run(arguments("office", "whole"))
        let full = try Program.mocban.run(arguments("disk/office", "out"))
        #expect(full.status == 73 && full.output.isEmpty, "\(full.status) \(full.errors)")
        #expect(full.errors.contains("the disk is full") && full.errorLines.count == 2, "\(full.errors)")
        #expect(office.folder.names(in: "out") == [".mocban-run"])
        try disk.grow(toKibibytes: 20_000)
        let again = try Program.mocban.run(arguments("disk/office", "out"))
        #expect(again.errors.contains("going on from a run that was stopped"), "\(again.errors)")
        #expect(again.status == whole.status)
        #expect(try office.folder.tree(of: "out") == office.folder.tree(of: "whole"))
        let check = try Program.mocban.run(["register", "verify", "--office", office.folder("disk/office")])
        #expect(check.status == 0, "\(check.text)")
    }

    @Test("an office on a read-only disk answers, and says that it cannot be written")
    func readOnly() throws {
        #expect(try Program.mocban.run(cards("out")).status == 0)
        let serial = try office.manifestSerials()[0]
        guard let disk = try SmallDisk(at: office.folder("disk"), kibibytes: 20_000) else { return }
        defer { disk.unmount() }
        try FileManager.default.copyItem(atPath: office.path, toPath: office.folder("disk/office"))
        try disk.makeReadOnly()
        let place = office.folder("disk/office")
        func mocban(_ arguments: String...) throws -> Program.Outcome {
            try Program.mocban.run(arguments + ["--office", place])
        }
        #expect(try mocban("verify", office.text()).text.hasPrefix("valid"))
        #expect(try mocban("find", serial).text.contains("valid card"))
        #expect(try mocban("report").text.contains("Phú Lễ"))
        #expect(try mocban("register", "verify").status == 0)
        for arguments in [
            ["cards", office.folder("roster.csv"), "--out", office.folder("never")],
            ["revoke", serial, "--reason", "mất thẻ"],
        ] {
            let outcome = try Program.mocban.run(arguments + ["--office", place])
            #expect(outcome.status == 73 && outcome.errorLines.count == 2, "\(outcome.errors)")
            #expect(outcome.errors.lowercased().contains("read-only"), "\(outcome.errors)")
        }
    }
}

extension CommandOffice {
    /// The office as the library has it.
    fileprivate var opened: Office { get throws { try Office(folder: path) } }
}
