import GRDB
package import Payload

extension Register {
    /// Logs keys that were made or retired and that the log does not know of.
    ///
    /// The keyring comes first and the log after it, so that what a stop keeps from the log is logged here the next time.
    /// Entries have the times of the keyring: a key is made when its validity begins, and retired when it ends early.
    package func noteKeys(of keyring: Keyring) throws {
        let keys = keyring.keys.filter(\.canSign)
        let entries = try reading { try $0.missingEntries(of: keys) }
        guard !entries.isEmpty else { return }
        try writing { transaction in
            // Another process may have logged them since.
            for entry in try transaction.snapshot.missingEntries(of: keys) { try transaction.log.add(entry) }
        }
    }
}

extension Register.Snapshot {
    /// The entries by which the log would know of these keys; a key's entry has the end of its validity as its moment.
    fileprivate func missingEntries(of keys: [Key]) throws -> [LogEntry] {
        var made: [KeyID: Timestamp?] = [:]
        var retired: [KeyID: Timestamp?] = [:]
        // Left to itself, SQLite reads the whole log for the sake of the order.
        let rows = try EventRow.fetchCursor(
            db,
            sql: """
                SELECT \(EventRow.selection) FROM event INDEXED BY event_kid
                WHERE kid IS NOT NULL AND kind IN (9, 10) ORDER BY id
                """)
        while let entry = try rows.next()?.entry {
            guard let key = entry.key else { continue }
            if entry.kind == .keyMade { made[key] = .some(entry.moment) } else { retired[key] = .some(entry.moment) }
        }
        var entries: [LogEntry] = []
        for key in keys {
            guard let known = made[key.id] else {
                made[key.id] = .some(key.expires)
                entries.append(
                    LogEntry(
                        .keyMade, key.notBefore, key: key.id, moment: key.expires,
                        detail: "\(key.purpose.rawValue), epoch \(key.epoch)"))
                continue
            }
            guard let end = key.expires, known.map({ end < $0 }) ?? true, retired[key.id] != .some(end) else {
                continue
            }
            retired[key.id] = .some(end)
            entries.append(LogEntry(.keyRetired, end, key: key.id, moment: end))
        }
        return entries
    }
}
