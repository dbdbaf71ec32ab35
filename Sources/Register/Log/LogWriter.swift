package import GRDB
package import Payload

package final class LogWriter {
    private let db: Database
    private let key: RegisterKey
    private let insertion: Statement
    package private(set) var head: LogHead
    /// What was revoked when the transaction began; nil for a register that is not sealed yet.
    let before: RegisterState?

    /// Begins where the log ends, held to its seals: all but a register of an earlier schema has some.
    ///
    /// Throws `DamagedRow` where the end is not as it was written: what is added would make it good.
    package init(_ db: Database, _ key: RegisterKey, isSealed: Bool = true) throws {
        (self.db, self.key) = (db, key)
        insertion = try EventRow.insertion(db)
        if isSealed {
            let confirmed = try LogReader(db, key).confirmedEnd()
            (head, before) = (confirmed.head, confirmed.state)
        } else {
            (head, before) = (try EventRow.last(db)?.head ?? .none, nil)
        }
    }

    @discardableResult
    package func add(_ entry: LogEntry) throws -> Int64 {
        let number = Int64(head.entry) + 1
        let row = EventRow(id: number, entry: entry, mac: entry.mac(number: number, after: head.mac, key: key))
        head = row.head
        try row.insert(by: insertion)
        return number
    }

    /// Seals the end of the log, and what no entry vouches for; the transaction's last step.
    package func end() throws {
        let state = try RegisterState(db)
        if head.entry > 0 {
            try LogEndRow(head, key).insert(db, onConflict: .replace)
        } else if state.isEmpty {
            return
        }
        try StateRow(mac: state.mac(at: head, key: key)).insert(db, onConflict: .replace)
    }
}
