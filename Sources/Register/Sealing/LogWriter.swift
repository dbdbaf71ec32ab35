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
    /// The log's end, as far as it is written.
    private(set) var head: LogHead
    /// What was revoked when the transaction began; nil for a register that is not sealed yet.
    let before: RegisterState?

    /// Begins where the log ends.
    ///
    /// - Parameters:
    ///   - db: the register, within a transaction.
    ///   - key: the key of the log.
    ///   - isSealed: whether the end is held to its seals: all but a register of an earlier schema has some.
    /// - Throws: `DamagedRow` where the end is not as it was written: what is added would make it good.
    init(db: Database, key: RegisterKey, isSealed: Bool = true) throws {
        self.db = db
        self.key = key
        insertion = try db.cachedStatement(
            sql: """
                INSERT INTO event (id, at, kind, card, run, file, kid, moment, detail, mac)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        if isSealed {
            let confirmed = try Register.Snapshot(db: db, key: key).confirmedEnd()
            (head, before) = (confirmed.head, confirmed.state)
        } else {
            let row = try Row.fetchOne(db, sql: "SELECT id, mac, at FROM event ORDER BY id DESC LIMIT 1")
            head =
                try row.map {
                    LogHead(
                        at: try $0.decode(atIndex: 0), mac: Array(try $0.decode(Data.self, atIndex: 1)),
                        time: try $0.moment(atIndex: 2))
                } ?? .none
            before = nil
        }
        last = Int64(head.entry)
    }

    /// Adds an entry; gives its number.
    @discardableResult
    func add(_ entry: LogEntry) throws -> Int64 {
        last += 1
        let mac = entry.mac(number: last, after: head.mac, key: key)
        head = LogHead(at: Int(last), mac: mac, time: Timestamp(secondsSince1970: entry.time))
        insertion.setUncheckedArguments([
            last, entry.time, entry.kind.rawValue, entry.card, entry.run, entry.file, entry.kid, entry.moment,
            entry.detail, Data(mac),
        ])
        try insertion.execute()
        return last
    }

    /// Seals the end of the log, and what no entry vouches for; the transaction's last step.
    func end() throws {
        let state = try RegisterState(db)
        if head.entry > 0 {
            try db.execute(
                sql: "INSERT OR REPLACE INTO log_end (id, last, mac) VALUES (1, ?, ?)",
                arguments: [last, Data(LogEntry.endMAC(last: last, mac: head.mac, key: key))])
        } else if state.isEmpty {
            return
        }
        try db.execute(
            sql: "INSERT OR REPLACE INTO state (id, mac) VALUES (1, ?)",
            arguments: [Data(state.mac(at: head, key: key))])
    }
}
