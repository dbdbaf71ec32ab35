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
    // The manifest's name aside while files get their names.
    private static let settlingName = "settling.json"

    private let folder: String
    private let lock: FolderLock
    private let isNew: Bool
    private let filesOfEarlierRun: [String]
    /// Where the earlier run's files go; nil where this run replaces them.
    private let archiveName: String?

    /// Takes hold of a folder for a command, `cards` or `posters`, over a roster.
    ///
    /// The earlier run of the same command and roster will be replaced; any other will be moved into a folder beside.
    convenience init(_ folder: String, command: String, roster: String) throws {
        let isNew = try makeFolder(folder)
        let lock = try FolderLock(folder)
        do {
            let earlier = try Self.earlierRun(in: folder)
            let aside = folder + "/" + Self.asideName
            // A run that was killed while its files got their names is no run: those that have them go.
            let killed = EarlierRun(manifest: aside + "/" + Self.settlingName)
            for name in killed?.files ?? [] where earlier?.files.contains(name) != true {
                _ = unsafe unlink(folder + "/" + name)
            }
            if killed != nil, earlier == nil { _ = unsafe unlink(folder + "/" + Rejections.fileName) }
            try? FileManager.default.removeItem(atPath: aside)
            guard unsafe mkdir(aside, 0o755) == 0 else {
                throw MocbanError.outputUnwritable(path: folder, reason: lastSystemError)
            }
            var archive: String?
            if let earlier, earlier.command != command || earlier.roster != roster {
                archive = Self.freeName("earlier-\(earlier.command)-" + earlier.created.filter(\.isNumber), in: folder)
            }
            let files = earlier.map { $0.files + [Rejections.fileName] } ?? []
            self.init(folder, lock: lock, isNew: isNew, filesOfEarlierRun: files, archiveName: archive)
        } catch {
            lock.release()
            throw error
        }
    }

    private init(
        _ folder: String, lock: FolderLock, isNew: Bool, filesOfEarlierRun: [String], archiveName: String?
    ) {
        self.folder = folder
        self.lock = lock
        self.isNew = isNew
        self.filesOfEarlierRun = filesOfEarlierRun
        self.archiveName = archiveName
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

    /// Gives all files their names, once those of the run before are gone or moved.
    ///
    /// Gives the folder that they were moved to, if they were.
    func commit(_ names: [String]) throws -> String? {
        let files = names.filter { $0 != Self.manifestName }
        let (own, new) = (Set(filesOfEarlierRun), Set(files))
        for name in files where !own.contains(name) && FileManager.default.fileExists(atPath: folder + "/" + name) {
            throw Self.foreign(folder + "/" + name)
        }
        let manifest = folder + "/" + Self.manifestName
        guard unsafe rename(path(of: Self.manifestName), path(of: Self.settlingName)) == 0 else {
            throw MocbanError.outputUnwritable(path: manifest, reason: lastSystemError)
        }
        let replaced = folder + "/" + Self.replacedName
        if unsafe rename(manifest, replaced) != 0, errno != ENOENT {
            throw MocbanError.outputUnwritable(path: manifest, reason: lastSystemError)
        }
        let archive = archiveName.map { folder + "/" + $0 }
        if let archive {
            try makeFolder(archive)
            for name in filesOfEarlierRun { try move(folder + "/" + name, into: archive, name) }
        }
        for name in files { try settle(name) }
        for name in filesOfEarlierRun where archive == nil && !new.contains(name) {
            _ = unsafe unlink(folder + "/" + name)
        }
        syncFolder(of: manifest)
        try settle(Self.settlingName, as: Self.manifestName)
        if let archive {
            try move(replaced, into: archive, Self.manifestName)
        } else {
            _ = unsafe unlink(replaced)
        }
        syncFolder(of: manifest)
        return archive
    }

    private func move(_ path: String, into archive: String, _ name: String) throws {
        guard unsafe rename(path, archive + "/" + name) == 0 || errno == ENOENT else {
            throw MocbanError.outputUnwritable(path: archive + "/" + name, reason: lastSystemError)
        }
    }

    private static func freeName(_ name: String, in folder: String) -> String {
        let names = [name] + (2...999).map { "\(name)-\($0)" }
        return names.first { !FileManager.default.fileExists(atPath: folder + "/" + $0) } ?? name
    }

    private func settle(_ name: String, as final: String? = nil) throws {
        let path = folder + "/" + (final ?? name)
        guard unsafe rename(self.path(of: name), path) == 0 else {
            throw MocbanError.outputUnwritable(path: path, reason: lastSystemError)
        }
    }

    /// The run that the folder holds; a manifest that is not ours is refused, since ours would take its place.
    private static func earlierRun(in folder: String) throws(MocbanError) -> EarlierRun? {
        let paths = [manifestName, replacedName].map { folder + "/" + $0 }
        guard let path = paths.first(where: FileManager.default.fileExists(atPath:)) else { return nil }
        guard let run = EarlierRun(manifest: path) else { throw Self.foreign(path) }
        return run
    }

    private static func foreign(_ path: String) -> MocbanError {
        .outputUnwritable(path: path, reason: "a file of that name, which no earlier run made, is there already")
    }
}
