import Files
import Foundation
import Glibc
import Messages
import Mocban
import Payload
import TestSupport
import Testing

/// Files that are offered as keyrings: what they are comes before what is in them, and nothing waits.
@Suite("keyring files", .timeLimit(.minutes(1)))
struct KeyringFileTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func reason(_ path: String) -> String? {
        do {
            _ = try Keyring(file: path)
            return nil
        } catch OfficeError.keyringUnreadable(path, let reason) {
            return reason.english
        } catch {
            return "\(error)"
        }
    }

    private static func keys() throws -> String {
        try Keyring.test(at: Timestamp(secondsSince1970: 1_600_000_000)).exported().jwkSet()
    }

    @Test("folders, pipes, sockets and devices are called that at once")
    func notFiles() throws {
        #expect(reason(folder.path) == "it is a folder")
        let pipe = folder("pipe")
        try #require(unsafe mkfifo(pipe, 0o600) == 0)
        #expect(reason(pipe) == "it is a pipe, a socket or a device, not a file")
        for device in ["/dev/null", "/dev/zero", "/dev/tty"] {
            #expect(reason(device) == "it is a pipe, a socket or a device, not a file", "\(device)")
        }
    }

    @Test("links are followed, and not for ever")
    func links() throws {
        try folder.write("gate.jwks", Self.keys())
        try FileManager.default.createSymbolicLink(atPath: folder("link"), withDestinationPath: "gate.jwks")
        #expect(reason(folder("link")) == nil)
        try FileManager.default.createSymbolicLink(atPath: folder("one"), withDestinationPath: "two")
        try FileManager.default.createSymbolicLink(atPath: folder("two"), withDestinationPath: "one")
        #expect(reason(folder("one")) == "its links lead round in a circle")
        try FileManager.default.createSymbolicLink(atPath: folder("three"), withDestinationPath: "nowhere")
        #expect(reason(folder("three")) == "there is no such file")
        #expect(reason(folder("nowhere")) == "there is no such file")
        #expect(reason(folder("gate.jwks/inside")) == "Not a directory")
    }

    @Test("empty files, bad UTF-8 and files that are too long are called that")
    func contents() throws {
        #expect(reason(try folder.write("empty", "")) == "it is empty")
        #expect(
            reason(try folder.write("latin", Array("{\"keys\": [], \"a\": \"".utf8) + [0xe9] + Array("\"}".utf8)))
                == "it is not text in UTF-8")
        #expect(
            reason(try folder.write("utf16", "{\"keys\": []}".data(using: .utf16) ?? Data()))
                == "it is not text in UTF-8")
        #expect(reason(try folder.write("surrogate", [0x22, 0xed, 0xa0, 0x80, 0x22])) == "it is not text in UTF-8")
        let keys = try Self.keys()
        let padding = String(repeating: " ", count: (1 << 20) - keys.utf8.count)
        #expect(reason(try folder.write("full", keys + padding)) == nil)
        #expect(reason(try folder.write("long", keys + padding + " ")) == "it is longer than 1 MiB")
        // As long as a disk on paper, with nothing in it.
        let sparse = try folder.write("sparse", "")
        try #require(unsafe truncate(sparse, 1 << 40) == 0)
        #expect(reason(sparse) == "it is longer than 1 MiB")
        #expect(reason(try folder.write("marked", "\u{FEFF}" + keys))?.contains("byte order mark") == true)
        #expect(reason(try folder.write("twice", keys + keys))?.contains("something after the end") == true)
    }

    @Test("a file of the system, which says that it is empty, is read")
    func system() {
        #expect(reason("/proc/self/status")?.contains("line 1, column 1") == true)
    }

    @Test("an office's keyring is judged by the file that is read")
    func office() throws {
        var numbers = TestRun.numbers("office")
        let office = try Office.create(
            folder: folder("office"), configuration: OfficeConfiguration(unit: 19897, name: "A"), clock: TestRun.clock,
            using: &numbers)
        let path = folder("office/keyring.jwks")
        #expect(try office.keyring().keys.count == 5)
        #expect(chmod(path) == 0)
        #expect(throws: OfficeError.keyringExposed(path: path, mode: 0o640)) { try office.keyring() }
        try FileManager.default.removeItem(atPath: path)
        try #require(unsafe mkfifo(path, 0o600) == 0)
        #expect(
            throws: OfficeError.keyringUnreadable(path: path, reason: RegularFile.Fault.notAFile.message)
        ) {
            try office.keyring()
        }
    }

    @Test("after the last epoch there is none, and the keyring stays")
    func lastEpoch() throws {
        let office = try TestOffice()
        let path = office.path + "/keyring.jwks"
        let root = try #require(RootKey(bytes: Array(0..<32), epoch: 4_294_967_293, unit: 19897))
        try office.office.keyring().adding(root, at: TestOffice.start).write(path)
        try office.beginEpoch(clock: TestOffice.clock)
        let keyring = try office.office.keyring()
        #expect(keyring.keys.last?.epoch == 4_294_967_294)
        #expect(throws: KeyringError.noNextEpoch) {
            try office.beginEpoch(clock: TestOffice.clock)
        }
        #expect(try office.office.keyring() == keyring)
    }

    private func chmod(_ path: String) -> Int32 { unsafe Glibc.chmod(path, 0o640) }

    @Test("an export never takes the place of an office's keyring, be it damaged")
    func exports() throws {
        let office = Keyring.test(at: Timestamp(secondsSince1970: 1_600_000_000))
        let exported = try office.exported()
        for text in [
            office.jwkSet(), office.jwkSet() + ",", String(office.jwkSet().dropLast(9)), "\u{FEFF}" + office.jwkSet(),
        ] {
            let path = try folder.write("keyring.jwks", text)
            #expect(throws: OfficeError.holdsSecrets(path: path)) { try exported.export(to: path) }
            #expect(try folder.text("keyring.jwks") == text)
        }
        for text in [exported.jwkSet(), "", "a list of something"] {
            let path = try folder.write("gate.jwks", text)
            try exported.export(to: path)
            #expect(try Keyring(file: path) == exported)
        }
    }

    @Test("a keyring that no key file could hold is not written")
    func tooManyKeys() throws {
        let keys = Keyring.test(at: Timestamp(secondsSince1970: 1_600_000_000)).keys
        let many = Keyring(keys: Array(repeating: keys, count: 1000).flatMap(\.self))
        #expect(throws: FileError.self) { try many.export(to: folder("many.jwks")) }
        #expect(folder.names() == [])
    }
}

extension Keyring {
    fileprivate func write(_ path: String) throws {
        try Data(jwkSet().utf8).write(to: URL(fileURLWithPath: path))
    }
}
