extension Office {
    private static let ownFiles = [
        "mocban.yaml", "keyring.jwks", "register.sqlite", "register.sqlite-wal", "register.lock",
    ]

    /// Removes what commands that were killed left of files that they made for the office's own; the caller holds the office's
    /// lock.
    func sweep() {
        for path in [keyringPath, folder + "/" + Self.ownFiles[0]] { PartFile.sweep(PartFile.followed(path)) }
    }

    /// Refuses a path that leads to one of the files that the office lives by.
    ///
    /// Throws `MocbanError.outputIsInput`.
    public func confirm(output path: String) throws(MocbanError) {
        guard let output = FileStamp(path) else { return }
        for own in Self.ownFiles.map({ folder + "/" + $0 }) {
            guard let stamp = FileStamp(own), stamp.isSameFile(as: output) else { continue }
            throw .outputIsInput(path: path, other: own)
        }
    }
}
