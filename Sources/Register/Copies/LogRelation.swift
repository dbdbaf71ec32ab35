import Foundation
import GRDB

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

extension Register {
    /// How this register's log stands to another's: each entry's MAC covers all before it, so that one comparison tells of
    /// all entries up to there.
    public func relation(to other: Register) throws -> LogRelation {
        try reading { mine in
            try other.reading { theirs in
                let (last, otherLast) = (try mine.lastEntry, try theirs.lastEntry)
                let common = min(last, otherLast)
                if try mine.mac(of: common) == theirs.mac(of: common) {
                    if last == otherLast { return .same }
                    return last > otherLast ? .ahead(last - otherLast) : .behind(otherLast - last)
                }
                var (same, different) = (0, common)
                while different - same > 1 {
                    let middle = (same + different) / 2
                    if try mine.mac(of: middle) == theirs.mac(of: middle) { same = middle } else { different = middle }
                }
                return .parted(at: different)
            }
        }
    }

    // An office that exports a list a second does not come to more in a lifetime.
    private static let greatestListNumber: Int64 = 1 << 32

    /// Takes over the last number of a revocation list that another register has given out, where it is greater than
    /// this one's: gates refuse a list whose number is not.
    func takeListNumber(from other: Register) throws {
        let list = try other.reading { snapshot in
            try Row.fetchOne(
                snapshot.db,
                sql: """
                    SELECT sequence, issued, next_update, serials FROM revocation_list
                    WHERE sequence <= ? ORDER BY sequence DESC LIMIT 1
                    """, arguments: [Self.greatestListNumber]
            ).map { row in try (0..<4).map { try row.decode(Int64.self, atIndex: $0) } }
        }
        guard let list else { return }
        try naming {
            try queue.write { db in
                try db.execute(
                    sql: """
                        INSERT INTO revocation_list SELECT ?1, ?2, ?3, ?4
                        WHERE ?1 > (SELECT coalesce(max(sequence), 0) FROM revocation_list)
                        """, arguments: StatementArguments(list))
            }
        }
    }
}

extension Register.Snapshot {
    /// The number of the log's last entry, 0 in an empty one.
    public var lastEntry: Int {
        get throws { try Int.fetchOne(db, sql: "SELECT coalesce(max(id), 0) FROM event") ?? 0 }
    }

    fileprivate func mac(of entry: Int) throws -> Data? {
        try Data.fetchOne(db, sql: "SELECT mac FROM event WHERE id = ?", arguments: [entry])
    }
}
