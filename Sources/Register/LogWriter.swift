import Foundation
import GRDB
import Payload

/// Adds entries to the log within one transaction.
final class LogWriter {
    private let db: Database
    private let key: RegisterKey
    private let insertion: Statement
    /// The number of the last entry, 0 in an empty log.
    private(set) var last: Int64
    private var mac: [UInt8]
    private let wasLast: Int64

    init(db: Database, key: RegisterKey) throws {
        self.db = db
        self.key = key
        insertion = try db.cachedStatement(
            sql: """
                INSERT INTO event (id, at, kind, card, run, file, kid, moment, detail, mac)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        last = try db.greatestNumber(in: "event")
        mac = Array(try Data.fetchOne(db, sql: "SELECT mac FROM event WHERE id = ?", arguments: [last]) ?? Data())
        wasLast = last
    }

    /// Adds an entry; gives its number.
    @discardableResult
    func add(_ entry: LogEntry) throws -> Int64 {
        last += 1
        mac = entry.mac(number: last, after: mac, key: key)
        insertion.setUncheckedArguments([
            last, entry.time, entry.kind.rawValue, entry.card, entry.run, entry.file, entry.kid, entry.moment,
            entry.detail, Data(mac),
        ])
        try insertion.execute()
        return last
    }

    /// Seals the end of the log; the transaction's last step.
    func end() throws {
        guard last != wasLast else { return }
        try db.execute(
            sql: "INSERT OR REPLACE INTO log_end (id, last, mac) VALUES (1, ?, ?)",
            arguments: [last, Data(LogEntry.endMAC(last: last, mac: mac, key: key))])
    }
}
