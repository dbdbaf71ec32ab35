extension Office {
    private static let ownFiles = [
        "mocban.yaml", "keyring.jwks", "register.sqlite", "register.sqlite-wal", "register.head", "register.lock",
        "revocations", "revocations.seen",
    ]

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
