import Files
package import Payload
package import Register

extension Office {
    /// Whether the office has a register, or had one that is gone; ``create(folder:configuration:clock:)`` makes it.
    package var hasRegister: Bool { Register.exists(at: registerPath) || Register.hasRemains(at: registerPath) }

    /// Whether the office has issued anything; throws what opening its register throws.
    package var hasIssued: Bool { get throws { try !register(.reading).reading { try $0.isEmpty } } }

    /// Opens the office's register, `register.sqlite` in its folder.
    ///
    /// Whenever it is read or written it is held to the end of its log that `register.head` beside it keeps. For
    /// writing, the caller holds the office's lock, and keys that its log does not know yet are logged. Throws
    /// `RegisterError`, what ``keyring()`` throws, `OfficeError.registerMissing` where there is none.
    package func register(_ access: Register.Access) throws -> Register {
        let keyring = try keyring()
        if access == .writing {
            Register.removeUnfinished(of: registerPath)
            sweep()
        }
        let register = try Register(
            path: registerPath, key: try keyring.registerKey(), access: access, head: registerHead)
        if let listed = listedHead(keyring) { try register.confirm(listed) }
        if access == .writing { try register.noteKeys(of: keyring) }
        return register
    }

    /// The end of the log that a revocation list has which the office keeps; nil where there is none that its keys vouch
    /// for, which is `verify`'s to say.
    package func listedHead(_ keyring: Keyring) -> LogHead? {
        guard let bytes = try? RegularFile(folder + "/revocations", limit: KeptRevocations.sizeLimit).bytes else {
            return nil
        }
        return (try? RevocationList(verifying: bytes, keyring: keyring))?.logHead
    }

    /// Checks the whole register, also one of an earlier version, which stays as it is; see `Register.check`.
    ///
    /// `code` is an end of the log that was printed. Throws `RegisterError`, and what ``keyring()`` throws.
    package func checkRegister(against code: LogHead.Code? = nil) throws -> RegisterCheck {
        let keyring = try keyring()
        let register = try Register(unchanged: registerPath, key: try keyring.registerKey(), head: registerHead)
        let listed = listedHead(keyring).flatMap { (try? register.isForgone($0)) == true ? nil : $0.code }
        return try register.check(against: [code, listed].compactMap(\.self))
    }

    /// Makes an empty register for an office from before there were registers, or where `isLost` gives up one that was
    /// there, as `register.head` tells, with all backups.
    ///
    /// Throws `OfficeError.registerExists`, `registerLost` where one was there and is not given up, `RegisterError`.
    package func makeRegister(isLost: Bool, lock: OfficeLock) throws {
        defer { withExtendedLifetime(lock) {} }
        guard !hasRegister else { throw OfficeError.registerExists(folder: folder) }
        guard isLost || FileStamp(registerHead.path) == nil else { throw OfficeError.registerLost(folder: folder) }
        let keyring = try ownKeyring()
        try registerHead.remove()
        try Register(path: registerPath, key: try keyring.registerKey(), access: .writing, head: registerHead)
            .noteKeys(of: keyring)
    }

    /// The end of the register's log, whether `register.head` is there or not.
    ///
    /// Throws `RegisterError` where the log does not end as it was written, and what ``keyring()`` throws.
    package func registerEnd() throws -> LogHead {
        try Register(path: registerPath, key: try keyring().registerKey(), access: .reading).reading { try $0.logHead }
    }

    /// Writes `register.head` anew, where it is gone or faulty; gives what it keeps.
    package func keepRegisterHead(lock _: OfficeLock) throws -> LogHead {
        try Register(path: registerPath, key: try keyring().registerKey(), access: .reading, head: registerHead)
            .keepHead()
    }

    package var registerPath: String { Self.registerPath(folder) }

    /// Where the newest end of the register's log is kept.
    package var registerHead: HeadFile { HeadFile(of: registerPath) }

    package static func registerPath(_ folder: String) -> String { folder + "/register.sqlite" }
}
