import Files
import Foundation
import GRDB
public import Payload

/// What came of putting a copy of a register in its place.
public struct Restoration: Sendable, Hashable {
    /// Entries of the log in the register as it is now.
    public var entries: Int
    /// How the restored log stands to that of the register before; nil where there was none, or it cannot be read.
    public var relation: LogRelation?
    /// Where the register before is now; nil where there was none.
    public var earlier: String?
    /// Whether numbers of revocation lists may go back, because the register before does not tell its last one.
    public var mayRepeatListNumbers = false
}

extension Register {
    /// Puts a copy in the place of a register, which may be damaged or gone.
    ///
    /// The copy is checked first, as ``check()`` does. The register before stays beside it under another name. Numbers of
    /// revocation lists do not go back, where the register before can be read.
    ///
    /// - Parameters:
    ///   - backup: the copy; it stays as it is.
    ///   - path: the register's path; the caller holds the office's lock.
    ///   - key: the key of the log.
    ///   - clock: the time, for the name of the register before.
    /// - Returns: What came of it.
    /// - Throws: `RegisterError`; everything is then as it was.
    public static func restore(
        _ backup: String, to path: String, key: RegisterKey, clock: Timestamp
    ) throws -> Restoration {
        let part = Self.part(of: path)
        defer { RegisterFile.remove(part) }
        let (copy, entries) = try checkedCopy(of: backup, at: part, for: path, key: key)
        var restoration = Restoration(entries: entries)
        if exists(at: path) {
            restoration.earlier = freeName(beside: path, clock: clock)
            let present = try? Register(unchanged: path, key: key)
            restoration.relation = present.flatMap { try? copy.relation(to: $0) }
            restoration.mayRepeatListNumbers = (try? present.map(copy.takeListNumber)) == nil
            try? present?.close()
        } else {
            restoration.mayRepeatListNumbers = true
        }
        try copy.close()
        try RegisterFile.put(part, at: path, keeping: restoration.earlier)
        return restoration
    }

    /// Copies a file, as it is at this moment, brings the copy up to date and checks it; the file is left as it is.
    ///
    /// - Parameters:
    ///   - file: a register, or a copy of one.
    ///   - part: where the copy is made.
    ///   - path: the register that it is made for, which messages name where it cannot be written.
    ///   - key: the key of the log.
    /// - Returns: The copy, and how many entries its log has.
    /// - Throws: `RegisterError`.
    static func checkedCopy(
        of file: String, at part: String, for path: String, key: RegisterKey
    ) throws -> (copy: Register, entries: Int) {
        do { try Register(unchanged: file, key: key).copy(to: part) } catch RegisterError.damaged(_, let reason) {
            throw RegisterError.notACopy(path: file, reason: reason)
        } catch RegisterError.copyUnwritable(_, let reason) {
            throw RegisterError.unwritable(path: path, reason: reason)
        }
        let copy = try Register(path: part, key: key, access: .writing)
        return (copy, try copy.entriesWithoutFault(in: file))
    }

    /// Checks a register that was made of a file; gives how many entries its log has, or throws what is wrong.
    func entriesWithoutFault(in file: String) throws -> Int {
        do {
            let found = try check()
            guard let fault = found.faults.first else { return found.entries }
            throw RegisterError.faulty(path: file, fault: fault, count: found.faultCount)
        } catch RegisterError.damaged(_, let reason) {
            throw RegisterError.notACopy(path: file, reason: reason)
        }
    }

    /// Closes the file; nothing can be read after that.
    func close() throws { try naming { try queue.close() } }

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
