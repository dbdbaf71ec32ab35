import Files
import Foundation
import GRDB
import Glibc
import TestSupport
import Testing

/// Registers that contradict each other: one message, and nothing is changed.
@Suite("Merging registers") struct MergeCommandTests {
    private let office: CommandOffice

    init() throws {
        office = try CommandOffice()
        for copy in ["there", "elsewhere"] {
            try FileManager.default.copyItem(atPath: office.path, toPath: office.folder(copy))
        }
    }

    private func cards(_ roster: String, in folder: String, _ more: String...) throws {
        try office.folder.write("people.csv", "household,full_name,date_of_birth,national_id,hamlet\n" + roster)
        let outcome = try Program.mocban.run(
            [
                "cards", office.folder("people.csv"), "--office", office.folder(folder), "--out",
                office.folder("out-\(folder)"),
                "--template", "plain",
            ] + more)
        try #require(outcome.status == 0, "\(outcome.errors)")
    }

    private func expectRefused(_ files: [String], status: Int32 = 1, _ words: String) throws {
        let before = try office.exported()
        let outcome = try office.mocban(["register", "merge"] + files.map { office.folder($0) })
        #expect(outcome.status == status && outcome.output.isEmpty, "\(outcome.text)")
        #expect(outcome.errors.contains(words) && outcome.errorLines.count <= 2, "\(outcome.errors)")
        #expect(try office.exported() == before)
    }

    @Test("that issued the same card are refused")
    func issuedTwice() throws {
        try cards("H-1,Lê Văn Hai,12/03/1985,046085100001,Phú Lễ\n", in: "office")
        // Of one second, both would be the same entry of the log, which nobody need merge.
        try cards(
            "H-1,Lê Văn Hai,12/03/1985,046085100001,Phú Lễ\n", in: "there", "--clock", TestRun.day(0, seconds: 1))
        try expectRefused(["there"], "both registers issued")
    }

    @Test("that have two good cards of one person are refused, until one of them is revoked; and all of them at once")
    func twoGoodCards() throws {
        try cards("H-1,Lê Văn Hai,12/03/1985,,Phú Lễ\n", in: "office")
        try cards("H-9,Lê Văn Chín,12/03/1985,,Phú Lễ\n", in: "elsewhere")
        try cards("H-1,Lê Văn Hai,12/03/1985,046085100001,Phú Lễ\n", in: "there")
        try expectRefused(["elsewhere", "there"], "one holder would have two good cards")
        let serial = try #require(try office.manifestSerials("out-there").first)
        let revoked = try Program.mocban.run(
            ["revoke", serial, "--office", office.folder("there"), "--reason", "hai thẻ"])
        #expect(revoked.status == 0)
        let merged = try office.mocban(["register", "merge", office.folder("elsewhere"), office.folder("there")])
        #expect(merged.status == 0, "\(merged.errors)")
        #expect(try office.mocban(["register", "verify"]).status == 0)
        let found = try office.mocban(["find", serial])
        #expect(found.text.contains("revoked: hai thẻ"), "\(found.text)")
    }

    @Test("of another office are refused as bad data")
    func otherOffice() throws {
        let other = try CommandOffice(keys: "other")
        let path = other.path + "/register.sqlite"
        let outcome = try office.mocban(["register", "merge", path])
        #expect(outcome.status == 65 && outcome.errors.contains("another office"), "\(outcome.errors)")
    }

    @Test("that were changed are refused as bad data, and what is no register")
    func damaged() throws {
        try office.folder.write("text.sqlite", "no register")
        try expectRefused(["text.sqlite"], status: 65, "no whole copy")
        try cards("H-1,Lê Văn Hai,12/03/1985,,Phú Lễ\n", in: "there")
        let queue = try DatabaseQueue(path: office.folder("there/register.sqlite"))
        try queue.write { try $0.execute(sql: "UPDATE card SET name = 'Lê Văn Ba'") }
        try queue.close()
        try expectRefused(["there"], status: 65, "was changed")
    }

    @Test("with a key that this office does not have are refused")
    func unknownKey() throws {
        let made = try Program.mocban.run(["key", "new", "--office", office.folder("there")])
        #expect(made.status == 0, "\(made.errors)")
        try cards("H-1,Lê Văn Hai,12/03/1985,,Phú Lễ\n", in: "there")
        try expectRefused(["there"], "not in this office's keyring")
    }

    @Test("with a run that was stopped are refused")
    func unsettled() throws {
        try office.folder.write("people.csv", "household,full_name,date_of_birth,hamlet\nH-1,Lê Văn Hai,1985,Phú Lễ\n")
        let killed = try Program.mocban.with("MOCBAN_FAULT=\(FaultPoint.afterRegister.rawValue):1").run([
            "cards", office.folder("people.csv"), "--office", office.folder("there"), "--out", office.folder("out"),
            "--template", "plain",
        ])
        #expect(killed.status == 137)
        try expectRefused(["there"], "was stopped")
    }

    @Test(
        "that is killed at any moment has merged all of it or nothing, and goes through the next time", arguments: 0..<5
    )
    func killed(seed: UInt64) throws {
        try office.folder.write("roster.csv", CommandOffice.roster(400))
        let printed = try Program.mocban.run([
            "cards", office.folder("roster.csv"), "--office", office.folder("there"), "--out", office.folder("out"),
            "--template", "plain",
        ])
        try #require(printed.status == 0, "\(printed.errors)")
        let before = try office.exported()
        let running = try Program.mocban.start(
            ["register", "merge", office.folder("there"), "--office", office.path])
        var random = SeededNumbers(seed)
        usleep(UInt32.random(in: 20_000..<400_000, using: &random))
        running.send(SIGKILL)
        let status = running.outcome().status
        #expect(status == 137 || status == 0)
        let verified = try office.mocban(["register", "verify"])
        #expect(verified.status == 0, "\(verified.text)")
        if verified.text.contains(" 0 cards") { #expect(try office.exported() == before) }
        #expect(try office.mocban(["register", "merge", office.folder("there")]).status == 0)
        #expect(try office.mocban(["register", "verify"]).text.contains("400 cards"))
        #expect(office.folder.names(in: "office").allSatisfy { !$0.contains(".part") })
    }

    @Test("that are not there are missing input")
    func missing() throws { try expectRefused(["nowhere"], status: 66, "no such file") }
}
