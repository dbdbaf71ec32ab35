import Files
package import GRDB
package import Payload

extension Register {
    package struct Snapshot {
        package let db: Database
        package let key: RegisterKey
        /// The log; it holds entries, and rows, to their MACs.
        package let log: LogReader
        /// What was revoked when the view or the transaction began, held to its seal; nil within a check, which does that
        /// by itself.
        var state: RegisterState?

        init(_ db: Database, _ key: RegisterKey) { (self.db, self.key, log) = (db, key, LogReader(db, key)) }
    }

    package struct Transaction {
        package let db: Database
        package let key: RegisterKey
        package let log: LogWriter
        package let snapshot: Snapshot

        /// Begins changes of a register whose log has, or had, an end that is known.
        init(_ db: Database, _ key: RegisterKey, after known: LogHead? = nil) throws {
            (self.db, self.key, log) = (db, key, try LogWriter(db, key))
            var snapshot = Snapshot(db, key)
            snapshot.state = log.before
            self.snapshot = snapshot
            if let known { try snapshot.log.confirm(known) }
        }

        /// Gives the transaction the cache of pages that a large register has, for what changes much of it.
        package func enlargeCache() throws { try db.execute(sql: "PRAGMA cache_size = -\(Opening.largeCache)") }
    }
}

extension Register.Snapshot {
    package var lastEntry: Int { get throws { try log.last } }
    package var logHead: LogHead { get throws { try EventRow.last(db)?.head ?? .none } }
    package var lastTime: Timestamp? { get throws { try EventRow.last(db)?.entry.time } }

    /// The end of the log as a text, which differs whenever anything was changed.
    package var head: String { get throws { try head(at: lastEntry) ?? "0" } }

    /// The end that the log had after an entry; nil where there is none of the number.
    package func head(at entry: Int) throws -> String? {
        try log.mac(of: entry).map { "\(entry)-\($0.hexadecimal.uppercased())" }
    }
}
