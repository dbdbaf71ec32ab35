import Foundation
import GRDB
public import Payload

/// The record of the log's end.
struct LoggedEnd {
    /// The number of the last entry.
    var last: Int64
    var mac: [UInt8]

    init?(_ db: Database) throws {
        guard let row = try Row.fetchOne(db, sql: "SELECT last, mac FROM log_end WHERE id = 1") else { return nil }
        guard let last = Int64.fromDatabaseValue(row[0]) else { return nil }
        self.last = last
        mac = Data.fromDatabaseValue(row[1]).map(Array.init) ?? []
    }
}

extension Register.Snapshot {
    /// The log's end, once the last entry, the record of the end and the seal of the state are as they were written.
    ///
    /// - Returns: The end, and the state that it vouches for.
    /// - Throws: `DamagedRow` where the log was cut or grew without the key, or what is sealed was changed.
    func confirmedEnd() throws -> (head: LogHead, state: RegisterState) {
        let (head, state) = (try confirmedHead(), try RegisterState(db))
        let seal = try Data.fetchOne(db, sql: "SELECT mac FROM state WHERE id = 1")
        // A register into which nothing was ever written has no seal, and nothing that could be sealed.
        let isNew = seal == nil && head.entry == 0 && state.isEmpty
        guard isNew || seal.map(Array.init) == state.mac(at: head, key: key) else {
            throw DamagedRow(
                reason: "what is revoked, counts of people or numbers of revocation lists are not as they were written")
        }
        return (head, state)
    }

    private func confirmedHead() throws -> LogHead {
        let last = try db.greatestNumber(in: "event")
        guard let end = try LoggedEnd(db) else {
            guard last == 0 else { throw DamagedRow(reason: "the record of the log's end is gone") }
            return .none
        }
        guard end.last == last, last > 0 else {
            throw DamagedRow(
                reason: "its log ended with entry \(end.last) and ends with entry \(last): entries were "
                    + (end.last > last ? "cut off" : "added"))
        }
        let head = try head(after: last)
        guard end.mac == LogEntry.endMAC(last: last, mac: head.mac, key: key) else {
            throw DamagedRow(reason: "the record of the log's end was changed")
        }
        try entries.confirm(last)
        return head
    }

    /// The log's end as it stands.
    public var logHead: LogHead {
        get throws {
            let last = try lastEntry
            return last > 0 ? try head(after: Int64(last)) : .none
        }
    }

    /// The end that the log had after an entry, whether that is as it was written or not.
    private func head(after entry: Int64) throws -> LogHead {
        guard let row = try Row.fetchOne(db, sql: "SELECT mac, at FROM event WHERE id = ?", arguments: [entry]) else {
            throw DamagedRow(reason: "entry \(entry) is not there")
        }
        return LogHead(
            at: Int(entry), mac: Array(try row.decode(Data.self, atIndex: 0)), time: try row.moment(atIndex: 1))
    }

    /// Throws `DamagedRow` where the log does not have an end that it had once.
    func confirm(_ known: LogHead) throws {
        guard known.entry > 0 else { return }
        guard let reason = try contradiction(of: known) else { return }
        throw DamagedRow(reason: reason)
    }

    /// In what way the log does not have an end that it had once, as a sentence without its end; nil where it has it.
    func contradiction(of known: LogHead) throws -> String? {
        let last = try lastEntry
        guard known.entry <= last else {
            return "its log ends with entry \(last), and had entry \(known.entry) at \(known.time): it was cut off, or "
                + "an older register stands in its place"
        }
        guard try mac(of: known.entry).map(Array.init) != known.mac else { return nil }
        return "entry \(known.entry) of its log is another one than at \(known.time): it is another register"
    }
}
