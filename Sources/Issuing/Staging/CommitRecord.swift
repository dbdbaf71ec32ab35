package import Files
import Messages
import SystemPackage

/// How the files of a registered run get their names, in `settling.json`: enough to go on after a stop at any place.
package struct CommitRecord: Codable, Sendable {
    package struct File: Codable, Sendable {
        package var name: OutputName
        package var sha256: String
    }

    private static let setAsideName = "earlier-manifest.json"

    package var run: StagedRun
    /// Its files in their order, the manifest not among them.
    package var files: [File]
    /// The SHA-256 of its manifest, which becomes the folder's, in hexadecimal; nil where the folder keeps an earlier one.
    package var manifest: String?
    /// The files of the earlier run, its manifest not among them.
    package var earlier: [OutputName]
    /// The name of the folder that they are moved to; nil where they stay, or there are none.
    package var archive: OutputName?

    /// Whether all files that are still to be named are those that the run made.
    package func isWhole(in staged: OpenFolder) -> Bool {
        func isSame(_ name: String, _ sha256: String) -> Bool {
            guard staged.holds(name) else { return true }
            return FileDigest.of(file: name, in: staged)?.hexadecimal == sha256
        }
        return files.allSatisfy { isSame($0.name.text, $0.sha256) }
            && manifest.map { isSame(StagedFolder.manifestName, $0) } ?? true
    }

    /// Moves the earlier run's files and gives the new ones their names; what is done already is passed over.
    ///
    /// The old manifest steps aside first and the new one comes last: a folder with a manifest holds exactly one whole run.
    package func carryOut(in out: OutputFolder, from staged: OpenFolder) throws(FileError) {
        let manifest = StagedFolder.manifestName
        func move(_ name: String, _ folder: OpenFolder, to other: OpenFolder, as new: String, below: String = "")
            throws(FileError)
        {
            do { try folder.move(name, to: other, as: new) } catch .noSuchFileOrDirectory {
                // It was moved before a stop.
            } catch { throw .unwritable(path: out(below + new), reason: error.message) }
        }
        var shelf: OpenFolder?
        if let archive {
            try? out.entries.makeFolder(archive.text, mode: 0o755)
            let folder = try writing(out(archive.text)) { try OpenFolder(archive.text, in: out.entries) }
            shelf = folder
            if staged.holds(manifest), !staged.holds(Self.setAsideName) {
                try move(manifest, out.entries, to: staged, as: Self.setAsideName)
            }
            let new = Set(files.map(\.name))
            // A name that is no longer staged is the new file's already.
            for name in earlier where !new.contains(name) || staged.holds(name.text) {
                try move(name.text, out.entries, to: folder, as: name.text, below: archive.text + "/")
                FaultPoint.movedEarlier.pass()
            }
        }
        for file in files {
            try move(file.name.text, staged, to: out.entries, as: file.name.text)
            FaultPoint.betweenRenames.pass()
        }
        out.sync()
        FaultPoint.beforeLastRename.pass()
        if self.manifest != nil { try move(manifest, staged, to: out.entries, as: manifest) }
        if let archive, let shelf {
            try move(Self.setAsideName, staged, to: shelf, as: manifest, below: archive.text + "/")
            shelf.sync()
        }
        out.sync()
    }
}

/// A run that is registered and whose files have their names.
package struct SettledRun: Sendable {
    package var run: StagedRun
    /// The folder of its files, as an absolute path.
    package var folder: String
    package var report: RunReport
}
