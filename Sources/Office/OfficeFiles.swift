package import Files

extension Office {
    private static let ownFiles = [
        "mocban.yaml", "keyring.jwks", "register.sqlite", "register.sqlite-wal", "register.head", "register.lock",
        "revocations", "revocations.seen",
    ]

    /// Removes what commands that were killed left of files that they made in the office's folder, or beside its keyring where
    /// that is a link; the caller holds the office's lock.
    package func sweep() {
        for path in [folder, folder + "/templates", folder + "/printers"] { PartFile.sweep(folder: path) }
        PartFile.sweep(PartFile.followed(keyringPath))
    }

    /// Refuses a path that leads to one of the files that the office lives by.
    ///
    /// Throws `FileError.outputIsInput`.
    package func confirm(output path: String) throws(FileError) {
        guard let output = FileStamp(path) else { return }
        for own in Self.ownFiles.map({ folder + "/" + $0 }) {
            guard let stamp = FileStamp(own), stamp.isSameFile(as: output) else { continue }
            throw .outputIsInput(path: path, other: own)
        }
    }
}
