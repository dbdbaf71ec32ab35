import Foundation
import Glibc

/// A run's files, written aside in the output folder and given their names together at the end.
///
/// A folder with a manifest holds exactly one whole run: the old manifest steps aside first, the new one comes last. What
/// a killed run left aside is removed by the next.
final class StagedFolder: Sendable {
    static let manifestName = "manifest.json"
    private static let asideName = ".mocban-run"
    // Still tells which files are an earlier run's, should this one be killed while files get their names.
    private static let replacedName = ".manifest-replaced.json"

    private let folder: String
    private let lock: FolderLock
    private let isNew: Bool
    private let filesOfEarlierRun: [String]

    /// Takes hold of a folder for a command, `cards` or `posters`, over a roster.
    ///
    /// A folder with the run of another command or of another roster is refused, since its files would go.
    convenience init(_ folder: String, command: String, roster: String) throws {
        let isNew = try makeFolder(folder)
        let lock = try FolderLock(folder)
        do {
            let earlier = try Self.earlierManifest(in: folder)
            if let run = earlier?.run, run.command != command || run.roster != roster {
                throw MocbanError.otherRun(folder: folder, command: run.command, roster: run.roster)
            }
            let aside = folder + "/" + Self.asideName
            try? FileManager.default.removeItem(atPath: aside)
            guard unsafe mkdir(aside, 0o755) == 0 else {
                throw MocbanError.outputUnwritable(path: folder, reason: lastSystemError)
            }
            self.init(folder, lock: lock, isNew: isNew, filesOfEarlierRun: earlier?.files.map(\.file) ?? [])
        } catch {
            lock.release()
            throw error
        }
    }

    private init(_ folder: String, lock: FolderLock, isNew: Bool, filesOfEarlierRun: [String]) {
        self.folder = folder
        self.lock = lock
        self.isNew = isNew
        self.filesOfEarlierRun = filesOfEarlierRun
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder + "/" + Self.asideName)
        // Fails, as it should, where the run's files are in it.
        if isNew { _ = unsafe rmdir(folder) }
        lock.release()
    }

    /// Where a file is written until the end.
    func path(of name: String) -> String { "\(folder)/\(Self.asideName)/\(name)" }

    /// The path that a staged file is to have, for messages.
    static func finalPath(_ staged: String) -> String { staged.replacing("/\(asideName)/", with: "/") }

    /// Gives all files their names, and removes those of the run before that this one does not have.
    func commit(_ names: [String]) throws {
        let files = names.filter { $0 != Self.manifestName }
        let own = Set(filesOfEarlierRun + [Rejections.fileName])
        for name in files where !own.contains(name) && FileManager.default.fileExists(atPath: folder + "/" + name) {
            throw MocbanError.outputUnwritable(
                path: folder + "/" + name, reason: "a file of that name, which no earlier run made, is there already")
        }
        let manifest = folder + "/" + Self.manifestName
        let replaced = folder + "/" + Self.replacedName
        if unsafe rename(manifest, replaced) != 0, errno != ENOENT {
            throw MocbanError.outputUnwritable(path: manifest, reason: lastSystemError)
        }
        for name in files { try settle(name) }
        for name in filesOfEarlierRun where !files.contains(name) && !name.contains("/") {
            _ = unsafe unlink(folder + "/" + name)
        }
        syncFolder(of: manifest)
        try settle(Self.manifestName)
        _ = unsafe unlink(replaced)
        syncFolder(of: manifest)
    }

    private func settle(_ name: String) throws {
        guard unsafe rename(path(of: name), folder + "/" + name) == 0 else {
            throw MocbanError.outputUnwritable(path: folder + "/" + name, reason: lastSystemError)
        }
    }

    // MARK: The run before

    private struct EarlierManifest: Decodable {
        struct Run: Decodable { var command, roster: String }
        struct File: Decodable { var file: String }
        var run: Run
        var files: [File]
    }

    /// The manifest in a folder; one that is not ours is refused, since ours would take its place.
    private static func earlierManifest(in folder: String) throws(MocbanError) -> EarlierManifest? {
        for name in [manifestName, replacedName] {
            let path = folder + "/" + name
            guard let data = FileManager.default.contents(atPath: path) else { continue }
            guard let manifest = try? JSONDecoder().decode(EarlierManifest.self, from: data) else {
                throw .outputUnwritable(path: path, reason: "a file of that name, which no earlier run made, is there already")
            }
            return manifest
        }
        return nil
    }
}
