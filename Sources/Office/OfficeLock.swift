import Files
import Foundation
import Glibc
public import Messages
public import Payload
import VietnameseText
import SystemPackage

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
        try? lock.descriptor.resize(to: 0)
        let holder = Holder(
            pid: getpid(), command: command, since: since.description, user: ProcessInfo.processInfo.userName)
        // Where the disk is full the lock holds all the same; others are then told no name.
        do { try lock.descriptor.writeAll(holder.line) } catch { try? lock.descriptor.resize(to: 0) }
    }

    private static func taken(_ office: Office) throws -> FileLock {
        let path = office.folder + "/" + fileName
        let descriptor: FileDescriptor
        do {
            descriptor = try .open(path, .readWrite, [.create, .noFollow, .nonBlocking], permissions: 0o600)
        } catch Errno.tooManySymbolicLinkLevels {
            throw FileError.unwritable(
                path: path, reason: Message(en: "it is a link: remove it", vi: "là một liên kết: hãy xóa đi"))
        } catch {
            throw FileError.unwritable(
                path: path,
                reason: Message(
                    en: "\(error); a command that changes an office takes hold of that file",
                    vi: "\(Message(of: error).vietnamese); lệnh nào thay đổi cơ quan đều giữ tệp đó"))
        }
        do {
            let status = try Stat(descriptor)
            // What has another name too would be emptied under that.
            guard status.type == .regular, status.linkCount == 1 else {
                throw FileError.unwritable(
                    path: path,
                    reason: Message(
                        en: "it is a link, or no file: remove it",
                        vi: "là một liên kết, hoặc không phải là tệp: hãy xóa đi"))
            }
            // Whoever can open it can hold it.
            if !status.permissions.isDisjoint(with: [.groupReadWriteExecute, .otherReadWriteExecute]) {
                do { try Errno.check(fchmod(descriptor.rawValue, 0o600)) } catch {
                    throw FileError.unwritable(
                        path: path,
                        reason: Message(
                            en: "others can hold it, and \(error): remove it",
                            vi: "người khác có thể giữ tệp này, và \(Message(of: error).vietnamese): hãy xóa đi"))
                }
            }
        } catch {
            try? descriptor.close()
            throw error
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
        for office: Office, command: String, waiting: (Message) -> Void
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
        try? lock.descriptor.resize(to: 0)
        lock.release()
    }

    /// What a holder does, as a sentence without its end.
    package static func work(of holder: Holder?, in folder: String) -> Message {
        guard let holder else {
            return Message(
                en: "another mocban is working in the office \(folder)",
                vi: "một lệnh mocban khác đang làm việc trong cơ quan \(folder)")
        }
        let since = Timestamp(holder.since)
        let own = ProcessInfo.processInfo.userName
        let user = holder.user.flatMap { $0 == own ? nil : Shown.text($0) }
        let command = "mocban \(Shown.text(holder.command))"
        return Message(
            en: "\(command) (process \(holder.pid)\(user.map { " of \($0)" } ?? "")) has been working in this office"
                + (since.map { " since \($0.inVietnam)" } ?? ""),
            vi:
                "\(command) (tiến trình \(holder.pid)\(user.map { " của \($0)" } ?? "")) đang làm việc trong cơ quan này"
                + (since.map { " từ \($0.inVietnamese)" } ?? ""))
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
