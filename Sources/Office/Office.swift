import Files
import Foundation
import Glibc
import Layout
package import Messages
public import Payload
import Register
import SystemPackage

/// An office: a folder with its settings, its keys and, where it has some, its own templates and fonts.
public struct Office: Sendable {
    /// The folder's path.
    public let folder: String
    /// The settings.
    public let configuration: OfficeConfiguration

    /// Opens an office.
    ///
    /// Throws `OfficeError.notAnOffice`, or `ConfigurationError` for faulty settings.
    public init(folder: String) throws {
        self.folder = folder
        let path = Self.configurationPath(folder)
        let manager = FileManager.default
        guard manager.fileExists(atPath: path) else {
            throw manager.fileExists(atPath: Self.keyringPath(folder))
                ? OfficeError.halfAnOffice(folder: folder) : OfficeError.notAnOffice(folder: folder)
        }
        let yaml: String
        do { yaml = try readText(path, limit: YAMLLimits.mostBytes) } catch {

            throw ConfigurationError(
                file: path,
                fault: Message(
                    en: "cannot be read: \(error.reason.english)", vi: "không đọc được: \(error.reason.vietnamese)"))
        }
        configuration = try OfficeConfiguration(yaml: yaml, file: path)
    }

    /// Whether a folder holds an office, and the language that its settings choose, be they right or not; throws nothing.
    package static func languageOfOffice(in folder: String) -> (isThere: Bool, language: Language?) {
        let path = configurationPath(folder)
        guard FileManager.default.fileExists(atPath: path) else { return (false, nil) }
        let yaml = try? readText(path, limit: YAMLLimits.mostBytes)
        return (true, yaml.flatMap(OfficeConfiguration.language(ofYAML:)))
    }

    /// Makes an office: its folder, its settings and the keys of its first epoch.
    ///
    /// - Parameters:
    ///   - folder: a folder that is made where it is not there, and that must not be an office yet.
    ///   - configuration: the settings.
    ///   - clock: the moment from which the keys are valid.
    ///   - random: where the keys' root comes from, such as `SystemRandomNumberGenerator`.
    /// - Returns: The office.
    /// - Throws: `OfficeError.officeExists`, or `FileError.unwritable`.
    @discardableResult
    public static func create(
        folder: String, configuration: OfficeConfiguration, clock: Timestamp,
        using random: inout some RandomNumberGenerator
    ) throws -> Office {
        try makeFolder(folder)
        let lock = try FolderLock(folder)
        defer { lock.release() }
        let manager = FileManager.default
        guard !manager.fileExists(atPath: configurationPath(folder)) else {
            throw OfficeError.officeExists(folder: folder)
        }
        guard !manager.fileExists(atPath: keyringPath(folder)) else { throw OfficeError.halfAnOffice(folder: folder) }
        guard !Register.exists(at: registerPath(folder)) else {
            throw FileError.unwritable(
                path: registerPath(folder),
                reason: Message(
                    en: "it is there already, of another office: move it away",
                    vi: "đã có sẵn, của cơ quan khác: hãy chuyển đi nơi khác"))
        }
        let keyring = Keyring().generating(
            unit: configuration.unit, at: clock, expires: keyExpiry(from: clock), using: &random)
        try write(keyring, folder: folder)
        do {
            let head = HeadFile(of: registerPath(folder))
            try head.remove()
            try Register(path: registerPath(folder), key: try keyring.registerKey(), access: .writing, head: head)
                .noteKeys(of: keyring)
            // The settings come last: a folder with them is a whole office.
            try AtomicFile.write(Array(configuration.yaml.utf8), to: configurationPath(folder), keepsLink: true)
        } catch {
            // Keys that nothing was signed with yet.
            _ = unsafe unlink(keyringPath(folder))
            _ = unsafe unlink(registerPath(folder))
            try? HeadFile(of: registerPath(folder)).remove()
            throw error
        }
        return try Office(folder: folder)
    }

    /// The office's keys.
    ///
    /// Throws `OfficeError.registerMissing` where the register that they were made with is gone, `keyringExposed` where
    /// others can read the file, `keyringUnreadable` where it is not there or damaged.
    public func keyring() throws -> Keyring {
        let keyring = try ownKeyring()
        guard hasRegister else { throw OfficeError.registerMissing(folder: folder) }
        return keyring
    }

    /// The office's keys, whether its register is there or not: for what makes or brings one back.
    package func ownKeyring() throws -> Keyring {
        let path = Self.keyringPath(folder)
        let file = try Keyring.file(
            path,
            missing: Message(
                en: "No such file: put your copy of it back", vi: "không có tệp này: hãy chép bản lưu trở lại"))
        guard file.mode & 0o077 == 0 else { throw OfficeError.keyringExposed(path: path, mode: file.mode & 0o777) }
        return try Keyring(file, path: path)
    }

    /// Begins a new epoch: fresh keys, whose root comes from `random`, sign from now on; the old ones still verify.
    ///
    /// Throws `KeyringError.noNextEpoch` where the keyring has the last one.
    public func beginEpoch(clock: Timestamp, lock: OfficeLock, using random: inout some RandomNumberGenerator) throws {
        try updateKeyring(lock) { keyring throws in
            guard keyring.hasNextEpoch else { throw KeyringError.noNextEpoch }
            return keyring.generating(
                unit: configuration.unit, at: clock, expires: Self.keyExpiry(from: clock), using: &random)
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

    package var keyringPath: String { Self.keyringPath(folder) }

    private static func configurationPath(_ folder: String) -> String { folder + "/mocban.yaml" }
    private static func keyringPath(_ folder: String) -> String { folder + "/keyring.jwks" }
}

extension Keyring {
    /// The ID of the office's serial key, which stays the office's own over all epochs.
    package var officeID: String { keys.first { $0.purpose == .serial }?.id.description ?? "" }

    /// Reads a keyring's file of at most 1 MiB; whether others may read it is the office's concern.
    ///
    /// Throws `OfficeError.keyringUnreadable`.
    public init(file path: String) throws { try self.init(Self.file(path), path: path) }

    fileprivate static func file(
        _ path: String, missing: Message = .noSuchFile
    ) throws(OfficeError) -> RegularFile {
        do { return try RegularFile(path, limit: fileByteLimit) } catch {
            let reason = error == .system(.noSuchFileOrDirectory) ? missing : error.message
            throw .keyringUnreadable(path: path, reason: reason)
        }
    }

    fileprivate init(_ file: RegularFile, path: String) throws(OfficeError) {
        guard !file.bytes.isEmpty else {
            throw .keyringUnreadable(path: path, reason: Message(en: "it is empty", vi: "tệp trống"))
        }
        guard let text = String(validating: file.bytes, as: UTF8.self) else {
            throw .keyringUnreadable(path: path, reason: .notUTF8)
        }
        do { try self.init(jwkSet: text) } catch { throw .keyringUnreadable(path: path, reason: error.message) }
    }

    /// Writes an exported keyring's file, which its owner alone can read.
    ///
    /// Throws `OfficeError.holdsSecrets` rather than write over an office's own keyring.
    public func export(to path: String) throws {
        guard !Self.holdsSecrets(path) else { throw OfficeError.holdsSecrets(path: path) }
        try write(to: path)
    }

    private static func holdsSecrets(_ path: String) -> Bool {
        guard let file = try? RegularFile(path, limit: fileByteLimit) else { return false }
        guard let keyring = try? Keyring(file, path: path) else {
            // A keyring that cannot be read can still be mended.
            return String(decoding: file.bytes, as: UTF8.self).contains("\"root\"")
        }
        return keyring.keys.contains { $0.purpose == .root || $0.purpose == .serial }
    }

    package func write(to path: String, keepsLink: Bool = false) throws {
        let text = jwkSet()
        guard text.utf8.count <= Self.fileByteLimit else {
            throw FileError.unwritable(
                path: path,
                reason: Message(
                    en: "it would be longer than a keyring may be, 1 MiB",
                    vi: "sẽ dài hơn mức một chùm khóa được phép, 1 MiB"))
        }
        try AtomicFile.write(Array(text.utf8), to: path, mode: 0o600, keepsLink: keepsLink)
    }
}
