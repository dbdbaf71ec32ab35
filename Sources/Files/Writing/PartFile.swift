import Glibc
import SystemPackage

/// Files in the making, `NAME.PID.part` beside what they will be, where a file system has no nameless ones.
package enum PartFile {
    private static let ending = ".part"

    /// The path of the file that this process makes for a path.
    package static func path(of path: String) -> String { "\(path).\(getpid())\(ending)" }

    /// Lets `body` write a new file beside `path`, then gives it its name, replacing an older one at once.
    ///
    /// Throws `FileError.unwritable`, or what `body` throws; the new file is then gone.
    package static func write(to path: String, _ body: (String) throws -> Void) throws {
        sweep(path)
        let part = self.path(of: path)
        _ = unsafe unlink(part)
        do {
            try body(part)
            try writing(path) { try rename(part, to: path) }
        } catch {
            _ = unsafe unlink(part)
            throw error
        }
    }

    /// Gives a file that is whole its name, in place of an older one.
    static func rename(_ part: String, to path: String) throws(Errno) {
        try Errno.check(unsafe Glibc.rename(part, path))
        syncFolder(of: path)
    }

    /// Removes what processes that are gone left of files that they made for a path.
    ///
    /// One whose process is there, or that somebody holds (`flock`), stays.
    package static func sweep(_ path: String) {
        guard let folder = try? OpenFolder(path: folder(of: path)) else { return }
        let base = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[path.index(after: $0)...]) } ?? path
        for name in folder.names where isLeft(name, of: base) && !isHeld(name, in: folder) { folder.remove(name) }
    }

    /// Removes what processes that are gone left of files that they made in a folder, whatever for.
    package static func sweep(folder path: String) {
        guard let folder = try? OpenFolder(path: path) else { return }
        for name in folder.names {
            let words = name.split(separator: ".", omittingEmptySubsequences: false)
            guard words.count > 2 else { continue }
            let base = words.dropLast(2).joined(separator: ".")
            if isLeft(name, of: base), !isHeld(name, in: folder) { folder.remove(name) }
        }
    }

    /// Whether a name is that of a file, or of one that SQLite has beside it, whose process is gone.
    private static func isLeft(_ name: String, of base: String) -> Bool {
        guard name.hasPrefix(base + ".") else { return false }
        let words = name.dropFirst(base.count + 1).split(separator: ".", omittingEmptySubsequences: false)
        guard words.count == 2, let process = pid_t(words[0]), process > 0,
            ["part", "part-wal", "part-shm", "part-journal"].contains(words[1])
        else { return false }
        return process == getpid() || kill(process, 0) != 0 && errno == ESRCH
    }

    private static func isHeld(_ name: String, in folder: OpenFolder) -> Bool {
        guard let file = folder.open(name) else { return false }
        defer { try? file.close() }
        return (try? file.lock()) != true
    }

    /// The path that a link leads to, from link to link, be there anything or not; the path itself where it is none.
    package static func followed(_ path: String) -> String {
        var path = path
        for _ in 0..<40 {
            var target = [UInt8](repeating: 0, count: Int(PATH_MAX))
            let count = unsafe target.withUnsafeMutableBytes { bytes in
                let start = unsafe bytes.bindMemory(to: CChar.self).baseAddress
                return unsafe start.map { unsafe readlink(path, $0, bytes.count) } ?? -1
            }
            guard count > 0 else { return path }
            let next = String(decoding: target.prefix(count), as: UTF8.self)
            path = next.hasPrefix("/") ? next : folder(of: path) + "/" + next
        }
        return path
    }
}
