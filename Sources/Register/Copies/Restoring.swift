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
        try Register(unchanged: backup, key: key).copy(to: part)
        let copy = try Register(path: part, key: key, access: .writing)
        let found = try copy.check()
        if let fault = found.faults.first {
            throw RegisterError.faulty(path: backup, fault: fault, count: found.faultCount)
        }
        var restoration = Restoration(entries: found.entries)
        if exists(at: path), let present = try? Register(unchanged: path, key: key) {
            restoration.relation = try? copy.relation(to: present)
            try? copy.takeListNumbers(from: present)
            try? present.close()
        }
        try copy.close()
        if exists(at: path) { restoration.earlier = freeName(beside: path, clock: clock) }
        try RegisterFile.put(part, at: path, keeping: restoration.earlier)
        return restoration
    }

    /// Closes the file; nothing can be read after that.
    func close() throws { try naming { try queue.close() } }

    private static func freeName(beside path: String, clock: Timestamp) -> String {
        let folder = (path as NSString).deletingLastPathComponent
        let time = clock.description.replacingOccurrences(of: ":", with: "-")
        let name = (folder as NSString).appendingPathComponent("register-before-\(time)")
        var number = 1
        while true {
            let candidate = name + (number == 1 ? ".sqlite" : "-\(number).sqlite")
            if !exists(at: candidate) { return candidate }
            number += 1
        }
    }
}
