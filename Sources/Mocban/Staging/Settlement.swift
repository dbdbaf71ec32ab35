import Files
import Drawing
import Glibc

/// How the files of a registered run get their names, in `settling.json`: enough to go on after a stop at any place.
struct Settlement: Codable, Sendable {
    private static let setAsideName = "earlier-manifest.json"

    /// The run.
    var run: StagedRun
    /// Its files in their order, the manifest not among them.
    var files: [String]
    /// Whether its manifest becomes the folder's.
    var hasManifest: Bool
    /// The files of the earlier run, its manifest not among them.
    var earlier: [String]
    /// The name of the folder that they are moved to; nil where they stay, or there are none.
    var archive: String?

    /// Moves the earlier run's files and gives the new ones their names; what is done already is passed over.
    ///
    /// The old manifest steps aside first and the new one comes last: a folder with a manifest holds exactly one whole run.
    func carryOut(in out: OutputFolder, from staged: String) throws(MocbanError) {
        func isStaged(_ name: String) -> Bool { unsafe access(staged + "/" + name, F_OK) == 0 }
        let setAside = staged + "/" + Self.setAsideName
        if let archive {
            try makeFolder(out(archive))
            if isStaged(StagedFolder.manifestName), !isStaged(Self.setAsideName) {
                try move(out(StagedFolder.manifestName), to: setAside)
            }
            let new = Set(files)
            // A name that is no longer staged is the new file's already.
            for name in earlier where !new.contains(name) || isStaged(name) {
                try move(out(name), to: out(archive) + "/" + name)
                FaultPoint.movedEarlier.pass()
            }
        }
        for name in files {
            try move(staged + "/" + name, to: out(name))
            FaultPoint.betweenRenames.pass()
        }
        out.sync()
        FaultPoint.beforeLastRename.pass()
        if hasManifest { try move(staged + "/" + StagedFolder.manifestName, to: out(StagedFolder.manifestName)) }
        if let archive {
            try move(setAside, to: out(archive) + "/" + StagedFolder.manifestName)
            syncFolder(of: out(archive) + "/" + StagedFolder.manifestName)
        }
        out.sync()
    }

    private func move(_ path: String, to new: String) throws(MocbanError) {
        guard unsafe rename(path, new) == 0 || errno == ENOENT else {
            throw .outputUnwritable(path: new, reason: lastSystemError)
        }
    }
}

/// A run that is registered and whose files have their names.
struct SettledRun: Sendable {
    /// The run.
    var run: StagedRun
    /// The folder of its files, as an absolute path.
    var folder: String
    /// What it came to.
    var report: RunReport
}
