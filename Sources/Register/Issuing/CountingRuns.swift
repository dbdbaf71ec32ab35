import GRDB
package import Payload

package struct CountingRun {
    package let run: RunRow
    /// The share of the roster that it counted; nil for all of it.
    let shard: Shard?

    /// Whether both counted shares of one roster that was shared out alike.
    package func sharesRoster(with other: CountingRun) -> Bool {
        guard let input = run.input, let shard, let theirs = other.shard else { return false }
        return input == other.run.input && shard.count == theirs.count
    }
}

package struct CountingRuns {
    private let runs: [CountingRun]

    package init(_ snapshot: Register.Snapshot, without excluded: Set<Int64> = []) throws {
        let shards = try snapshot.shards
        runs = try RunRow.all(snapshot.db, "WHERE command = 'cards' ORDER BY id")
            .filter { !excluded.contains($0.id) }.map { CountingRun(run: $0, shard: shards[$0.id]) }
    }

    package func last(at clock: Timestamp?) -> CountingRun? { runs.last { $0.run.clock == clock } }

    /// Whether a run counted the same share of the same roster.
    package func contains(_ other: CountingRun) -> Bool {
        runs.contains { $0.run.input == other.run.input && $0.shard == other.shard }
    }
}

extension Register.Snapshot {
    fileprivate var shards: [Int64: Shard] {
        get throws {
            let entries = try Int64.fetchAll(db, sql: "SELECT id FROM event WHERE kind = 12 AND detail LIKE 'shard %'")
            return try entries.reduce(into: [:]) { shards, number in
                let entry = try log.confirm(number)
                if let run = entry.run { shards[run] = entry.detail.flatMap { Shard(String($0.dropFirst(6))) } }
            }
        }
    }
}
