import Files
import Foundation
import GRDB
import Glibc
import Messages
package import Payload
package import Register
import SystemPackage

extension Register {
    /// Writes a copy of the register, as it is at this moment, into a SQLite file of its own; gives the end of its log.
    ///
    /// Nobody who writes meanwhile is held up. The file, which its owner alone can read, has its name when it is whole
    /// and on the disk, and was checked: a backup of a changed register is none. Beside it, in the file that
    /// ``HeadFile`` names, is the end of its log. Throws `RegisterError.copyUnwritable`, or `damaged` where the
    /// register is not whole.
    @discardableResult
    package func copy(to path: String) throws -> LogHead {
        // What is kept beside the register is held to it.
        try reading { _ in }
        let part = RegisterFile.part(of: path)
        defer { RegisterFile.remove(part) }
        let end: LogHead
        do {
            try writeCopy(to: part)
            end = try Self.confirmedFile(part, key: key)
            try HeadFile(of: path).write(end, key: key)
        } catch {
            switch RegisterError(error, path: self.path) {
            case .unwritable(_, let reason), .unusable(_, let reason):
                throw RegisterError.copyUnwritable(path: path, reason: reason)
            case .faulty(_, let fault, _): throw RegisterError.damaged(path: self.path, reason: fault.message)
            case let error: throw error
            }
        }
        do {
            try syncToDisk(part)
            try Errno.check(unsafe rename(part, path))
            try syncToDisk(folder(of: path))
        } catch { throw RegisterError.copyUnwritable(path: path, reason: Message(of: error)) }
        return end
    }

    /// Writes the register as it is at this moment into a file, in place of one that an ended process left.
    func writeCopy(to part: String) throws {
        try RegisterFile.makePrivate(part)
        try queue.inDatabase { db in try db.execute(sql: "VACUUM INTO ?", arguments: [part]) }
    }

    /// Checks a file that nobody has open as it is on the disk, without what SQLite has beside it; gives its log's end.
    ///
    /// Throws `RegisterError.faulty` with the file's path, or what keeps it from being read.
    static func confirmedFile(_ path: String, key: RegisterKey) throws -> LogHead {
        for suffix in ["-wal", "-journal"] where RegisterFile.size(path + suffix) ?? 0 > 0 {
            throw RegisterError.unwritable(
                path: path, reason: Message(en: "the disk does not take all of it", vi: "ổ đĩa không ghi hết được"))
        }
        let file = try Register(immutable: path, key: key)
        defer { try? file.close() }
        try file.check().confirm(path)
        return try file.viewing { try $0.logHead }
    }
}

extension RegisterCheck {
    /// Throws `RegisterError.faulty` with the path of a file that is not whole.
    func confirm(_ path: String) throws(RegisterError) {
        if let fault = faults.first { throw .faulty(path: path, fault: fault, count: faultCount) }
    }
}
