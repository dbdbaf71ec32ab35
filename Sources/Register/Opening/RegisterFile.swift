import Files
import Foundation
import GRDB
import Glibc
import Messages
import SystemPackage

/// A SQLite file and those that SQLite has beside it.
package enum RegisterFile {
    package static func size(_ path: String) -> Int? {
        (try? Stat(FilePath(path))).map { Int($0.size) }
    }

    package static func part(of path: String) -> String { "\(path).\(getpid()).part" }

    /// Makes an empty file, which its owner alone can read, in place of one that an ended process left.
    package static func makePrivate(_ path: String) throws(RegisterError) {
        _ = unsafe unlink(path)
        try changing(path) {
            try FileDescriptor.open(path, .writeOnly, [.create, .exclusiveCreate], permissions: 0o600).close()
        }
    }

    package static func remove(_ path: String) {
        for suffix in ["", "-wal", "-shm", "-journal"] { _ = unsafe unlink(path + suffix) }
    }

    /// Puts a whole SQLite file that nobody has open in the place of another one, at once.
    ///
    /// That one has the name `kept` then; nil lets it go. Throws `RegisterError.unwritable`; what was at `path` is then
    /// still there, or under the name `kept`.
    package static func put(_ part: String, at path: String, keeping kept: String?) throws(RegisterError) {
        try changing(path) {
            try syncToDisk(part)
            foldIn(path)
            if let kept {
                for suffix in ["", "-wal"] {
                    let (old, new) = (path + suffix, kept + suffix)
                    // A file system without links gives the old one its other name before the new one is there.
                    if unsafe link(old, new) != 0, errno != ENOENT { try Errno.check(unsafe rename(old, new)) }
                }
                try syncToDisk(folder(of: path))
            }
            // What SQLite has beside the old file would spoil the new one.
            for suffix in ["-wal", "-shm"] { _ = unsafe unlink(path + suffix) }
            try Errno.check(unsafe rename(part, path))
            try syncToDisk(folder(of: path))
        }
    }

    /// Takes what waits in the write-ahead log into the file, where it can be read at all.
    private static func foldIn(_ path: String) {
        guard size(path) != nil, let queue = try? DatabaseQueue(path: path) else { return }
        try? queue.inDatabase { db in try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
        try? queue.close()
    }

    /// Does work that changes a file; what the system refuses becomes `RegisterError.unwritable`.
    static func changing<Result>(_ path: String, _ work: () throws -> Result) throws(RegisterError) -> Result {
        do { return try work() } catch { throw .unwritable(path: path, reason: Message(of: error)) }
    }
}

extension Register {
    /// Removes what commands that were killed left of files that they made for a register; the caller holds the office's
    /// lock.
    package static func removeUnfinished(of path: String) {
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
}
