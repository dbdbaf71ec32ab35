import Foundation
import Glibc
import Layout
public import Payload
import Register

/// An office: a folder with its settings, its keys and, where it has some, its own templates and fonts.
public struct Office: Sendable {
    /// The folder's path.
    public let folder: String
    /// The settings.
    public let configuration: OfficeConfiguration

    /// Opens an office.
    ///
    /// Throws `MocbanError.notAnOffice`, or `ConfigurationError` for faulty settings.
    public init(folder: String) throws {
        self.folder = folder
        let path = Self.configurationPath(folder)
        let manager = FileManager.default
        guard manager.fileExists(atPath: path) else {
            throw manager.fileExists(atPath: Self.keyringPath(folder))
                ? MocbanError.halfAnOffice(folder: folder) : MocbanError.notAnOffice(folder: folder)
        }
        let yaml: String
        do { yaml = try readText(path) } catch {
            throw ConfigurationError(file: path, line: 0, column: 0, message: "cannot be read: \(error.reason)")
        }
        configuration = try OfficeConfiguration(yaml: yaml, file: path)
    }

    /// Makes an office: its folder, its settings and the keys of its first epoch.
    ///
    /// - Parameters:
    ///   - folder: a folder that is made where it is not there, and that must not be an office yet.
    ///   - configuration: the settings.
    ///   - clock: the moment from which the keys are valid.
    /// - Returns: The office.
    /// - Throws: `MocbanError.officeExists`, or `outputUnwritable`.
    @discardableResult
    public static func create(folder: String, configuration: OfficeConfiguration, clock: Timestamp) throws -> Office {
        try makeFolder(folder)
        let lock = try FolderLock(folder)
        defer { lock.release() }
        let manager = FileManager.default
        guard !manager.fileExists(atPath: configurationPath(folder)) else {
            throw MocbanError.officeExists(folder: folder)
        }
        guard !manager.fileExists(atPath: keyringPath(folder)) else { throw MocbanError.halfAnOffice(folder: folder) }
        guard !Register.exists(at: registerPath(folder)) else {
            throw MocbanError.outputUnwritable(
                path: registerPath(folder), reason: "it is there already, of another office: move it away")
        }
        let keyring = Keyring().generating(unit: configuration.unit, at: clock, expires: keyExpiry(from: clock))
        try write(keyring, folder: folder)
        do {
            try Register(path: registerPath(folder), key: try keyring.registerKey(), access: .writing)
                .noteKeys(of: keyring)
            // The settings come last: a folder with them is a whole office.
            try StagedFile.write(
                Array(configuration.yaml.utf8), to: configurationPath(folder), keepsLink: true)
        } catch {
            // Keys that nothing was signed with yet.
            _ = unsafe unlink(keyringPath(folder))
            _ = unsafe unlink(registerPath(folder))
            throw error
        }
        return try Office(folder: folder)
    }

    /// The office's keys.
    ///
    /// Throws `MocbanError.keyringExposed` where others can read the file, `keyringUnreadable` where it is not there,
    /// `JWKSetError` where it is damaged.
    public func keyring() throws -> Keyring {
        let path = Self.keyringPath(folder)
        var status = stat()
        guard unsafe stat(path, &status) == 0 else {
            throw MocbanError.keyringUnreadable(path: path, reason: lastSystemError)
        }
        guard status.st_mode & 0o077 == 0 else {
            throw MocbanError.keyringExposed(path: path, mode: status.st_mode & 0o777)
        }
        return try Keyring(file: path)
    }

    /// Begins a new epoch: fresh keys sign from now on, the old ones still verify.
    public func beginEpoch(clock: Timestamp, lock: OfficeLock) throws {
        try updateKeyring(lock) {
            $0.generating(unit: configuration.unit, at: clock, expires: Self.keyExpiry(from: clock))
        }
    }

    /// Ends a key: it signs no more, and what it signs later than now is refused.
    public func retire(_ id: KeyID, clock: Timestamp, lock: OfficeLock) throws {
        try updateKeyring(lock) { keyring throws in try keyring.retiring(id, at: clock) }
    }

    private func updateKeyring(_: OfficeLock, _ change: (Keyring) throws -> Keyring) throws {
        let register = try register(.writing)
        let keyring = try change(try keyring())
        // The keys come first: what a stop keeps from the log, the next opening for writing brings.
        try Self.write(keyring, folder: folder)
        try register.noteKeys(of: keyring)
    }

    private static func write(_ keyring: Keyring, folder: String) throws {
        try keyring.write(to: keyringPath(folder), keepsLink: true)
    }

    // Signing keys end after three years, so that an epoch does not go on for ever by neglect.
    private static func keyExpiry(from clock: Timestamp) -> Timestamp { clock.adding(seconds: 1096 * 86_400) }

    /// The path of the office's keyring.
    var keyringPath: String { Self.keyringPath(folder) }

    private static func configurationPath(_ folder: String) -> String { folder + "/mocban.yaml" }
    private static func keyringPath(_ folder: String) -> String { folder + "/keyring.jwks" }
}

extension Keyring {
    /// The ID of the office's serial key, which stays the office's own over all epochs.
    var officeID: String { keys.first { $0.purpose == .serial }?.id.description ?? "" }

    /// Reads a keyring's file; whether others may read it is the office's concern.
    public init(file path: String) throws {
        let text: String
        do { text = try readText(path) } catch {
            guard case .inputUnreadable(_, let reason) = error else { throw error }
            throw MocbanError.keyringUnreadable(path: path, reason: reason)
        }
        do { try self.init(jwkSet: text) } catch {
            throw MocbanError.keyringUnreadable(path: path, reason: "\(error)")
        }
    }

    /// Writes an exported keyring's file, which its owner alone can read.
    ///
    /// Throws `MocbanError.holdsSecrets` rather than write over an office's own keyring.
    public func export(to path: String) throws {
        let existing = try? Keyring(file: path)
        guard existing?.keys.contains(where: { $0.purpose == .root || $0.purpose == .serial }) != true else {
            throw MocbanError.holdsSecrets(path: path)
        }
        try write(to: path)
    }

    func write(to path: String, keepsLink: Bool = false) throws {
        try StagedFile.write(Array(jwkSet().utf8), to: path, mode: 0o600, keepsLink: keepsLink)
    }
}
