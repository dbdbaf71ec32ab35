import Foundation
import GRDB
import Payload

extension Register.Transaction {
    /// Registers a run: its files, its new cards, what is on which sheet, and the entries of the log.
    ///
    /// The run is not settled yet: its files wait for their names until ``settle(_:)``.
    ///
    /// - Parameters:
    ///   - run: the run.
    ///   - number: its number, greater than those of all before; nil for the next one.
    ///   - shard: the share of the roster that it printed; nil for all of it.
    ///   - people: how many people the roster, or the share, has at each place; a roster of venues or no roster gives none.
    ///   - reason: why older cards are revoked where new ones take their place.
    ///   - forEachFile: tells its files in order, each with its items in the order of pages and positions.
    /// - Returns: The run's number.
    /// - Throws: `RegisterError.serialTaken`, or what `forEachFile` throws; nothing is registered then.
    @discardableResult
    public func register(
        _ run: Run, number: Int? = nil, shard: Shard? = nil, people: [Place: Int] = [:], reason: String,
        forEachFile: (_ add: (Run.File, [Run.Item]) throws -> Void) throws -> Void
    ) throws -> Int {
        let last = try db.greatestNumber(in: "run")
        let number = number.map(Int64.init) ?? last + 1
        precondition(number > last, "nobody else registers while the office is locked")
        let deferred = try DeferredIndexes(db, rows: run.rows)
        let writer = try CardWriter(self, run: number, time: run.clock.secondsSince1970, reason: reason)
        let addFile = try fileInsertion
        var file = try db.greatestNumber(in: "file")
        try forEachFile { entry, items in
            file += 1
            try addFile.execute(arguments: [file, number, entry.name, entry.sheets, Data(entry.sha256)])
            let prints = try writer.add(items, file: file)
            try log.add(
                LogEntry(
                    kind: .printed, time: run.clock.secondsSince1970, run: number, file: file,
                    subject: Seal.file(
                        name: entry.name, sheets: Int64(entry.sheets), sha256: entry.sha256, prints: prints)))
        }
        try deferred.make()
        try db.execute(
            sql: """
                INSERT INTO run (id, command, kind, roster, input, template, kid, algorithm, unit, name_form, clock, expires,
                    folder, rows, printed, settled)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
                """,
            arguments: [
                number, run.command, run.kind.rawValue, run.roster, run.input.map { Data($0) }, run.template,
                Int64(run.key.rawValue), run.algorithm.rawValue, Int64(bitPattern: run.unit.rawValue),
                run.nameForm.rawValue, run.clock.secondsSince1970, run.expires.secondsSince1970, run.folder, run.rows,
                writer.printed,
            ])
        try count(
            people,
            of: CountingRuns.Run(
                number: number, clock: run.clock.secondsSince1970, input: run.input.map { Data($0) }, shard: shard))
        try log.add(
            LogEntry(
                kind: .ran, time: run.clock.secondsSince1970, run: number,
                subject: Seal.run(run, printed: writer.printed)))
        if let shard {
            try log.add(
                LogEntry(
                    kind: .ran, time: run.clock.secondsSince1970, run: number, detail: LogEntry.detail(of: shard)))
        }
        return Int(number)
    }

    /// Notes that all files of a run have their names.
    public func settle(_ run: Int) throws {
        let clock = try Int64.fetchOne(db, sql: "SELECT clock FROM run WHERE id = ? AND settled = 0", arguments: [run])
        guard let clock else { return }
        try log.add(LogEntry(kind: .ran, time: clock, run: Int64(run), detail: LogEntry.settled))
        try db.execute(sql: "UPDATE run SET settled = 1 WHERE id = ?", arguments: [run])
    }

    /// Takes over how many people a roster has at its places; what other shards of the same roster counted is added.
    private func count(_ people: [Place: Int], of run: CountingRuns.Run) throws {
        let earlier = try run.shard.map { _ in try CountingRuns(snapshot, without: [run.number]) }
        let find = try db.cachedStatement(sql: "SELECT people, counted FROM place WHERE commune = ? AND hamlet = ?")
        for (place, count) in people.sorted(by: { ($0.key.commune, $0.key.hamlet) < ($1.key.commune, $1.key.hamlet) }) {
            var count = count
            if let earlier, let row = try Row.fetchOne(find, arguments: [place.commune, place.hamlet]),
                let known = try row.decode(Int?.self, atIndex: 0),
                let last = earlier.last(at: try row.decode(atIndex: 1)),
                last.sharesRoster(with: run)
            {
                count = earlier.contains(run) ? known : known + count
            }
            try db.execute(
                sql: """
                    INSERT INTO place (commune, hamlet, people, counted) VALUES (?, ?, ?, ?)
                    ON CONFLICT DO UPDATE SET people = excluded.people, counted = excluded.counted
                    """,
                arguments: [place.commune, place.hamlet, count, run.clock])
        }
    }
}
