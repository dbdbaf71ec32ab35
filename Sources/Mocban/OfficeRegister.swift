import Payload
public import Register

extension Office {
    /// Whether the office has a register yet; its first run makes it.
    public var hasRegister: Bool { Register.exists(at: registerPath) }

    /// Opens the office's register, `register.sqlite` in its folder.
    ///
    /// - Parameter access: what for; for writing, the caller holds the office's lock, and the file is made where it is
    ///   not there.
    /// - Returns: The register.
    /// - Throws: `MocbanError.nothingRegistered` where there is none to read; `RegisterError`; what ``keyring()`` throws.
    public func register(_ access: Register.Access) throws -> Register {
        let key = try keyring().registerKey()
        if access == .reading, !hasRegister { throw MocbanError.nothingRegistered(folder: folder) }
        return try Register(path: registerPath, key: key, access: access)
    }

    var registerPath: String { folder + "/register.sqlite" }
}
