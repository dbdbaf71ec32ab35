import GRDB
public import Payload

extension Register {
    /// Logs keys that were made or retired and that the log does not know of.
    ///
    /// The keyring comes first and the log after it, so that what a stop keeps from the log is logged here the next time.
    /// Entries have the times of the keyring: a key is made when its validity begins, and retired when it ends early.
    public func noteKeys(of keyring: Keyring) throws {
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
        var made: [Int64: Int64?] = [:]
        var retired: [Int64: Int64?] = [:]
        // Left to itself, SQLite reads the whole log for the sake of the order.
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT kid, kind, moment FROM event INDEXED BY event_kid
                WHERE kid IS NOT NULL AND kind IN (9, 10) ORDER BY id
                """)
        while let row = try rows.next() {
            let (kid, moment) = (try row.decode(Int64.self, atIndex: 0), try row.decode(Int64?.self, atIndex: 2))
            if try row.decode(Int.self, atIndex: 1) == Event.Kind.keyMade.rawValue {
                made[kid] = .some(moment)
            } else {
                retired[kid] = .some(moment)
            }
        }
        var entries: [LogEntry] = []
        for key in keys {
            let (kid, end) = (Int64(key.id.rawValue), key.expires?.secondsSince1970)
            guard let known = made[kid] else {
                made[kid] = .some(end)
                entries.append(
                    LogEntry(
                        kind: .keyMade, time: key.notBefore.secondsSince1970, kid: kid, moment: end,
                        detail: "\(key.purpose.rawValue), epoch \(key.epoch)"))
                continue
            }
            guard let end, end < known ?? .max, retired[kid] != .some(end) else { continue }
            retired[kid] = .some(end)
            entries.append(LogEntry(kind: .keyRetired, time: end, kid: kid, moment: end))
        }
        return entries
    }
}
