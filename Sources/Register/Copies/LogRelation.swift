import Foundation
import GRDB
import Payload

/// How the logs of two registers of one office stand to each other.
public enum LogRelation: Sendable, Hashable {
    /// They are the same.
    case same
    /// The first one goes on where the second ends, by so many entries.
    case ahead(Int)
    /// The second one goes on where the first ends, by so many entries.
    case behind(Int)
    /// They differ from this entry on.
    case parted(at: Int)
}

extension LogRelation {
    /// The last entry of the second log, where the first one's is known.
    func end(from last: Int) -> Int {
        switch self {
        case .same, .parted: last
        case .ahead(let entries): last - entries
        case .behind(let entries): last + entries
        }
    }
}

extension Register {
    /// How this register's log stands to another's: each entry's MAC covers all before it, so that one comparison tells of
    /// all entries up to there.
    public func relation(to other: Register) throws -> LogRelation {
        try viewing { mine in
            try other.viewing { theirs in
                let (last, otherLast) = (try mine.lastEntry, try theirs.lastEntry)
                let common = try mine.commonEntries(with: theirs)
                if common < min(last, otherLast) { return .parted(at: common + 1) }
                if last == otherLast { return .same }
                return last > otherLast ? .ahead(last - otherLast) : .behind(otherLast - last)
            }
        }
    }

    /// Takes over the last number of a revocation list that another register has given out, where it is greater than
    /// this one's: gates refuse a list whose number is not.
    func takeListNumber(from other: Register) throws {
        guard let list = try other.viewing({ try $0.lastList }) else { return }
        try writing { try Self.take(list, $0.db) }
    }

    /// Adds a revocation list's row, where its number is greater than all that are there.
    static func take(_ list: [Int64], _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO revocation_list SELECT ?1, ?2, ?3, ?4
                WHERE ?1 > (SELECT coalesce(max(sequence), 0) FROM revocation_list)
                """, arguments: StatementArguments(list))
    }
}

extension Register.Snapshot {
    /// How this log stands to an end that a log of the office had.
    func relation(to known: LogHead) throws -> LogRelation {
        let last = try lastEntry
        guard known.entry <= last else { return .behind(known.entry - last) }
        if known.entry > 0, try mac(of: known.entry).map(Array.init) != known.mac { return .parted(at: known.entry) }
        return known.entry == last ? .same : .ahead(last - known.entry)
    }

    /// The number of the log's last entry, 0 in an empty one.
    public var lastEntry: Int {
        get throws { try Int.fetchOne(db, sql: "SELECT coalesce(max(id), 0) FROM event") ?? 0 }
    }

    // An office that exports a list a second does not come to more in a lifetime.
    private static let greatestListNumber: Int64 = 1 << 32

    /// The row of the last revocation list that was given out: its number, both times, how many serials it had.
    var lastList: [Int64]? {
        get throws {
            try Row.fetchOne(
                db,
                sql: """
                    SELECT sequence, issued, next_update, serials FROM revocation_list
                    WHERE sequence <= ? ORDER BY sequence DESC LIMIT 1
                    """, arguments: [Self.greatestListNumber]
            ).map { row in try (0..<4).map { try row.decode(Int64.self, atIndex: $0) } }
        }
    }

    /// How many entries from the first on are the same in two logs.
    func commonEntries(with other: Register.Snapshot) throws -> Int {
        var (same, different) = (0, min(try lastEntry, try other.lastEntry) + 1)
        while different - same > 1 {
            let middle = (same + different) / 2
            if try mac(of: middle) == other.mac(of: middle) { same = middle } else { different = middle }
        }
        return same
    }

    /// The MAC of an entry, which covers all before it; nil where there is none of the number.
    func mac(of entry: Int) throws -> Data? {
        try Data.fetchOne(db, sql: "SELECT mac FROM event WHERE id = ?", arguments: [entry])
    }
}
