import Foundation
import GRDB
import Glibc
public import Payload

/// An office's register: what was issued, to whom, when, on which sheet; what is revoked; and the log of all that.
///
/// It is one SQLite file. Any number of processes read it while one writes.
public final class Register: Sendable {
    /// What a register is opened for.
    public enum Access: Sendable {
        /// Looking things up; works on a read-only disk too.
        case reading
        /// Changing it; the caller holds the office's lock. The file is made where it is not there.
        case writing
    }

    /// The file's path.
    public let path: String
    /// The key of the log.
    let key: RegisterKey

    let queue: DatabaseQueue

    /// Opens a register.
    ///
    /// - Parameters:
    ///   - path: the SQLite file; for reading it must be there.
    ///   - key: the key that the log's entries are chained with, from ``Payload/Keyring/registerKey()``.
    ///   - access: what it is opened for; opening for writing brings an older register up to date.
    /// - Throws: `RegisterError`.
    public init(path: String, key: RegisterKey, access: Access) throws(RegisterError) {
        self.path = path
        self.key = key
        do {
            queue = try Opening(path: path, access: access).queue()
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN && access == .writing {
            throw RegisterError.unwritable(path: path, reason: "it cannot be opened")
        } catch {
            throw RegisterError(error, path: path)
        }
    }

    /// Opens a register to read it as it is, of whatever version, without changing anything.
    init(unchanged path: String, key: RegisterKey) throws(RegisterError) {
        self.path = path
        self.key = key
        do { queue = try Opening(path: path, access: .reading, mayMigrate: false).queue() } catch {
            throw RegisterError(error, path: path)
        }
    }

    /// Whether the folder of an office has a register yet.
    public static func exists(at path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    /// Whether a register was there that is gone: what SQLite had not yet taken into it is still beside it.
    public static func hasRemains(at path: String) -> Bool {
        var status = stat()
        guard !exists(at: path), unsafe stat(path + "-wal", &status) == 0 else { return false }
        return status.st_size > 0
    }

    /// Gives `body` a view of the register that does not change while it looks; writers are not held up.
    public func reading<Result>(_ body: (Snapshot) throws -> Result) throws -> Result {
        try naming { try queue.read { db in try body(Snapshot(db: db, key: key)) } }
    }

    /// Lets `body` change the register: all of it is on the disk when this returns, or nothing where it throws.
    public func writing<Result>(_ body: (Transaction) throws -> Result) throws -> Result {
        try naming {
            try queue.write { db in
                let transaction = try Transaction(db: db, key: key)
                let result = try body(transaction)
                try transaction.log.end()
                return result
            }
        }
    }

    /// Gives what SQLite refuses the words of an office.
    func naming<Result>(_ body: () throws -> Result) throws -> Result {
        do { return try body() } catch let error
            where error is DatabaseError || error is RowDecodingError || error is DamagedRow
        {
            throw RegisterError(error, path: path)
        }
    }

    /// A view of the register at one moment.
    public struct Snapshot {
        let db: Database
        let key: RegisterKey
    }

    /// Changes that are made together.
    public struct Transaction {
        let db: Database
        let key: RegisterKey
        let log: LogWriter

        init(db: Database, key: RegisterKey) throws {
            self.db = db
            self.key = key
            log = try LogWriter(db: db, key: key)
        }

        /// The register as it is within the transaction.
        public var snapshot: Snapshot { Snapshot(db: db, key: key) }
    }
}
