import Foundation
public import Payload
public import Register

extension Office {
    /// Writes a copy of the register into a SQLite file, whole or not at all, which its owner alone can read; a command
    /// that works in the office meanwhile is not held up.
    ///
    /// - Parameter path: the copy; an older one is replaced.
    /// - Returns: How many entries its log has.
    /// - Throws: `RegisterError`, or `MocbanError.outputIsInput` for a file of the office.
    @discardableResult
    public func backUpRegister(to path: String) throws -> Int {
        try confirm(output: path)
        return try register(.reading).copy(to: path)
    }

    /// Puts a copy in the place of the register, which may be damaged or gone; see `Register.restore`.
    public func restoreRegister(from backup: String, clock: Timestamp, lock _: OfficeLock) throws -> Restoration {
        guard FileManager.default.fileExists(atPath: backup) else {
            throw MocbanError.inputUnreadable(path: backup, reason: "there is no such file")
        }
        return try Register.restore(
            backup, to: registerPath, key: try keyring().registerKey(), clock: clock)
    }

    /// Writes everything that the register keeps as text, whole or not at all; its owner alone can read the file.
    ///
    /// - Parameter path: the file; an older one is replaced.
    /// - Returns: How many lines it has.
    /// - Throws: `RegisterError`, `MocbanError.outputUnwritable`, or `outputIsInput` for a file of the office.
    @discardableResult
    public func exportRegister(to path: String) throws -> Int {
        try confirm(output: path)
        let file = try PendingFile(path: path, mode: 0o600)
        let lines = try register(.reading).export { try file.write($0) }
        try file.finish()
        try file.commit()
        return lines
    }

    /// Makes the register of an export, where that only goes forward; see `Register.load`.
    public func importRegister(from export: String, lock _: OfficeLock) throws -> ImportOutcome {
        guard FileManager.default.isReadableFile(atPath: export) else {
            throw MocbanError.inputUnreadable(path: export, reason: "there is no such file, or it may not be read")
        }
        return try Register.load(export, into: registerPath, key: try keyring().registerKey())
    }

    /// Registers of before that were kept when another one was put in their place, by their names in the office's folder.
    public var earlierRegisters: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted().filter {
            $0.hasPrefix("register-before-") && $0.hasSuffix(".sqlite")
        }
    }
}
