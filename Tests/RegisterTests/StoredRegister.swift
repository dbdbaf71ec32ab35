import Files
import Foundation
import Payload
import TestSupport

@testable import Register
@testable import RegisterExchange

/// A register's file that nobody has open, in a folder of its own.
struct StoredRegister {
    let folder: TemporaryFolder
    let key: RegisterKey
    var path: String { folder("register.sqlite") }

    /// The register in which everything has happened that can.
    init() throws { try self.init(EventfulRegister().test) }

    /// The register of a test, which is closed.
    init(_ test: TestRegister) throws {
        (folder, key) = (test.folder, test.register.key)
        try test.register.close()
    }

    /// A key of another office.
    static func otherKey() throws -> RegisterKey {
        var numbers = SeededNumbers(8)
        return try Keyring().generating(
            unit: TestRegister.unit, at: Timestamp(secondsSince1970: 1_636_329_600), using: &numbers
        ).registerKey()
    }

    /// Opens a file of the folder, lets `body` use it and closes it.
    @discardableResult
    func opened<Result>(
        _ name: String = "register.sqlite", _ access: Register.Access = .writing, _ body: (Register) throws -> Result
    ) throws -> Result {
        let register = try Register(path: folder(name), key: key, access: access)
        defer { try? register.close() }
        return try body(register)
    }

    /// Adds an entry to the log.
    func goOn(_ name: String = "register.sqlite", _ detail: String = "more", times: Int = 1) throws {
        for _ in 0..<times {
            try opened(name) { register in
                try register.writing {
                    try $0.note(.keyMade, key: KeyID(rawValue: 5), detail: detail, at: Timestamp(secondsSince1970: 9))
                }
            }
        }
    }

    /// Copies the register into another file of the folder.
    func copy(to name: String, of original: String = "register.sqlite") throws {
        try opened(original, .reading) { _ = try $0.copy(to: folder(name)) }
    }

    /// The lines of an export, each with its end.
    func export(_ name: String = "register.sqlite") throws -> [[UInt8]] {
        try opened(name, .reading) { register in
            var lines: [[UInt8]] = []
            try register.export { lines.append($0) }
            return lines
        }
    }

    /// The bytes of the register and of what SQLite has beside it.
    func bytes() throws -> [String: Data] {
        try folder.contents(of: ".").filter { $0.key.hasPrefix("register.sqlite") && !$0.key.hasSuffix("-shm") }
    }

    /// What a check finds.
    func check(_ name: String = "register.sqlite") throws -> RegisterCheck {
        try opened(name, .reading) { try $0.check() }
    }
}

/// What a call throws as a register's error; nil where it throws none or another.
func registerError<Result>(_ body: () throws -> Result) -> RegisterError? {
    do {
        _ = try body()
        return nil
    } catch { return error as? RegisterError }
}
