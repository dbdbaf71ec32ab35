import Files
import Glibc

/// The folder that a run prints into, held against other runs.
///
/// Where it was made for the run and nothing came into it, it is gone again afterwards, and so are those above it.
final class OutputFolder: Sendable {
    let path: String
    private let made: [String]
    private let lock: FolderLock

    /// Takes hold of a folder, made where it is not there.
    ///
    /// Throws `MocbanError.outputBusy` where another process holds it, `outputUnwritable` where it cannot be made.
    init(_ path: String) throws(MocbanError) {
        self.path = path
        made = try makeFolder(path)
        lock = try FolderLock(path)
    }

    /// The folder's absolute path, without links in it.
    var absolute: String {
        guard let resolved = unsafe realpath(path, nil) else { return path }
        defer { unsafe free(resolved) }
        return unsafe String(cString: resolved)
    }

    deinit {
        for folder in made.reversed() { _ = unsafe rmdir(folder) }
        lock.release()
    }

    /// Where a file of a name has its place.
    func callAsFunction(_ name: String) -> String { path + "/" + name }

    /// Whether there is anything of a name.
    func holds(_ name: String) -> Bool { unsafe access(self(name), F_OK) == 0 }

    /// A name that nothing has yet: the given one, or with a number after it.
    func freeName(_ name: String) -> String {
        ([name] + (2...999).map { "\(name)-\($0)" }).first { !holds($0) } ?? name
    }

    /// Makes the names of files in it last, and its own where it was made for the run.
    func sync() {
        syncFolder(of: self("."))
        for folder in made { syncFolder(of: folder) }
    }
}
