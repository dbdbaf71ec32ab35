import Payload
public import Register

extension Office {
    /// Whether the office has a register yet, or had one that is gone; one from before there were registers gets it with
    /// its first change.
    public var hasRegister: Bool { Register.exists(at: registerPath) || Register.hasRemains(at: registerPath) }

    /// Whether the office has issued anything; throws what opening its register throws.
    public var hasIssued: Bool {
        get throws { hasRegister ? try !register(.reading).reading { try $0.isEmpty } : false }
    }

    /// Opens the office's register, `register.sqlite` in its folder.
    ///
    /// - Parameter access: what for; for writing, the caller holds the office's lock, the file is made where it is not
    ///   there, and keys that its log does not know yet are logged.
    /// - Returns: The register.
    /// - Throws: `MocbanError.nothingRegistered` where there is none to read; `RegisterError`; what ``keyring()`` throws.
    public func register(_ access: Register.Access) throws -> Register {
        let keyring = try keyring()
        if access == .reading, !hasRegister { throw MocbanError.nothingRegistered(folder: folder) }
        if access == .writing {
            Register.removeUnfinished(of: registerPath)
            sweep()
        }
        let register = try Register(path: registerPath, key: try keyring.registerKey(), access: access)
        if access == .writing { try register.noteKeys(of: keyring) }
        return register
    }

    var registerPath: String { Self.registerPath(folder) }

    static func registerPath(_ folder: String) -> String { folder + "/register.sqlite" }
}
