import GRDB
import Payload
package import Register

/// How the logs of two registers of one office stand to each other.
package enum LogRelation: Sendable, Hashable {
    case same
    /// The first one goes on where the second ends, by so many entries.
    case ahead(Int)
    /// The second one goes on where the first ends, by so many entries.
    case behind(Int)
    /// They differ from this entry on.
    case parted(at: Int)

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
    package func relation(to other: Register) throws -> LogRelation {
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
        guard let list = try other.viewing({ try RevocationListRow.last($0.db) }) else { return }
        try writing { try $0.take(list) }
    }
}

extension Register.Transaction {
    /// Adds a revocation list's row, where its number is greater than all that are there.
    func take(_ list: RevocationListRow) throws {
        let last = try Int64.fetchOne(db, sql: "SELECT coalesce(max(sequence), 0) FROM revocation_list") ?? 0
        if list.sequence > last { try list.insert(db) }
    }
}

extension Register.Snapshot {
    /// How this log stands to an end that a log of the office had.
    func relation(to known: LogHead) throws -> LogRelation {
        let last = try lastEntry
        guard known.entry <= last else { return .behind(known.entry - last) }
        if known.entry > 0, try log.mac(of: known.entry) != known.mac { return .parted(at: known.entry) }
        return known.entry == last ? .same : .ahead(last - known.entry)
    }

    /// How many entries from the first on are the same in two logs.
    func commonEntries(with other: Register.Snapshot) throws -> Int {
        var (same, different) = (0, min(try lastEntry, try other.lastEntry) + 1)
        while different - same > 1 {
            let middle = (same + different) / 2
            if try log.mac(of: middle) == other.log.mac(of: middle) { same = middle } else { different = middle }
        }
        return same
    }
}
