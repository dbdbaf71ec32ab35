import Files
import Foundation
import Glibc
import Mocban
import Payload
import TestSupport
import Testing

@Suite("a gate remembers the newest list that it has seen")
struct SeenListTests {
    private static let files = (list: "gate.revocations", seen: "gate.revocations.seen")

    /// A gate that keeps the list 42, which revokes a card; the list 41 does not.
    private struct Gate42 {
        let gate: TestGate
        let text: String
        let older, newer: [UInt8]

        init() throws {
            gate = try TestGate()
            text = try gate.office.text()
            older = try gate.list(41)
            newer = try gate.list(42, revoking: [UnverifiedPayload(text: text).claims.serial])
            #expect(try gate.take(newer).status == 0)
        }

        var folder: TemporaryFolder { gate.office.folder }
        func remove(_ name: String) { try? FileManager.default.removeItem(atPath: folder(name)) }
        var seen: String? { try? folder.text(SeenListTests.files.seen) }
    }

    /// What is done to the list behind the gate's back.
    struct Loss: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let reason: String
        let change: @Sendable (TemporaryFolder, _ path: String) throws -> Void
    }

    private static let losses = [
        Loss(testDescription: "removed", reason: "it is gone, and was number 42") { _, path in
            try FileManager.default.removeItem(atPath: path)
        },
        Loss(testDescription: "a link that leads nowhere", reason: "a link that leads nowhere") { folder, path in
            try FileManager.default.removeItem(atPath: path)
            try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: folder("none"))
        },
        Loss(testDescription: "a link to itself", reason: "cannot be used") { _, path in
            try FileManager.default.removeItem(atPath: path)
            try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path)
        },
        Loss(testDescription: "a pipe", reason: "it is a pipe, a socket or a device") { _, path in
            try FileManager.default.removeItem(atPath: path)
            #expect(unsafe mkfifo(path, 0o600) == 0)
        },
        Loss(testDescription: "empty", reason: "it is no revocation list") { _, path in
            try Data().write(to: URL(fileURLWithPath: path))
        },
    ]

    @Test("a list that is lost stops the gate until the newest is there again", arguments: losses, [false, true])
    func lost(loss: Loss, isOffice: Bool) throws {
        let gate = try Gate42()
        let office = gate.gate.office
        if isOffice {
            #expect(try office.mocban(["revocations", "import", gate.folder("from-office")]).status == 0)
        }
        let path = isOffice ? office.path + "/revocations" : gate.folder(Self.files.list)
        func ask() throws -> Program.Outcome {
            isOffice ? try office.mocban(["verify", gate.text]) : try gate.gate.verify(gate.text)
        }
        func take(_ bytes: [UInt8]) throws -> Program.Outcome {
            guard isOffice else { return try gate.gate.take(bytes) }
            return try office.mocban(["revocations", "import", gate.folder.write("from-office", bytes)])
        }
        try loss.change(gate.folder, path)
        let refused = try ask()
        #expect(refused.status == 78 && refused.output.isEmpty)
        #expect(refused.errors.contains(loss.reason) && refused.errors.contains("mocban revocations import FILE"))
        let older = try take(gate.older)
        #expect(older.status == 1 && older.errors.contains("number 41") && older.errors.contains("number 42"))
        #expect(try take(gate.newer).status == 0)
        let answer = try ask()
        #expect(answer.errors.isEmpty && answer.lines.first?.hasPrefix("revoked\t") == true)
    }

    @Test(
        "an older list, another of the same number or another unit's, copied over the newest, is no list of the gate's")
    func replaced() throws {
        let gate = try Gate42()
        let both = Keyring.test("other", unit: 19870, at: TestRun.clock)
        let keys = try Keyring(keys: Keyring(file: gate.gate.keys).keys + both.exported().keys)
        try gate.folder.write("gate.jwks", keys.jwkSet())
        let now = TestRun.clock
        let other = try RevocationList(
            unit: 19870, sequence: 99, issued: now, nextUpdate: now.adding(seconds: 86_400), serials: []
        ).signed(with: both.revocationsKey(at: now))
        let cases = [
            (gate.older, "it is number 41 of", 1), (try gate.gate.list(42), "has the number 42", 1),
            (other, "the unit 19870's", 65),
        ]
        for (bytes, reason, status) in cases {
            try gate.folder.write(Self.files.list, bytes)
            let refused = try gate.gate.verify(gate.text)
            #expect(refused.status == 78 && refused.output.isEmpty && refused.errors.contains(reason))
            #expect(try Int(gate.gate.take(bytes).status) == status)
            // A list that is named by hand is held to the newest too.
            let named = try gate.gate.verify(gate.text, "--revocations", gate.folder("from-office"))
            #expect(Int(named.status) == status && named.output.isEmpty)
            let taken = try gate.gate.take(gate.newer)
            #expect(taken.status == 0 && taken.errors.contains("was gone, or an older list"))
            #expect(try gate.gate.verify(gate.text).lines.first?.hasPrefix("revoked\t") == true)
        }
        let newest = try gate.folder.write("newest", try gate.gate.list(43))
        #expect(try gate.gate.verify(gate.text, "--revocations", newest).status == 0)
        #expect(gate.seen?.contains("\"sequence\":42,") == true)
    }

    @Test("a newer list that somebody copies there is remembered")
    func copied() throws {
        let gate = try Gate42()
        try gate.folder.write(Self.files.list, try gate.gate.list(43))
        #expect(try gate.gate.verify(gate.text).errors.isEmpty)
        #expect(gate.seen?.contains("\"sequence\":43,") == true)
        #expect(try gate.gate.take(gate.newer).status == 1)
    }

    @Test("where the memory is lost, the list itself counts", arguments: ["removed", "empty", "{}", "folder", "pipe"])
    func memory(damage: String) throws {
        let gate = try Gate42()
        let whole = gate.seen
        gate.remove(Self.files.seen)
        switch damage {
        case "removed": break
        case "folder":
            try FileManager.default.createDirectory(
                atPath: gate.folder(Self.files.seen), withIntermediateDirectories: false)
        case "pipe": #expect(unsafe mkfifo(gate.folder(Self.files.seen), 0o600) == 0)
        default: try gate.folder.write(Self.files.seen, damage == "empty" ? "" : damage)
        }
        let answer = try gate.gate.verify(gate.text)
        #expect(answer.lines.first?.hasPrefix("revoked\t") == true && answer.errors.contains("gate.revocations.seen"))
        #expect(answer.errors.count { $0 == "\n" } == 1)
        guard damage != "folder" else { return #expect(answer.errors.contains("is not remembered")) }
        #expect(gate.seen == whole && answer.errors.contains("is written anew"))
        #expect(try gate.gate.verify(gate.text).errors.isEmpty)
        // Without the list nobody knows what was there; that it was there is known.
        gate.remove(Self.files.list)
        try gate.folder.write(Self.files.seen, "{}")
        #expect(try gate.gate.verify(gate.text).status == 78)
        #expect(try gate.gate.take(gate.newer).status == 0)
    }

    @Test("an import that is killed lets no older list in, and keeps no gate shut", arguments: [true, false])
    func killed(isRemembered: Bool) throws {
        let gate = try Gate42()
        let newest = try gate.folder.write("newest", try gate.gate.list(43))
        let point = isRemembered ? ListFaultPoint.remembered : .staged
        let killed = try Program.mocban.with("MOCBAN_FAULT=" + point.rawValue).run([
            "revocations", "import", newest, "--keys", gate.gate.keys,
        ])
        #expect(killed.status == 128 + SIGKILL)
        let answer = try gate.gate.verify(gate.text)
        #expect(answer.errors.isEmpty && answer.lines.first?.hasPrefix(isRemembered ? "valid\t" : "revoked\t") == true)
        #expect(try gate.gate.take(gate.newer).status == (isRemembered ? 1 : 0))
        #expect(try gate.gate.take(gate.gate.list(43)).status == 0)
        #expect(try gate.gate.verify(gate.text).errors.isEmpty)
        #expect(gate.folder.names().filter { $0.hasPrefix("gate.revocations") } == [Self.files.list, Self.files.seen])
        // Were the file that waited lost, the list of before would not do either.
        if isRemembered {
            try gate.folder.write(Self.files.list, gate.newer)
            #expect(try gate.gate.verify(gate.text).status == 78)
        }
    }

    @Test("of several imports at once the newest list stays")
    func together() async throws {
        let gate = try Gate42()
        let files = try (40...47).map { try gate.folder.write("list-\($0)", try gate.gate.list($0)) }
        let keys = gate.gate.keys
        let statuses = try await withThrowingTaskGroup(of: Int32.self) { group in
            for file in files.shuffled() {
                group.addTask { try Program.mocban.run(["revocations", "import", file, "--keys", keys]).status }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses.allSatisfy { $0 == 0 || $0 == 1 } && statuses.contains(1))
        #expect(try gate.gate.kept == gate.gate.list(47) && gate.seen?.contains("\"sequence\":47,") == true)
    }

    @Test("a gate that works for days takes the newest list, and no older one", arguments: ["older", "removed"])
    func longRun(end: String) throws {
        let gate = try Gate42()
        let running = try Program.mocban.start(["verify", "--keys", gate.gate.keys, "-"])
        func ask() -> String? {
            running.write(gate.text + "\n")
            return running.line()
        }
        #expect(ask()?.hasPrefix("revoked\t") == true)
        #expect(try gate.gate.take(gate.gate.list(43)).status == 0)
        #expect(ask()?.hasPrefix("valid\t") == true)
        #expect(
            try gate.gate.take(gate.gate.list(44, revoking: [UnverifiedPayload(text: gate.text).claims.serial])).status
                == 0)
        #expect(ask()?.hasPrefix("revoked\t") == true)
        // With the memory gone too, the program itself knows.
        gate.remove(Self.files.seen)
        if end == "older" { try gate.folder.write(Self.files.list, gate.older) } else { gate.remove(Self.files.list) }
        #expect(ask() == nil)
        let outcome = running.outcome()
        #expect(outcome.status == 78 && outcome.errors.contains("number 44"))
        #expect(gate.seen?.contains("\"sequence\":44,") == true)
        #expect(try gate.gate.verify(gate.text).status == 78)
    }

    @Test("a long run with a list that is named by hand notices that it is another or gone")
    func longRunNamed() throws {
        let gate = try Gate42()
        let named = try gate.folder.write("named", gate.newer)
        let running = try Program.mocban.start(["verify", "--keys", gate.gate.keys, "--revocations", named, "-"])
        func ask() -> String? {
            running.write(gate.text + "\n")
            return running.line()
        }
        #expect(ask()?.hasPrefix("revoked\t") == true)
        try gate.folder.write("named", try gate.gate.list(45))
        #expect(ask()?.hasPrefix("valid\t") == true)
        try gate.folder.write("named", try gate.gate.list(44))
        #expect(ask() == nil && running.outcome().status == 1)
    }
}
