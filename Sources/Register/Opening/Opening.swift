import Files
import Foundation
import GRDB
import Glibc
import Messages
import Payload
import SystemPackage

/// How the file of a register is opened: made, brought up to date, or refused.
struct Opening {
    let path: String
    var access: Register.Access
    let key: RegisterKey
    /// Where the newest end of the log is kept.
    let head: HeadFile?
    /// Whether an older register is brought up to date before it is read.
    var mayMigrate: Bool
    /// What makes an older register one of today.
    let migrator: DatabaseMigrator

    init(
        path: String, access: Register.Access, key: RegisterKey, head: HeadFile?, mayMigrate: Bool = true,
        migrator: DatabaseMigrator? = nil
    ) {
        (self.path, self.access, self.key, self.head, self.mayMigrate) = (path, access, key, head, mayMigrate)
        self.migrator = migrator ?? Self.migrator(key: key, head: head)
    }

    /// What makes a register of any version one of today; its log, and the end of it that is kept at `head`, must be as
    /// they were written.
    static func migrator(key: RegisterKey, head: HeadFile? = nil) -> DatabaseMigrator {
        Schema.migrator { db in
            guard try EventRow.last(db) != nil else { return }
            let snapshot = Register.Snapshot(db, key)
            if let known = try head?.read(key: key) { try snapshot.log.confirm(known) }
            try snapshot.confirmWhole()
        } seal: { db in
            let log = try LogWriter(db, key, isSealed: false)
            try log.end()
            // The log is as it was, so that the head is right whether this ends or not.
            try head?.write(log.head, key: key)
        }
    }

    private func with(_ access: Register.Access) -> Opening {
        var opening = self
        (opening.access, opening.mayMigrate) = (access, true)
        return opening
    }

    func queue() throws -> DatabaseQueue {
        try refuseRemains()
        switch access {
        case .writing:
            if !Register.exists(at: path) { try make() }
            // Opening for writing changes a file: another program's or a later version's is left alone.
            try with(.reading).looking(refuseForeign)
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            try bringUpToDate(queue)
            try? Traces.wipe(ifLeftIn: queue)
            return queue
        case .reading:
            guard Register.exists(at: path) else {
                throw RegisterError.unusable(
                    path: path,
                    reason: Message(
                        en: "it is not there; the first run makes it", vi: "chưa có; đợt in đầu tiên sẽ lập sổ"))
            }
            do {
                let queue = try DatabaseQueue(path: path, configuration: configuration)
                if try queue.read(isCurrent) || !mayMigrate { return queue }
            } catch let error as DatabaseError
                where error.resultCode == .SQLITE_CANTOPEN || error.resultCode == .SQLITE_READONLY
            {
                // On a read-only disk nothing changes it, so that it needs neither a lock nor the files beside it.
                let queue = try immutableQueue()
                if try queue.read(isCurrent) || !mayMigrate { return queue }
            }
            return try with(.writing).queue()
        }
    }

    private var configuration: Configuration {
        var configuration = Configuration()
        configuration.label = "register"
        configuration.busyMode = .timeout(5)
        configuration.foreignKeysEnabled = false
        switch access {
        case .reading: configuration.readonly = true
        case .writing:
            configuration.journalMode = .wal
            // A run is registered while its files are drawn, call by call (`RunTransaction`).
            configuration.allowsUnsafeTransactions = true
            configuration.prepareDatabase { [cache] db in
                // A commit is on the disk when it returns: the files of a run get their names after it.
                try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA cache_size = -\(cache)")
            }
        }
        return configuration
    }

    /// KiB of the cache of pages: a quarter of the file, since a run into an empty register needs little.
    private var cache: Int { min(max((RegisterFile.size(path) ?? 0) >> 12, 4096), Self.largeCache) }

    /// KiB of a large register's cache of pages.
    static let largeCache = 32_768

    /// The file alone, as if nothing could change it.
    func immutableQueue() throws -> DatabaseQueue {
        try DatabaseQueue(
            path: URL(fileURLWithPath: path).absoluteString + "?immutable=1", configuration: configuration)
    }

    /// Makes an empty register, which its owner alone can read; it has its name only when it is whole, so that an empty
    /// file is never a new register.
    private func make() throws {
        if let known = try head?.read(key: key), known.entry > 0 {
            throw RegisterError.damaged(
                path: path,
                reason: Message(
                    en: "it is not there, and its log had \(known.entry) entries",
                    vi: "không có tệp, mà nhật ký sổ từng có \(known.entry) mục"))
        }
        let part = RegisterFile.part(of: path)
        defer { RegisterFile.remove(part) }
        try RegisterFile.makePrivate(part)
        var plain = Configuration()
        plain.foreignKeysEnabled = false
        plain.prepareDatabase { db in
            // The file is waited for once, when it is whole; until then nobody knows it.
            try db.execute(sql: "PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY")
        }
        let queue = try DatabaseQueue(path: part, configuration: plain)
        // The head is written when the file is whole.
        try Self.migrator(key: key).migrate(queue)
        // Turned over here, where no other process has to be waited for.
        try queue.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA journal_mode = WAL") }
        try queue.close()
        try head?.write(.none, key: key)
        try RegisterFile.changing(path) {
            try syncToDisk(part)
            try Errno.check(unsafe rename(part, path))
        }
    }

    private func looking(_ body: (Database) throws -> Void) throws {
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.read(body)
        try queue.close()
    }

    private func bringUpToDate(_ queue: DatabaseQueue) throws {
        do { try migrator.migrate(queue) } catch {
            // A reader holds no lock, so that another process may have done it meanwhile.
            guard try queue.read(isCurrent) else { throw error }
        }
    }

    private func refuseRemains() throws(RegisterError) {
        var status = stat()
        if unsafe stat(path, &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFREG else {
                throw .damaged(path: path, reason: Message(en: "it is no file", vi: "không phải là tệp"))
            }
            guard status.st_size > 0 else {
                throw .damaged(path: path, reason: Message(en: "the file is empty", vi: "tệp trống"))
            }
        } else if Register.hasRemains(at: path) {
            throw .damaged(
                path: path,
                reason: Message(
                    en: "it is not there, though register.sqlite-wal is",
                    vi: "không có tệp, dù vẫn có register.sqlite-wal"))
        }
    }

    private func refuseForeign(_ db: Database) throws {
        guard try Int64.fetchOne(db, sql: "PRAGMA application_id") == Schema.applicationID else {
            throw RegisterError.damaged(
                path: path,
                reason: Message(en: "it is another program's database", vi: "là cơ sở dữ liệu của chương trình khác"))
        }
        if try migrator.hasBeenSuperseded(db) { throw RegisterError.tooNew(path: path) }
    }

    private func isCurrent(_ db: Database) throws -> Bool {
        try refuseForeign(db)
        return try migrator.hasCompletedMigrations(db)
    }
}
