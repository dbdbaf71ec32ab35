import Files
import Foundation
import Glibc
import Mocban
import Payload
import TestSupport
import Testing

@Suite("revocations import, and verify with a list")
struct RevocationTests {
    private static func serial(of text: String) throws -> Serial { try UnverifiedPayload(text: text).claims.serial }

    @Test("a card on the list is revoked at that gate, and no other card or gate knows of it")
    func revokes() throws {
        let gate = try TestGate()
        let (card, poster) = (try gate.office.text(), try gate.office.text(.venue, issued: TestRun.clock))
        #expect(try gate.verify(card).lines.first?.hasPrefix("valid\t") == true)
        let list = try gate.list(revoking: [Self.serial(of: card)])
        let taken = try gate.take(list)
        #expect(taken.status == 0 && taken.errors.isEmpty && gate.kept == list)
        #expect(
            taken.lines.first?.contains("gate.revocations is now the unit 19897's list number 3") == true
                && taken.lines.first?.hasSuffix("1 revoked serial") == true)
        let answer = try gate.verify(card)
        #expect(answer.status == 1 && answer.errors.isEmpty)
        #expect(answer.lines.first?.hasPrefix("revoked\tĐÃ THU HỒI  Tôn Nữ Hồng Ẩn") == true)
        #expect(try gate.office.mocban(["verify", card]).lines.first?.hasPrefix("valid\t") == true)
        // Card and poster have the serial of one holder in these tests.
        #expect(try gate.verify(poster).lines.first?.hasPrefix("revoked\t") == true)
        let other = try gate.office.folder.write("other", try gate.list(4))
        #expect(try gate.verify(card, "--revocations", other).status == 0)

        let kept = try gate.office.mocban(["revocations", "import", gate.office.folder("from-office")])
        #expect(kept.status == 0 && gate.office.folder.names(in: "office").contains("revocations"))
        #expect(try gate.office.mocban(["verify", card]).lines.first?.hasPrefix("revoked\t") == true)
    }

    @Test("a key's cut-off revokes what it signed before", arguments: [(1, true), (0, false)] as [(Int64, Bool)])
    func cutOff(seconds: Int64, isRevoked: Bool) throws {
        let gate = try TestGate("--purpose", "card")
        let issued = TestRun.clock
        let text = try gate.office.text(issued: issued)
        let key = try UnverifiedPayload(text: text).keyID
        let taken = try gate.take(gate.list(cutOffs: [key: issued.adding(seconds: seconds)]))
        #expect(taken.status == 0 && taken.lines.first?.hasSuffix("0 revoked serials, 1 cut-off of keys") == true)
        #expect(try gate.verify(text).lines.first?.hasPrefix(isRevoked ? "revoked\t" : "valid\t") == true)
    }

    @Test("a pipe, a device or a circle of links in the kept list's place lets nobody in, and holds nobody up")
    func keptIsNoFile() throws {
        let gate = try TestGate()
        let text = try gate.office.text()
        let path = gate.office.folder("gate.revocations")
        try #require(unsafe mkfifo(path, 0o600) == 0)
        #expect(try gate.verify(text).status == 78)
        let taken = try gate.take(gate.list())
        #expect(taken.status == 0 && gate.kept != nil)
        #expect(try gate.verify(text).status == 0)
        for target in ["/dev/zero", "gate.revocations"] {
            try FileManager.default.removeItem(atPath: path)
            try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
            #expect(try gate.verify(text).status == 78, "\(target)")
        }
    }

    @Test("a newer list takes the place of an older one, never the other way")
    func order() throws {
        let gate = try TestGate()
        let (older, newer) = (try gate.list(41), try gate.list(42))
        for (list, words) in [(older, "is now"), (older, "is already"), (newer, "is now"), (newer, "is already")] {
            let taken = try gate.take(list)
            #expect(taken.status == 0 && taken.errors.isEmpty && gate.kept == list)
            #expect(taken.lines.first?.contains(words) == true)
        }
        let refused = try gate.take(older)
        #expect(refused.status == 1 && refused.output.isEmpty && gate.kept == newer)
        #expect(
            refused.errors.contains(
                "it is number 41 of \(gate.made), and the kept one is number 42 of \(gate.made)"))
        let other = try gate.take(gate.list(42, days: 8))
        #expect(other.status == 1 && other.errors.contains("number 42") && gate.kept == newer)
        #expect(gate.office.folder.names().filter { $0.contains("part") }.isEmpty)
    }

    /// What is wrong with a file that is offered.
    struct Fault: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let message: String
        let bytes: @Sendable (TestGate) throws -> [UInt8]
    }

    private static let faults = [
        Fault(testDescription: "empty", message: "it is no revocation list") { _ in [] },
        Fault(testDescription: "cut", message: "it is no revocation list") { Array(try $0.list().dropLast()) },
        Fault(testDescription: "endless", message: "it is no revocation list") {
            try $0.list() + Array(repeating: 0, count: 33 << 20)
        },
        Fault(testDescription: "changed", message: "does not hold") { gate in
            var bytes = try gate.list()
            bytes[bytes.count - 1] ^= 1
            return bytes
        },
        Fault(testDescription: "another unit's", message: "not among these keys") { _ in
            try TestGate(of: "other").list()
        },
        Fault(testDescription: "a card's message", message: "it is no revocation list") { gate in
            try SignedPayload(text: gate.office.text(.card, .ed25519)).message
        },
    ]

    @Test("what the keys do not vouch for is refused, and the kept list stays", arguments: faults, [false, true])
    func refuses(fault: Fault, hasKept: Bool) throws {
        let gate = try TestGate()
        let kept = hasKept ? try gate.list() : nil
        if let kept { #expect(try gate.take(kept).status == 0) }
        let refused = try gate.take(fault.bytes(gate))
        #expect(refused.status == 65 && refused.output.isEmpty && gate.kept == kept)
        #expect(refused.errors.contains("from-office is not taken: ") && refused.errors.contains(fault.message))
        let answer = try gate.verify(gate.office.text(), "--revocations", gate.office.folder("from-office"))
        #expect(answer.status == 65 && answer.output.isEmpty)
    }

    @Test("a file that is not there, keys that are not there, a name that the keys have")
    func missing() throws {
        let gate = try TestGate()
        for file in ["none", "office"] {
            let path = gate.office.folder(file)
            #expect(try Program.mocban.run(["revocations", "import", path, "--keys", gate.keys]).status == 66)
            #expect(try gate.verify("MB1:", "--revocations", path).status == 66)
        }
        let file = try gate.office.folder.write("list", try gate.list())
        #expect(try Program.mocban.run(["revocations", "import", file, "--keys", "none.jwks"]).status == 78)
        let odd = try gate.office.folder.write("odd.revocations", try gate.office.folder.data("gate.jwks"))
        #expect(try Program.mocban.run(["revocations", "import", file, "--keys", odd]).status == 73)
        #expect(try gate.office.folder.data("odd.revocations") == (try gate.office.folder.data("gate.jwks")))
    }

    @Test("keys of two units keep one unit's list")
    func twoUnits() throws {
        let gate = try TestGate()
        let other = Keyring.test("other", unit: 19870, at: TestRun.clock)
        let both = try Keyring(keys: Keyring(file: gate.keys).keys + other.exported().keys)
        try gate.office.folder.write("gate.jwks", both.jwkSet())
        #expect(try gate.take(gate.list(4)).status == 0)
        let now = TestRun.clock
        let list = RevocationList(
            unit: 19870, sequence: 9, issued: now, nextUpdate: now.adding(seconds: 86_400), serials: [])
        let refused = try gate.take(list.signed(with: other.revocationsKey(at: TestRun.clock)))
        #expect(refused.status == 65 && refused.errors.contains("the unit 19870's"))
        #expect(try gate.kept == gate.list(4))
    }

    @Test("what an office exports a gate takes; each list has a higher number")
    func export() throws {
        let gate = try TestGate("--purpose", "card")
        let file = gate.office.folder("list.bin")
        for days in [7, 30] {
            let exported = try gate.office.mocban(
                ["revocations", "export", file], "--next-update-days", "\(days)")
            #expect(exported.status == 0 && exported.output.isEmpty)
            #expect(exported.errors.contains("the unit 19897's list number"))
            let taken = try Program.mocban.run(["revocations", "import", file, "--keys", gate.keys])
            #expect(taken.status == 0 && taken.errors.isEmpty && taken.lines.first?.contains("is now") == true)
            let list = try RevocationList(verifying: try #require(gate.kept), keyring: Keyring(file: gate.keys))
            #expect(list.nextUpdate == list.issued.adding(seconds: Int64(days) * 86_400))
        }
        #expect(try gate.verify(gate.office.text()).errors.isEmpty)
        #expect(try gate.office.mocban(["revocations", "export", gate.office.path + "/keyring.jwks"]).status == 73)
        #expect(try gate.office.mocban(["revocations", "export", gate.office.folder("none/list.bin")]).status == 73)
        for days in ["0", "3651", "-1", "x"] {
            #expect(try gate.office.mocban(["revocations", "export", file], "--next-update-days", days).status == 64)
        }
    }

    @Test("with a damaged list nothing is verified until a list is imported again")
    func damagedKept() throws {
        let gate = try TestGate()
        let text = try gate.office.text()
        for damaged in [[], try gate.list(9).dropLast(), try TestGate(of: "other").list(9)] as [[UInt8]] {
            try gate.office.folder.write("gate.revocations", damaged)
            let refused = try gate.verify(text)
            #expect(refused.status == 78 && refused.output.isEmpty)
            #expect(refused.errors.contains("mocban revocations import FILE"))
            let taken = try gate.take(gate.list())
            #expect(taken.status == 0 && taken.errors.contains("was no list that these keys vouch for"))
            #expect(try gate.verify(text).status == 0)
        }
    }
}
