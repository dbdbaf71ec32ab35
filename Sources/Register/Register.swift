import Foundation
import GRDB
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

    private let queue: DatabaseQueue

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
            queue = try Self.open(path, access)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN && access == .writing {
            throw RegisterError.unwritable(path: path, reason: "it cannot be opened")
        } catch {
            throw RegisterError(error, path: path)
        }
    }

    /// Whether the folder of an office has a register yet.
    public static func exists(at path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    private static func open(_ path: String, _ access: Access) throws -> DatabaseQueue {
        switch access {
        case .writing:
            let queue = try DatabaseQueue(path: path, configuration: configuration(access))
            try queue.write { db in try refuseNewer(db, path) }
            try Schema.migrator.migrate(queue)
            return queue
        case .reading:
            guard exists(at: path) else {
                throw RegisterError.unusable(path: path, reason: "it is not there; the first run makes it")
            }
            do {
                let queue = try DatabaseQueue(path: path, configuration: configuration(access))
                if try queue.read({ db in try isCurrent(db, path) }) { return queue }
            } catch let error as DatabaseError
                where error.resultCode == .SQLITE_CANTOPEN || error.resultCode == .SQLITE_READONLY
            {
                // On a read-only disk nothing changes it, so that it needs neither a lock nor the files beside it.
                let queue = try DatabaseQueue(path: immutable(path), configuration: configuration(access))
                if try queue.read({ db in try isCurrent(db, path) }) { return queue }
            }
            return try open(path, .writing)
        }
    }

    private static func configuration(_ access: Access) -> Configuration {
        var configuration = Configuration()
        configuration.label = "register"
        configuration.busyMode = .timeout(5)
        configuration.foreignKeysEnabled = false
        switch access {
        case .reading:
            configuration.readonly = true
        case .writing:
            configuration.journalMode = .wal
            configuration.prepareDatabase { db in
                // A commit is on the disk when it returns: the files of a run get their names after it.
                try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA cache_size = -131072")
            }
        }
        return configuration
    }

    private static func immutable(_ path: String) -> String {
        URL(fileURLWithPath: path).absoluteString + "?immutable=1"
    }

    private static func refuseNewer(_ db: Database, _ path: String) throws {
        if try Schema.migrator.hasBeenSuperseded(db) { throw RegisterError.tooNew(path: path) }
    }

    private static func isCurrent(_ db: Database, _ path: String) throws -> Bool {
        try refuseNewer(db, path)
        return try Schema.migrator.hasCompletedMigrations(db)
    }

    /// Gives `body` a view of the register that does not change while it looks; writers are not held up.
    public func reading<Result>(_ body: (Snapshot) throws -> Result) throws -> Result {
        do { return try queue.read { db in try body(Snapshot(db: db, key: key)) } } catch let error as DatabaseError {
            throw RegisterError(error, path: path)
        }
    }

    /// Lets `body` change the register: all of it is on the disk when this returns, or nothing where it throws.
    public func writing<Result>(_ body: (Transaction) throws -> Result) throws -> Result {
        do {
            return try queue.write { db in
                let transaction = try Transaction(db: db, key: key)
                let result = try body(transaction)
                try transaction.log.end()
                return result
            }
        } catch let error as DatabaseError {
            throw RegisterError(error, path: path)
        }
    }

    /// Writes a whole copy of the register, as it is at this moment, into a new SQLite file.
    func copy(to path: String) throws {
        do {
            try queue.inDatabase { db in try db.execute(sql: "VACUUM INTO ?", arguments: [path]) }
        } catch let error as DatabaseError {
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

extension RegisterError {
    /// What SQLite's refusal means to an office.
    init(_ error: any Error, path: String) {
        switch error {
        case let error as RegisterError: self = error
        case let error as DatabaseError:
            switch error.resultCode {
            case .SQLITE_NOTADB, .SQLITE_CORRUPT: self = .damaged(path: path, reason: error.reason)
            case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
            case .SQLITE_FULL, .SQLITE_READONLY: self = .unwritable(path: path, reason: error.reason)
            case .SQLITE_IOERR where !error.isOfReading: self = .unwritable(path: path, reason: error.reason)
            default: self = .unusable(path: path, reason: error.reason)
            }
        default: self = .unusable(path: path, reason: "\(error)")
        }
    }
}

extension DatabaseError {
    fileprivate var isOfReading: Bool {
        [.SQLITE_IOERR_READ, .SQLITE_IOERR_SHORT_READ, .SQLITE_IOERR_CORRUPTFS].contains(extendedResultCode)
    }

    /// The fault in a few words.
    fileprivate var reason: String {
        switch resultCode {
        case .SQLITE_FULL: "the disk is full"
        case .SQLITE_READONLY: "it may not be written"
        case .SQLITE_CANTOPEN: "it cannot be opened"
        case .SQLITE_IOERR: "the disk does not take it or give it back"
        default: message ?? "\(resultCode)"
        }
    }
}
