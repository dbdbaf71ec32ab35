import Files
import Foundation
import Glibc
public import Payload
import VietnameseText

/// The right to change an office, held against other processes as long as a command works.
///
/// The lock is the system's on the file `register.lock` in the office's folder; the file says who holds it, and is empty
/// when nobody does. The file itself stays.
public final class OfficeLock: Sendable {
    /// Who holds an office's lock.
    public struct Holder: Codable, Equatable, Sendable {
        /// The process.
        public var pid: Int32
        /// The command, without the program's name: `key new`.
        public var command: String
        /// The time at which it took the lock, in ISO 8601 and UTC.
        public var since: String
        /// The name of the user whose process it is.
        public var user: String?
    }

    private static let fileName = "register.lock"
    // Often enough for a person not to notice.
    private static let pause = Duration.milliseconds(100)

    private let lock: FileLock

    /// Takes an office's lock at once.
    ///
    /// - Parameters:
    ///   - office: the office.
    ///   - command: what other processes are told that it works there: `cards`.
    ///   - since: the time now.
    /// - Throws: `OfficeError.officeBusy` where another process holds it, `FileError.unwritable` where there can be no lock.
    public init(_ office: Office, command: String, since: Timestamp = .now()) throws {
        lock = try Self.taken(office)
        ftruncate(lock.descriptor, 0)
        let holder = Holder(
            pid: getpid(), command: command, since: since.description, user: ProcessInfo.processInfo.userName)
        // Where the disk is full the lock holds all the same; others are then told no name.
        if !writeWhole(holder.line, to: lock.descriptor) { ftruncate(lock.descriptor, 0) }
    }

    private static func taken(_ office: Office) throws -> FileLock {
        let path = office.folder + "/" + fileName
        let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw FileError.unwritable(
                path: path,
                reason: errno == ELOOP
                    ? "it is a link: remove it"
                    : "\(lastSystemError); a command that changes an office takes hold of that file")
        }
        var status = stat()
        // What has another name too would be emptied under that.
        guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_nlink == 1 else {
            close(descriptor)
            throw FileError.unwritable(path: path, reason: "it is a link, or no file: remove it")
        }
        // Whoever can open it can hold it.
        guard status.st_mode & 0o077 == 0 || fchmod(descriptor, 0o600) == 0 else {
            let reason = "others can hold it, and \(lastSystemError): remove it"
            close(descriptor)
            throw FileError.unwritable(path: path, reason: reason)
        }
        if let lock = try FileLock(descriptor, path: path) { return lock }
        throw OfficeError.officeBusy(folder: office.folder, holder: Holder(file: path))
    }

    /// Takes an office's lock as soon as nobody else holds it.
    ///
    /// - Parameters:
    ///   - office: the office.
    ///   - command: what other processes are told that it works there.
    ///   - waiting: told once whom it waits for, in words, should it have to.
    /// - Returns: the lock.
    /// - Throws: `CancellationError` where its task is cancelled, `FileError.unwritable` where there can be no lock.
    public static func waiting(
        for office: Office, command: String, waiting: (String) -> Void
    ) async throws -> OfficeLock {
        var isTold = false
        while true {
            do { return try OfficeLock(office, command: command) } catch {
                guard case OfficeError.officeBusy(let folder, let holder) = error else { throw error }
                if !isTold { waiting(work(of: holder, in: folder)) }
                isTold = true
            }
            try await Task.sleep(for: pause)
        }
    }

    deinit {
        ftruncate(lock.descriptor, 0)
        lock.release()
    }

    /// What a holder does, as a sentence without its end.
    package static func work(of holder: Holder?, in folder: String) -> String {
        guard let holder else { return "another mocban is working in the office \(folder)" }
        let since = Timestamp(holder.since).map { " since \($0.inVietnam)" } ?? ""
        let own = ProcessInfo.processInfo.userName
        let user = holder.user.map { $0 == own ? "" : " of \(Shown.text($0))" } ?? ""
        return
            "mocban \(Shown.text(holder.command)) (process \(holder.pid)\(user)) has been working in this office\(since)"
    }
}

extension OfficeLock.Holder {
    /// What the lock's file says; nil where it does not yet.
    fileprivate init?(file path: String) {
        guard let data = FileManager.default.contents(atPath: path),
            let holder = try? JSONDecoder().decode(Self.self, from: data)
        else { return nil }
        self = holder
    }

    /// The holder as the lock's file has it: a line of JSON.
    fileprivate var line: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return ((try? encoder.encode(self)).map(Array.init) ?? []) + [0x0A]
    }
}
