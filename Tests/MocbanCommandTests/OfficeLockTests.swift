import Files
import Foundation
import Glibc
import Mocban
import Payload
import TestSupport
import Testing

@Suite("One office, two commands")
struct OfficeLockTests {
    private let office: CommandOffice

    init() throws { office = try CommandOffice() }

    private static let writing = [["key", "new"], ["key", "retire", "AAAAAA"], ["cards"], ["posters"]]

    private func arguments(_ command: [String]) -> [String] {
        let list = ["cards": "roster.csv", "posters": "venues.csv"][command[0]].map { [office.folder($0)] } ?? []
        let out =
            list.isEmpty ? [] : ["--out", office.folder("out"), "--template", command == ["cards"] ? "plain" : "sign"]
        return command + list + ["--office", office.path] + out
    }

    @Test("the second is told who works in the office and since when", arguments: writing)
    func busy(command: [String]) throws {
        let since = try #require(Timestamp("2021-11-08T07:03:59Z"))
        let lock = try OfficeLock(Office(folder: office.path), command: "cards", since: since)
        let before = try office.folder.contents(of: "office")
        let outcome = try Program.mocban.run(arguments(command))
        #expect(outcome.status == 73 && outcome.output.isEmpty)
        #expect(
            outcome.errors
                == "mocban: mocban cards (process \(getpid())) has been working in this office since 14:03 on 08/11/2021: "
                + "wait, or give --wait\n")
        #expect(try office.folder.contents(of: "office") == before && office.folder.names(in: "out").isEmpty)
        withExtendedLifetime(lock) {}
    }

    @Test("the lock's file says who holds it, and is empty when nobody does")
    func content() throws {
        let lock = try OfficeLock(Office(folder: office.path), command: "key new", since: TestRun.clock)
        let data = try office.folder.data("office/register.lock")
        let holder = try JSONDecoder().decode(OfficeLock.Holder.self, from: data)
        #expect(holder.command == "key new" && holder.pid == getpid() && holder.user != nil)
        #expect(data.last == 0x0A && data.count { $0 == 0x0A } == 1)
        withExtendedLifetime(lock) {}
    }

    @Test("a lock that is let go of leaves an empty file")
    func released() throws {
        #expect(try Program.mocban.run(arguments(["cards"])).status == 0)
        #expect(try office.folder.data("office/register.lock").isEmpty)
    }

    @Test("what a killed command left in the file holds nobody up")
    func stale() throws {
        try office.folder.write("office/register.lock", "{\"pid\":1,\"command\":\"cards\",\"since\":\"\"}\n")
        #expect(try Program.mocban.run(arguments(["key", "new"])).status == 0)
    }

    @Test("readers are not held up")
    func readers() throws {
        let lock = try OfficeLock(Office(folder: office.path), command: "cards", since: TestRun.clock)
        #expect(try office.mocban(["verify", try office.text()]).status == 0)
        #expect(try office.mocban(["key", "list"]).status == 0)
        #expect(try office.mocban(["roster", "check", office.folder("roster.csv")]).status < 2)
        withExtendedLifetime(lock) {}
    }

    @Test("--wait waits, and says for whom", arguments: writing.filter { $0[0] != "key" || $0[1] == "new" })
    func wait(command: [String]) throws {
        var lock: OfficeLock? = try OfficeLock(Office(folder: office.path), command: "posters", since: TestRun.clock)
        let waiting = try Program.mocban.start(arguments(command) + ["--wait"])
        #expect(waiting.waitForErrors() && waiting.isRunning)
        withExtendedLifetime(lock) {}
        lock = nil
        let outcome = waiting.outcome()
        #expect(outcome.status == 0)
        #expect(outcome.errorLines.count { $0.hasPrefix("waiting: mocban posters (process \(getpid()))") } == 1)
    }

    @Test("Ctrl-C ends the waiting")
    func stopped() throws {
        let lock = try OfficeLock(Office(folder: office.path), command: "posters", since: TestRun.clock)
        let waiting = try Program.mocban.start(arguments(["key", "new"]) + ["--wait"])
        #expect(waiting.waitForErrors())
        waiting.send(SIGINT)
        let outcome = waiting.outcome()
        #expect(outcome.status == 130 && outcome.errorLines.contains("mocban: stopped; nothing was changed"))
        withExtendedLifetime(lock) {}
    }

    @Test("one of many at once works, and all do with --wait")
    func many() throws {
        let running = try (0..<6).map { _ in try Program.mocban.start(arguments(["key", "new"]) + ["--wait"]) }
        #expect(running.map { $0.outcome().status } == Array(repeating: 0, count: 6))
        #expect(try Office(folder: office.path).keyring().keys.count == 5 * 7)
    }
}
