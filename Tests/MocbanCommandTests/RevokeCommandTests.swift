import Files
import Foundation
import Mocban
import Payload
import Register
import TestSupport
import Testing

@Suite("mocban revoke")
struct RevokeCommandTests {
    private let office: CommandOffice
    private let people: RegisteredPeople

    init() throws {
        office = try CommandOffice()
        people = try RegisteredPeople(office)
    }

    private func revoke(_ arguments: [String], reason: String = "mất thẻ") throws -> Program.Outcome {
        try Program.mocban.run(["revoke", "--office", office.path, "--reason", reason] + arguments)
    }

    private func revoke(_ arguments: String...) throws -> Program.Outcome { try revoke(arguments) }

    private var states: [RegisteredCard.State?] {
        get throws {
            try people.register.reading { snapshot in
                try people.serials.map { try snapshot.card($0)?.state(at: TestRun.clock) }
            }
        }
    }

    @Test("serials, as they are typed, and back")
    func serials() throws {
        let typed = people.serials[0].description.lowercased().replacing("-", with: "")
        let done = try revoke(typed, people.serials[1].description)
        #expect(done.status == 0 && done.errors.isEmpty)
        #expect(
            done.lines == [
                "\(people.serials[0])  revoked  Nguyễn Thị Hương", "\(people.serials[1])  revoked  Nguyễn Thị Hường",
                "2 cards revoked", "Gates need a new list: mocban revocations export FILE",
            ])
        #expect(try states == [.revoked, .revoked, .valid, .valid, .valid])
        let undone = try revoke(typed, "--undo")
        #expect(undone.status == 0 && undone.lines[0] == "\(people.serials[0])  valid  Nguyễn Thị Hương")
        #expect(try states == [.valid, .revoked, .valid, .valid, .valid])
    }

    @Test("one bad serial among good ones, and nothing is changed; all bad ones are named")
    func refused() throws {
        let good = people.serials[0].description
        let (unknown, revoked) = ("0000-0000-0000", people.serials[1].description)
        #expect(try revoke(revoked).status == 0)
        let outcome = try revoke(good, unknown, revoked)
        #expect(outcome.status == 66 && outcome.output.isEmpty)
        #expect(
            outcome.errors.contains("\(unknown) is registered")
                && outcome.errors.contains("\(revoked) is revoked already"))
        #expect(outcome.errorLines.count { $0.hasPrefix("mocban: ") } == 3)
        let mistyped = try revoke(good, "7k3m", unknown)
        #expect(
            mistyped.status == 65 && mistyped.output.isEmpty
                && mistyped.errorLines.count { $0.hasPrefix("mocban: ") } == 3)
        #expect(mistyped.errors.contains("7k3m: a serial has 12 characters, not 4"))
        let again = try revoke(revoked)
        #expect(again.status == 1 && again.output.isEmpty)
        #expect(try states == [.valid, .revoked, .valid, .valid, .valid])
    }

    @Test("a household, a run, and back")
    func sets() throws {
        _ = try revoke(people.serials[0].description)
        let household = try revoke(["--household", "pl-0"], reason: "chuyển đi")
        #expect(household.status == 0)
        #expect(
            household.lines.contains("1 card revoked") && household.lines.contains("1 card left aside: already revoked")
        )
        let run = try revoke(["--run", "1", "--json"], reason: "in hỏng")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
        #expect(
            (object["changed"] as? [Any])?.count == 3
                && (object["leftAside"] as? [String: Int]) == ["alreadyRevoked": 2])
        #expect(try revoke("--run", "1").status == 1)
        #expect(try revoke("--run", "1", "--undo").lines.contains("3 cards restored"))
        #expect(try states == [.revoked, .revoked, .valid, .valid, .valid])
        #expect(try revoke("--household", "PL-9").status == 66 && revoke("--run", "9").status == 66)
    }

    @Test("a replaced card does not become good beside its successor")
    func replaced() throws {
        let new = try people.reissue(people.serials[0])
        let outcome = try revoke(people.serials[0].description, "--undo")
        #expect(
            outcome.status == 1
                && outcome.errors.contains("was replaced by \(new), which is good: take that one, or revoke it first"))
    }

    @Test("a key, and back")
    func key() throws {
        let key = people.key.description
        let early = try revoke("--key", key, "--issued-before", "2021-11-08")
        #expect(early.status == 0 && early.lines[0].hasSuffix("is revoked: 0 registered cards, and any other"))
        #expect(early.lines[1] == "5 cards that it signed since then: not revoked")
        let all = try revoke("--key", key)
        #expect(all.status == 0 && all.lines[0].hasSuffix("is revoked: 5 registered cards, and any other"))
        #expect(all.lines.contains { $0.hasSuffix("mocban key retire \(key)") })
        #expect(try states.allSatisfy { $0 == .revoked })
        #expect(try revoke("--key", key, "--undo").status == 0)
        #expect(try states.allSatisfy { $0 == .valid })
        #expect(try revoke("--key", key, "--undo").status == 66 && revoke("--key", "AAAAAA").status == 78)
    }

    @Test(
        "wrong usage is refused",
        arguments: [
            [], ["AAAA", "--household", "PL-0"], ["--household", "PL-0", "--run", "1"], ["--key", "nokey"],
            ["--run", "1", "--issued-before", "2021-11-08"],
        ])
    func usage(arguments: [String]) throws { #expect(try revoke(arguments).status == 64) }

    @Test("no reason is no reason")
    func reason() throws { #expect(try revoke(["--run", "1"], reason: "  ").status == 64) }

    @Test("another command that works in the office is waited for, or named")
    func busy() throws {
        let lock = try OfficeLock(Office(folder: office.path), command: "cards")
        let outcome = try revoke("--run", "1")
        #expect(outcome.status == 73 && outcome.errors.contains("mocban cards (process "))
        withExtendedLifetime(lock) {}
    }

    @Test("verify asks the register at each line")
    func live() throws {
        let (first, second) = (try people.text(0), try people.text(1))
        let gate = try Program.mocban.start(["verify", "-", "--office", office.path])
        func answer(_ text: String) -> String? {
            gate.write(text + "\n")
            return gate.line()?.split(separator: "\t").first.map(String.init)
        }
        #expect(answer(first) == "valid")
        _ = try revoke(people.serials[0].description)
        #expect(answer(first) == "revoked" && answer(second) == "valid")
        _ = try revoke("--key", people.key.description)
        #expect(answer(second) == "revoked")
        _ = try revoke("--key", people.key.description, "--undo")
        _ = try revoke(people.serials[0].description, "--undo")
        #expect(answer(first) == "valid" && answer(second) == "valid")
        #expect(gate.outcome().status == 1)
    }

    @Test("verify sees a register that is put in another's place while it works, and answers nothing without one")
    func exchanged() throws {
        let backup = office.folder("backup.sqlite")
        #expect(try office.mocban(["register", "backup", backup]).status == 0)
        _ = try revoke(people.serials[0].description)
        let text = try people.text(0)
        let gate = try Program.mocban.start(["verify", "-", "--office", office.path])
        func answer() -> String? {
            gate.write(text + "\n")
            return gate.line()?.split(separator: "\t").first.map(String.init)
        }
        #expect(answer() == "revoked")
        #expect(try office.mocban(["register", "restore", backup]).status == 0)
        #expect(answer() == "valid")
        for suffix in ["", "-wal"] {
            try? FileManager.default.removeItem(atPath: office.path + "/register.sqlite" + suffix)
        }
        #expect(answer() == nil)
        #expect(gate.outcome().status == 78)
        #expect(try office.mocban(["verify", text]).status == 78)
    }
}
