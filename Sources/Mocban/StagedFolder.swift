import Foundation
import Glibc

/// A run's files, written aside in the output folder and given their names together at the end.
///
/// A folder with a manifest holds exactly one whole run: the old manifest goes first, the new one comes last. What a
/// killed run left aside is removed by the next.
final class StagedFolder: Sendable {
    static let manifestName = "manifest.json"

    private let folder: String
    private let isNew: Bool
    private let lock: FolderLock
    /// The files that the folder's manifest names, if it has one.
    private let filesOfEarlierRun: [String]
    private var aside: String { folder + "/.mocban-run" }

    /// Takes hold of a folder for a command, `cards` or `posters`.
    ///
    /// The folder of the other command's run is refused, since its files would go.
    init(_ folder: String, command: String) throws {
        self.folder = folder
        isNew = try makeFolder(folder)
        lock = try FolderLock(folder)
        let earlier = Self.manifest(of: folder)
        filesOfEarlierRun = (earlier?.files.map(\.file) ?? []) + [Rejections.fileName]
        if let earlier, earlier.run.command != command {
            lock.release()
            throw MocbanError.otherRun(folder: folder, command: earlier.run.command)
        }
        try? FileManager.default.removeItem(atPath: aside)
        guard unsafe mkdir(aside, 0o755) == 0 else {
            let reason = lastSystemError
            lock.release()
            throw MocbanError.outputUnwritable(path: folder, reason: reason)
        }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: aside)
        // Fails, as it should, where the run's files are in it.
        if isNew { _ = unsafe rmdir(folder) }
        lock.release()
    }

    /// Where a file is written until the end.
    func path(of name: String) -> String { aside + "/" + name }

    /// Gives all files their names, and removes those of the run before that this one does not have.
    func commit(_ names: [String]) throws {
        let manifest = folder + "/" + Self.manifestName
        if unsafe unlink(manifest) != 0, errno != ENOENT {
            throw MocbanError.outputUnwritable(path: manifest, reason: lastSystemError)
        }
        for name in names.filter({ $0 != Self.manifestName }) { try settle(name) }
        for name in filesOfEarlierRun where !names.contains(name) && !name.contains("/") {
            _ = unsafe unlink(folder + "/" + name)
        }
        syncFolder(of: manifest)
        try settle(Self.manifestName)
        syncFolder(of: manifest)
    }

    private struct EarlierManifest: Decodable {
        struct Run: Decodable { var command: String }
        struct File: Decodable { var file: String }
        var run: Run
        var files: [File]
    }

    private static func manifest(of folder: String) -> EarlierManifest? {
        FileManager.default.contents(atPath: folder + "/" + manifestName)
            .flatMap { try? JSONDecoder().decode(EarlierManifest.self, from: $0) }
    }

    private func settle(_ name: String) throws {
        guard unsafe rename(path(of: name), folder + "/" + name) == 0 else {
            throw MocbanError.outputUnwritable(path: folder + "/" + name, reason: lastSystemError)
        }
    }
}
