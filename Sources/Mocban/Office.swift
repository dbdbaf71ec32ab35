import Foundation
import Glibc
import Layout
public import Payload

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
        guard FileManager.default.fileExists(atPath: path) else { throw MocbanError.notAnOffice(folder: folder) }
        configuration = try OfficeConfiguration(yaml: try readText(path), file: path)
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
        guard !manager.fileExists(atPath: configurationPath(folder)), !manager.fileExists(atPath: keyringPath(folder))
        else { throw MocbanError.officeExists(folder: folder) }
        let keyring = Keyring().generating(unit: configuration.unit, at: clock, expires: keyExpiry(from: clock))
        try write(keyring, folder: folder)
        // The settings come last: a folder with them is a whole office.
        try StagedFile.write(Array(configuration.yaml.utf8), to: configurationPath(folder))
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
    public func beginEpoch(clock: Timestamp) throws {
        try updateKeyring {
            $0.generating(unit: configuration.unit, at: clock, expires: Self.keyExpiry(from: clock))
        }
    }

    /// Ends a key: it signs no more, and what it signs later than now is refused.
    public func retire(_ id: KeyID, clock: Timestamp) throws {
        try updateKeyring { keyring throws in try keyring.retiring(id, at: clock) }
    }

    private func updateKeyring(_ change: (Keyring) throws -> Keyring) throws {
        let lock = try FolderLock(folder)
        defer { lock.release() }
        try Self.write(try change(try keyring()), folder: folder)
    }

    private static func write(_ keyring: Keyring, folder: String) throws {
        try keyring.write(to: keyringPath(folder))
    }

    // Signing keys end after three years, so that an epoch does not go on for ever by neglect.
    private static func keyExpiry(from clock: Timestamp) -> Timestamp { clock.adding(seconds: 1096 * 86_400) }

    private static func configurationPath(_ folder: String) -> String { folder + "/mocban.yaml" }
    private static func keyringPath(_ folder: String) -> String { folder + "/keyring.jwks" }
}

extension Keyring {
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

    /// Writes a keyring's file, which its owner alone can read.
    public func write(to path: String) throws {
        try StagedFile.write(Array(jwkSet().utf8), to: path, mode: 0o600)
    }
}
