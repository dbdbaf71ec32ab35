import Foundation
package import GRDB
import Messages
package import Payload
import Synchronization

/// An office's register: what was issued, to whom, when, on which sheet; what is revoked; and the log of all that.
///
/// It is one SQLite file. Any number of processes read it while one writes.
package final class Register: Sendable {
    package enum Access: Sendable {
        /// Looking things up; works on a read-only disk too.
        case reading
        /// Changing it; the caller holds the office's lock. The file is made where it is not there.
        case writing
    }

    package let path: String
    package let key: RegisterKey

    /// Where the newest end of the log is kept; nil for a register that stands alone, such as a backup.
    let head: HeadFile?

    package let queue: DatabaseQueue
    private let confirmed = Mutex<Confirmed?>(nil)

    /// A state that was held to its seals, and what tells that the register has another since.
    private struct Confirmed {
        var version: Int
        var head: LogHead?
        var state: RegisterState
    }

    /// Opens a register; for reading the file must be there, and opening for writing brings an older one up to date.
    ///
    /// It is held to the end of the log that is kept at `head` whenever it is read or written; nil for one that stands
    /// alone.
    package convenience init(
        path: String, key: RegisterKey, access: Access, head: HeadFile? = nil
    ) throws(RegisterError) {
        try self.init(path, key, head) {
            do { return try Opening(path: path, access: access, key: key, head: head).queue() } catch let error
                as DatabaseError where error.resultCode == .SQLITE_CANTOPEN && access == .writing
            {
                throw RegisterError.unwritable(
                    path: path, reason: Message(en: "it cannot be opened", vi: "không mở được"))
            }
        }
    }

    /// Opens a register to check it as it is, of whatever version, without changing anything.
    package convenience init(unchanged path: String, key: RegisterKey, head: HeadFile? = nil) throws(RegisterError) {
        try self.init(path, key, head) {
            try Opening(path: path, access: .reading, key: key, head: nil, mayMigrate: false).queue()
        }
    }

    /// Opens a file that nobody changes, to read what is in it and nothing that SQLite may have beside it.
    package convenience init(immutable path: String, key: RegisterKey) throws(RegisterError) {
        try self.init(path, key, nil) {
            try Opening(path: path, access: .reading, key: key, head: nil).immutableQueue()
        }
    }

    private init(
        _ path: String, _ key: RegisterKey, _ head: HeadFile?, opening: () throws -> DatabaseQueue
    ) throws(RegisterError) {
        (self.path, self.key, self.head) = (path, key, head)
        do { queue = try opening() } catch { throw RegisterError(error, path: path) }
    }

    package func close() throws { try naming { try queue.close() } }
    package static func exists(at path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    /// Whether a register was there that is gone: what SQLite had not yet taken into it is still beside it.
    package static func hasRemains(at path: String) -> Bool {
        !exists(at: path) && RegisterFile.size(path + "-wal") ?? 0 > 0
    }

    /// Gives `body` a view of the register that does not change while it looks; writers are not held up.
    ///
    /// The end of the log, and what is revoked, are held to their seals first.
    package func reading<Result>(_ body: (Snapshot) throws -> Result) throws -> Result {
        try naming {
            // Read before the view is taken, so that it is of the same time or older.
            let known = try knownHead()
            return try queue.read { db in
                var snapshot = Snapshot(db, key)
                snapshot.state = try state(of: snapshot, known)
                return try body(snapshot)
            }
        }
    }

    /// Gives `body` a view of the register, of whatever schema, that is held to nothing: for copies, which are checked whole.
    package func viewing<Result>(_ body: (Snapshot) throws -> Result) throws -> Result {
        try naming { try queue.read { db in try body(Snapshot(db, key)) } }
    }

    /// The sealed state of a view; held to its seals once as long as nobody writes.
    private func state(of snapshot: Snapshot, _ known: LogHead?) throws -> RegisterState {
        let version = try Int.fetchOne(snapshot.db, sql: "PRAGMA data_version") ?? 0
        return try confirmed.withLock { confirmed in
            if let confirmed, confirmed.version == version, confirmed.head == known { return confirmed.state }
            if let known { try snapshot.log.confirm(known) }
            let state = try snapshot.log.confirmedEnd().state
            confirmed = Confirmed(version: version, head: known, state: state)
            return state
        }
    }

    /// Lets `body` change the register: all of it is on the disk when this returns, or nothing where it throws.
    ///
    /// The end of the log, and what is revoked, are held to their seals first: what is added would make a cut log whole.
    package func writing<Result>(_ body: (Transaction) throws -> Result) throws -> Result {
        try naming {
            let known = try knownHead()
            defer { forgetState() }
            let (result, end) = try queue.write { db in
                let transaction = try Transaction(db, key, after: known)
                let result = try body(transaction)
                try transaction.log.end()
                return (result, transaction.log.head)
            }
            keep(end, after: known)
            return result
        }
    }

    /// Forgets the state that was held to its seals, since this connection changed it.
    func forgetState() { confirmed.withLock { $0 = nil } }

    /// Keeps the end of what was committed beside the register.
    func keep(_ end: LogHead, after known: LogHead?) {
        // An earlier end is one that the log had, so that nothing is wrong where the disk does not take this one.
        if let known, known != end { try? head?.write(end, key: key) }
    }

    /// Throws `RegisterError.damaged` where the log does not have an end that it had once, unless a restore gave it up.
    package func confirm(_ known: LogHead) throws {
        guard try !isForgone(known) else { return }
        try viewing { try $0.log.confirm(known) }
    }

    /// Whether a restore gave up an end that the log had once.
    package func isForgone(_ known: LogHead) throws -> Bool { try known.entry <= head?.forgone(key: key) ?? 0 }

    /// The end that is kept beside the register; nil where none is to be kept.
    package func knownHead() throws(RegisterError) -> LogHead? {
        guard let head else { return nil }
        guard let known = try head.read(key: key) else { throw .headMissing(path: head.path, register: path) }
        return known
    }

    /// Keeps the log's end beside the register anew, where the file is gone or faulty, and gives it.
    package func keepHead() throws -> LogHead {
        let end = try naming { try queue.read { db in try LogReader(db, key).confirmedEnd().head } }
        try head?.write(end, key: key)
        return end
    }

    /// Gives what SQLite refuses the words of an office.
    package func naming<Result>(_ body: () throws -> Result) throws -> Result {
        do { return try body() } catch let error
            where error is DatabaseError || error is RowDecodingError || error is DamagedRow
        {
            throw RegisterError(error, path: path)
        }
    }
}
