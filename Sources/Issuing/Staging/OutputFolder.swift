package import Files
import Glibc
import Messages
package import Payload
import SystemPackage

/// The folder that a run prints into, held against other runs.
///
/// The folder itself may be reached through links, as a person wishes; what is in it never is. Where it was made for the run
/// and nothing came into it, it is gone again afterwards, and so are those above it.
package final class OutputFolder: Sendable {
    package let path: String
    /// The folder's absolute path, without links in it.
    package let absolute: String
    package let entries: OpenFolder
    /// What vouches for files that a run leaves in it.
    package let seal: StagedSeal
    private let made: [String]
    private let lock: FolderLock

    /// Takes hold of a folder, made where it is not there; `key` is the office's for what runs leave there.
    ///
    /// Throws `FileError.busy` where another process holds it, `FileError.unwritable` where it cannot be made.
    package init(_ path: String, key: StagingKey) throws(FileError) {
        self.path = path
        made = try makeFolder(path)
        lock = try FolderLock(path)
        do { entries = try OpenFolder(".", of: lock.descriptor) } catch {
            lock.release()
            throw .unwritable(path: path, reason: error.message)
        }
        absolute = Self.resolved(path) ?? path
        seal = StagedSeal(key: key, folder: absolute)
    }

    private static func resolved(_ path: String) -> String? {
        guard let resolved = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(resolved) }
        return unsafe String(cString: resolved)
    }

    deinit {
        for folder in made.reversed() { _ = unsafe rmdir(folder) }
        lock.release()
    }

    /// Where a file of a name has its place, for messages and for those who draw.
    package func callAsFunction(_ name: String) -> String { path + "/" + name }

    /// Whether there is anything of a name, be it a link to nothing.
    package func holds(_ name: String) -> Bool { entries.holds(name) }

    /// A name that nothing has yet: the given one, or with a number after it; nil where a thousand are taken.
    package func freeName(_ name: String) -> OutputName? {
        ([name] + (2...999).map { "\(name)-\($0)" }).first { !holds($0) }.flatMap(OutputName.init)
    }

    /// Makes the names of files in it last, and its own where it was made for the run.
    package func sync() {
        entries.sync()
        for folder in made { syncFolder(of: folder) }
    }
}
