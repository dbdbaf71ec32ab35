import Foundation
import GRDB

/// The runs that counted the people of rosters.
struct CountingRuns {
    /// Such a run.
    struct Run {
        var number: Int64
        var clock: Int64
        /// The SHA-256 of its roster.
        var input: Data?
        /// The share of the roster that it counted; nil for all of it.
        var shard: Shard?

        /// Whether both counted shares of one roster that was shared out alike.
        func sharesRoster(with other: Run) -> Bool {
            guard let input, let shard, let theirs = other.shard else { return false }
            return input == other.input && shard.count == theirs.count
        }
    }

    private let runs: [Run]

    /// The runs of a register, but for some.
    init(_ snapshot: Register.Snapshot, without excluded: Set<Int64> = []) throws {
        let shards = try snapshot.shards
        let rows = try Row.fetchAll(
            snapshot.db, sql: "SELECT id, clock, input FROM run WHERE command = 'cards' ORDER BY id")
        runs = try rows.map { row in
            let number = try row.decode(Int64.self, atIndex: 0)
            return Run(
                number: number, clock: try row.decode(atIndex: 1), input: try row.decode(atIndex: 2),
                shard: shards[number])
        }.filter { !excluded.contains($0.number) }
    }

    /// The last run of a time.
    func last(at clock: Int64) -> Run? { runs.last { $0.clock == clock } }

    /// Whether a run counted the same share of the same roster.
    func contains(_ run: Run) -> Bool { runs.contains { $0.input == run.input && $0.shard == run.shard } }
}

extension Register.Snapshot {
    /// Which shards of their rosters runs printed, by the runs' numbers.
    var shards: [Int64: Shard] {
        get throws {
            let rows = try Row.fetchAll(
                db, sql: "SELECT run, substr(detail, 7), id FROM event WHERE kind = 12 AND detail LIKE 'shard %'")
            var shards: [Int64: Shard] = [:]
            for row in rows {
                try entries.confirm(try row.decode(atIndex: 2))
                shards[try row.decode(atIndex: 0)] = Shard(try row.decode(String.self, atIndex: 1))
            }
            return shards
        }
    }
}
