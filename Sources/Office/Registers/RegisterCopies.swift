import Files
import Foundation
import Messages
package import Payload
import Register
package import RegisterExchange

extension Office {
    /// Writes a copy of the register into a SQLite file, whole or not at all, which its owner alone can read; an older
    /// one is replaced, and a command that works in the office meanwhile is not held up.
    ///
    /// Gives the end of its log, which `HeadFile` keeps beside the copy too. Throws `RegisterError`, or
    /// `FileError.outputIsInput` for a file of the office.
    @discardableResult
    package func backUpRegister(to path: String) throws -> LogHead {
        for output in [path, HeadFile(of: path).path] {
            try confirm(output: output)
            PartFile.sweep(output)
        }
        return try register(.reading).copy(to: path)
    }

    /// Puts a copy in the place of the register, which may be damaged or gone; see `Register.restore`.
    package func restoreRegister(from backup: String, clock: Timestamp, lock _: OfficeLock) throws -> Restoration {
        guard FileManager.default.fileExists(atPath: backup) else {
            throw FileError.unreadable(path: backup, reason: .noSuchFile)
        }
        Register.removeUnfinished(of: registerPath)
        let keyring = try ownKeyring()
        return try Register.restore(
            backup, to: registerPath, key: try keyring.registerKey(), clock: clock, head: registerHead,
            givingUp: listedHead(keyring)?.entry ?? 0)
    }

    /// Writes everything that the register keeps as text, whole or not at all, into a file which its owner alone can
    /// read and which replaces an older one; gives how many lines it has.
    ///
    /// Throws `RegisterError`, `FileError.unwritable`, or `FileError.outputIsInput` for a file of the office.
    @discardableResult
    package func exportRegister(to path: String) throws -> Int {
        try confirm(output: path)
        let file = try AtomicFile(path: path)
        let lines = try register(.reading).export { try file.write($0) }
        try file.finish()
        try file.commit()
        return lines
    }

    /// Makes the register of an export, where that only goes forward; see `Register.load`.
    package func importRegister(from export: String, lock _: OfficeLock) throws -> ImportOutcome {
        guard FileManager.default.isReadableFile(atPath: export) else {
            throw FileError.unreadable(
                path: export,
                reason: Message(
                    en: "there is no such file, or it may not be read", vi: "không có tệp này, hoặc không được phép đọc"
                ))
        }
        Register.removeUnfinished(of: registerPath)
        return try Register.load(export, into: registerPath, key: try ownKeyring().registerKey(), head: registerHead)
    }

    /// Takes over what registers of copies of the office have and its own has not; see `Register.merge`.
    ///
    /// `files` are registers, or the folders of the offices that they are in; `progress` is told the number of each,
    /// from 0, when its turn comes. Throws `RegisterError`, or `FileError.unreadable` where a file is not there.
    package func mergeRegisters(
        _ files: [String], clock: Timestamp, progress: (Int) -> Void = { _ in }, lock: OfficeLock
    ) throws -> [MergeOutcome] {
        let paths = files.map { file in
            var isFolder: ObjCBool = false
            _ = unsafe FileManager.default.fileExists(atPath: file, isDirectory: &isFolder)
            return isFolder.boolValue ? Self.registerPath(file) : file
        }
        for path in paths where !FileManager.default.isReadableFile(atPath: path) {
            throw FileError.unreadable(
                path: path,
                reason: Message(
                    en: "there is no such file, or it may not be read", vi: "không có tệp này, hoặc không được phép đọc"
                ))
        }
        return try register(.writing).merge(
            paths, keys: Set(try keyring().keys.map(\.id)), unit: configuration.unit, at: clock, progress: progress)
    }

    /// Registers of before that were kept when another one was put in their place, by their names in the office's folder.
    package var earlierRegisters: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted().filter {
            $0.hasPrefix("register-before-") && $0.hasSuffix(".sqlite")
        }
    }
}
