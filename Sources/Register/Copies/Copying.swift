import Files
import Foundation
import GRDB
import Glibc
public import Payload

extension Register {
    /// Writes a copy of the register, as it is at this moment, into a SQLite file of its own.
    ///
    /// Nobody who writes meanwhile is held up. The file has its name when it is whole and on the disk, in place of an
    /// older one; its owner alone can read it.
    ///
    /// The copy is checked as ``check(against:)`` does before it gets its name: a backup of a changed register is none.
    /// Beside it, in the file that ``HeadFile`` names, is the end of its log.
    ///
    /// - Parameter path: the copy's path.
    /// - Returns: The end of the copy's log.
    /// - Throws: `RegisterError.copyUnwritable`, or `damaged` where the register is not whole.
    @discardableResult
    public func copy(to path: String) throws -> LogHead {
        // What is kept beside the register is held to it.
        try reading { _ in }
        let part = Self.part(of: path)
        defer { RegisterFile.remove(part) }
        let end: LogHead
        do {
            try writeCopy(to: part)
            end = try Self.confirmedFile(part, key: key)
            try HeadFile(of: path).write(end, key: key)
        } catch {
            switch RegisterError(error, path: self.path) {
            case .unwritable(_, let reason), .unusable(_, let reason):
                throw RegisterError.copyUnwritable(path: path, reason: reason)
            case .faulty(_, let fault, _): throw RegisterError.damaged(path: self.path, reason: "\(fault)")
            case let error: throw error
            }
        }
        guard syncToDisk(part), unsafe rename(part, path) == 0, syncFolder(of: path) else {
            throw RegisterError.copyUnwritable(path: path, reason: unsafe String(cString: strerror(errno)))
        }
        return end
    }

    /// Writes the register as it is at this moment into a file, in place of one that an ended process left.
    func writeCopy(to part: String) throws {
        try Opening.makePrivateFile(part)
        try queue.inDatabase { db in try db.execute(sql: "VACUUM INTO ?", arguments: [part]) }
    }

    /// Checks a file that nobody has open, byte by byte as it is on the disk, and nothing that SQLite has beside it.
    ///
    /// - Returns: The end of its log.
    /// - Throws: `RegisterError.faulty` with the file's path, or what keeps it from being read.
    static func confirmedFile(_ path: String, key: RegisterKey) throws -> LogHead {
        for suffix in ["-wal", "-journal"] where RegisterFile.holdsBytes(path + suffix) {
            throw RegisterError.unwritable(path: path, reason: "the disk does not take all of it")
        }
        let file = try Register(immutable: path, key: key)
        defer { try? file.close() }
        let check = try file.check()
        if let fault = check.faults.first {
            throw RegisterError.faulty(path: path, fault: fault, count: check.faultCount)
        }
        return try file.viewing { try $0.logHead }
    }

    /// Removes what commands that were killed left of files that they made for a register; the caller holds the office's
    /// lock.
    public static func removeUnfinished(of path: String) {
        let folder = folder(of: path)
        let names = [path, HeadFile(of: path).path].map { ($0 as NSString).lastPathComponent }
        for found in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
            guard let name = names.first(where: { found.hasPrefix($0 + ".") }),
                case let words = found.dropFirst(name.count).split(separator: "."), words.count >= 2,
                words[0].allSatisfy(\.isNumber), words[1].hasPrefix("part")
            else { continue }
            _ = unsafe unlink((folder as NSString).appendingPathComponent(found))
        }
    }

    /// The name of a file that is being made beside a path.
    static func part(of path: String) -> String { "\(path).\(getpid()).part" }
}

/// A SQLite file and those that SQLite has beside it.
enum RegisterFile {
    /// Whether there is a file that is not empty.
    static func holdsBytes(_ path: String) -> Bool {
        var status = stat()
        return unsafe stat(path, &status) == 0 && status.st_size > 0
    }

    /// Removes a file with what SQLite has beside it.
    static func remove(_ path: String) {
        for suffix in ["", "-wal", "-shm", "-journal"] { _ = unsafe unlink(path + suffix) }
    }

    /// Puts a whole SQLite file in the place of another one, at once.
    ///
    /// - Parameters:
    ///   - part: the file, which nobody has open; its name is gone then.
    ///   - path: where it belongs.
    ///   - kept: the name that the one at `path` has then; nil to let it go.
    /// - Throws: `RegisterError.unwritable`; what was at `path` is then still there, or under the name `kept`.
    static func put(_ part: String, at path: String, keeping kept: String?) throws(RegisterError) {
        guard syncToDisk(part) else { throw failure(path) }
        foldIn(path)
        if let kept {
            for suffix in ["", "-wal"] {
                let (old, new) = (path + suffix, kept + suffix)
                // A file system without links gives the old one its other name before the new one is there.
                guard unsafe link(old, new) == 0 || errno == ENOENT || rename(old, new) == 0 else {
                    throw failure(path)
                }
            }
            guard syncFolder(of: path) else { throw failure(path) }
        }
        // What SQLite has beside the old file would spoil the new one.
        for suffix in ["-wal", "-shm"] { _ = unsafe unlink(path + suffix) }
        guard unsafe rename(part, path) == 0, syncFolder(of: path) else { throw failure(path) }
    }

    /// Takes what waits in the write-ahead log into the file, where it can be read at all.
    private static func foldIn(_ path: String) {
        guard FileManager.default.fileExists(atPath: path), let queue = try? DatabaseQueue(path: path) else { return }
        try? queue.inDatabase { db in try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
        try? queue.close()
    }

    private static func failure(_ path: String) -> RegisterError {
        .unwritable(path: path, reason: unsafe String(cString: strerror(errno)))
    }
}
