import Foundation
import GRDB
import Payload

extension Register.Transaction {
    /// Registers a run: its files, its new cards, what is on which sheet, and the entries of the log.
    ///
    /// The run is not committed yet: its files wait for their names until ``commit(_:)``.
    ///
    /// - Parameters:
    ///   - run: the run.
    ///   - number: its number, greater than those of all before; nil for the next one.
    ///   - shard: the share of the roster that it printed; nil for all of it.
    ///   - people: how many people the roster, or the share, has in each locality; a roster of venues or no roster gives
    ///     none.
    ///   - reason: why older cards are revoked where new ones take their place.
    ///   - forEachFile: tells its files in order, each with its items in the order of pages and positions.
    /// - Returns: The run's number.
    /// - Throws: `RegisterError.serialTaken`, or what `forEachFile` throws; nothing is registered then.
    @discardableResult
    package func register(
        _ run: Run, number: Int? = nil, shard: Shard? = nil, people: [Locality: Int] = [:], reason: String,
        forEachFile: (_ add: (Run.File, [Run.Item]) throws -> Void) throws -> Void
    ) throws -> Int {
        let last = try RunRow.greatestNumber(db)
        let number = number.map(Int64.init) ?? last + 1
        precondition(number > last, "nobody else registers while the office is locked")
        let deferred = try DeferredIndexes(db, rows: run.rows)
        let writer = try CardWriter(self, run: number, time: run.clock, reason: reason)
        var lastFile = try FileRow.greatestNumber(db)
        try forEachFile { entry, items in
            lastFile += 1
            let file = FileRow(
                id: lastFile, run: number, name: entry.name, sheets: entry.sheets, sha256: Data(entry.sha256))
            try file.insert(db)
            let prints = try writer.add(items, file: file.id)
            try log.add(LogEntry(.printed, run.clock, run: number, file: file.id, subject: file.sealed(prints, key)))
        }
        try deferred.make()
        let row = RunRow(run, id: number, printed: writer.printed)
        try row.insert(db)
        try count(people, of: CountingRun(run: row, shard: shard))
        try log.add(LogEntry(.ran, run.clock, run: number, subject: row.sealed))
        if let shard { try log.add(LogEntry(.ran, run.clock, run: number, detail: LogEntry.detail(of: shard))) }
        return Int(number)
    }

    /// Takes over how many people a roster has in its localities; what other shards of the same roster counted is added.
    private func count(_ people: [Locality: Int], of run: CountingRun) throws {
        let earlier = try run.shard.map { _ in try CountingRuns(snapshot, without: [run.run.id]) }
        for (locality, count) in people.sorted(by: { ($0.key.commune, $0.key.hamlet) < ($1.key.commune, $1.key.hamlet) }
        ) {
            var row = try LocalityRow.fetchOne(db, locality) ?? LocalityRow(locality)
            if let earlier, let known = row.people, let last = earlier.last(at: row.counted),
                last.sharesRoster(with: run)
            {
                if !earlier.contains(run) { row.people = known + count }
            } else {
                row.people = count
            }
            row.counted = run.run.clock
            try row.save(db)
        }
    }
}
