import Foundation
import GRDB
import Payload

extension Register.Transaction {
    /// Registers a run: its files, its new cards, what is on which sheet, and the entries of the log.
    ///
    /// The run is not committed yet: its files wait for their names until ``commit(_:)``.
    ///
    /// The number is greater than those of all before, nil for the next one; `shard` is the share of the roster that was
    /// printed, and `people` how many the roster, or the share, has in each locality; `reason` is why older cards are
    /// revoked where new ones take their place. `forEachFile` tells the files in order, each with its items in the order of
    /// pages and positions. Throws `RegisterError.serialTaken`, or what `forEachFile` throws; nothing is registered then.
    @discardableResult
    package func register(
        _ run: Run, number: Int? = nil, shard: Shard? = nil, people: [Locality: Int] = [:], reason: String,
        forEachFile: (_ add: (Run.File, [Run.Item]) throws -> Void) throws -> Void
    ) throws -> Int {
        let writer = try RunWriter(self, run, number: number, shard: shard, people: people, reason: reason)
        try forEachFile(writer.add)
        try writer.end()
        return Int(writer.number)
    }

    /// Takes over how many people a roster has in its localities; what other shards of the same roster counted is added.
    fileprivate func count(_ people: [Locality: Int], of run: CountingRun) throws {
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

/// Adds a run to the register within a transaction: its files in their order, then the run itself.
final class RunWriter {
    /// The run's number.
    let number: Int64
    private let transaction: Register.Transaction
    private let run: Run
    private let shard: Shard?
    private let people: [Locality: Int]
    private let deferred: DeferredIndexes
    private let cards: CardWriter
    private var lastFile: Int64

    /// Begins a run; see `Register.Transaction.register`.
    init(
        _ transaction: Register.Transaction, _ run: Run, number: Int?, shard: Shard?, people: [Locality: Int],
        reason: String
    ) throws {
        let db = transaction.db
        let last = try RunRow.greatestNumber(db)
        self.number = number.map(Int64.init) ?? last + 1
        precondition(self.number > last, "nobody else registers while the office is locked")
        (self.transaction, self.run, self.shard, self.people) = (transaction, run, shard, people)
        deferred = try DeferredIndexes(db, rows: run.rows)
        cards = try CardWriter(transaction, run: self.number, time: run.clock, reason: reason)
        lastFile = try FileRow.greatestNumber(db)
    }

    /// Adds the next file with its items in the order of pages and positions.
    func add(_ entry: Run.File, _ items: [Run.Item]) throws {
        lastFile += 1
        let file = FileRow(
            id: lastFile, run: number, name: entry.name, sheets: entry.sheets, sha256: Data(entry.sha256))
        try file.insert(transaction.db)
        let prints = try cards.add(items, file: file.id)
        let subject = file.sealed(prints, transaction.key)
        try transaction.log.add(LogEntry(.printed, run.clock, run: number, file: file.id, subject: subject))
    }

    /// Adds the run itself, all of whose files are added.
    func end() throws {
        try deferred.make()
        let row = RunRow(run, id: number, printed: cards.printed)
        try row.insert(transaction.db)
        try transaction.count(people, of: CountingRun(run: row, shard: shard))
        let log = transaction.log
        try log.add(LogEntry(.ran, run.clock, run: number, subject: row.sealed))
        if let shard { try log.add(LogEntry(.ran, run.clock, run: number, detail: LogEntry.detail(of: shard))) }
    }
}
