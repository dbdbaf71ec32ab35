import Files
import Foundation
import GRDB
package import Payload
package import Register

package struct Restoration: Sendable, Hashable {
    package var entries: Int
    /// How the restored log stands to that of the register before; nil where there was none, or it cannot be read.
    package var relation: LogRelation?
    /// Where the register before is now; nil where there was none.
    package var earlier: String?
    /// Whether numbers of revocation lists may go back, because the register before does not tell its last one.
    package var mayRepeatListNumbers = false
}

extension Register {
    /// Puts a copy in the place of a register, which may be damaged or gone; where it throws, everything is as it was.
    ///
    /// The copy is checked first, as ``check()`` does, and stays. The register before is kept beside it under a name
    /// with the time. Numbers of revocation lists do not go back, where the register before can be read. The caller
    /// holds the office's lock; `lost` is the last entry that is known from elsewhere, and given up where the backup
    /// does not have it.
    package static func restore(
        _ backup: String, to path: String, key: RegisterKey, clock: Timestamp, head: HeadFile? = nil,
        givingUp lost: Int = 0
    ) throws -> Restoration {
        let part = RegisterFile.part(of: path)
        defer { RegisterFile.remove(part) }
        let copy = try copy(of: backup, at: part, for: path, key: key)
        var restoration = Restoration(entries: 0)
        if exists(at: path) {
            restoration.earlier = freeName(beside: path, clock: clock)
            let present = try? Register(unchanged: path, key: key)
            restoration.relation = present.flatMap { try? copy.relation(to: $0) }
            restoration.mayRepeatListNumbers = (try? present.map(copy.takeListNumber)) == nil
            try? present?.close()
        } else {
            restoration.mayRepeatListNumbers = true
        }
        if restoration.relation == nil, let known = try? head?.read(key: key) {
            // Of a register that cannot be read, what is kept beside it tells how far it went.
            restoration.relation = try copy.viewing { try $0.relation(to: known) }
        }
        let end = try copy.closedFile(of: backup, for: path)
        restoration.entries = end.entry
        try RegisterFile.put(part, at: path, keeping: restoration.earlier)
        // Whoever knows of what is lost by this no longer contradicts the register.
        let known = [head.flatMap { try? $0.read(key: key) }?.entry, restoration.relation?.end(from: end.entry)]
        try head?.write(end, key: key, givingUp: max(lost, known.compactMap(\.self).max() ?? 0))
        return restoration
    }

    /// Copies a file, as it is at this moment, and brings the copy up to date; the file is left as it is, and the copy is
    /// not checked yet.
    static func copy(of file: String, at part: String, for path: String, key: RegisterKey) throws -> Register {
        try making(of: file, for: path) {
            let original = try Register(unchanged: file, key: key)
            defer { try? original.close() }
            try original.naming { try original.writeCopy(to: part) }
            return try Register(path: part, key: key, access: .writing)
        }
    }

    /// Tells what is wrong with a register that is made of a file, in the name of that or of what it is made for.
    private static func making<Result>(of file: String, for path: String, _ body: () throws -> Result) throws -> Result
    {
        do { return try body() } catch let error as RegisterError {
            switch error {
            case .faulty(_, let fault, let count): throw RegisterError.faulty(path: file, fault: fault, count: count)
            case .damaged(_, let reason): throw RegisterError.notACopy(path: file, reason: reason)
            case .copyUnwritable(_, let reason), .unwritable(_, let reason):
                throw RegisterError.unwritable(path: path, reason: reason)
            default: throw error
            }
        }
    }

    /// Closes a register that was made of a file, and checks it as it is on the disk then; gives the end of its log.
    ///
    /// A disk that is nearly full may not take what waits beside the file, which closing does not tell.
    func closedFile(of file: String, for path: String) throws -> LogHead {
        try Self.making(of: file, for: path) {
            try naming { try queue.inDatabase { db in try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") } }
            try close()
            return try Self.confirmedFile(self.path, key: key)
        }
    }

    /// Checks a register that was made of a file; gives how many entries its log has, or throws what is wrong.
    func entriesWithoutFault(in file: String) throws -> Int {
        try Self.making(of: file, for: path) {
            let found = try check()
            try found.confirm(file)
            return found.entries
        }
    }

    private static func freeName(beside path: String, clock: Timestamp) -> String {
        let time = clock.description.replacingOccurrences(of: ":", with: "-")
        let name = (folder(of: path) as NSString).appendingPathComponent("register-before-\(time)")
        var number = 1
        while true {
            let candidate = name + (number == 1 ? ".sqlite" : "-\(number).sqlite")
            if !exists(at: candidate) { return candidate }
            number += 1
        }
    }
}
