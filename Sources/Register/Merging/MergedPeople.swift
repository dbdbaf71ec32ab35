import Foundation
import GRDB
import Payload

/// The count of people at a place, and the run that counted them.
private struct CountedPeople {
    var people: Int64
    var counted: Int64
    /// The run; nil where none of that time is there.
    var run: Int64?
    /// The SHA-256 of its roster.
    var input: Data?
}

extension RegisterMerge {
    /// Takes over how many people the last rosters had at their places.
    ///
    /// Shards of one roster counted a part each, which are added up; else the later count stands, as when a roster is
    /// printed after another.
    func takePeople() throws {
        let places = try Row.fetchCursor(
            source.db, sql: "SELECT commune, hamlet, people, counted FROM place WHERE people IS NOT NULL ORDER BY id")
        let earlier = try earlierInputs()
        while let row = try places.next() {
            let theirs = try count(row, source.db, isOwn: { _ in true })
            // What was counted before the registers parted, or came over already, is here.
            guard let run = theirs.run, runs[run] != nil else { continue }
            let place = Place(commune: try row.decode(atIndex: 0), hamlet: try row.decode(atIndex: 1))
            var new = theirs
            if let ours = try ours(place), let known = ours.run, !common.sharedRuns.contains(known) {
                if ours.input == theirs.input {
                    if theirs.input.map(earlier.contains) ?? false { continue }
                    new.people += ours.people
                    new.counted = max(ours.counted, theirs.counted)
                } else if ours.counted > theirs.counted {
                    continue
                }
            }
            try target.db.execute(
                sql: "UPDATE place SET people = ?, counted = ? WHERE id = ?",
                arguments: [new.people, new.counted, try target.number(of: place)])
        }
    }

    /// The rosters that the other register counted in runs which came over by an earlier merge.
    private func earlierInputs() throws -> Set<Data> {
        let rows = try Row.fetchAll(source.db, sql: "SELECT id, input FROM run WHERE command = 'cards'")
        return try Set(
            rows.compactMap { row in
                let run = try row.decode(Int64.self, atIndex: 0)
                return runs[run] == nil && !common.sharedRuns.contains(run) ? try row.decode(atIndex: 1) : nil
            })
    }

    private func ours(_ place: Place) throws -> CountedPeople? {
        let row = try Row.fetchOne(
            target.db,
            sql: """
                SELECT commune, hamlet, people, counted FROM place
                WHERE commune = ? AND hamlet = ? AND people IS NOT NULL
                """, arguments: [place.commune, place.hamlet])
        let arrived = Set(runs.values)
        return try row.map { try count($0, target.db, isOwn: { !arrived.contains($0) }) }
    }

    /// A place's count, with the last run of that time.
    private func count(_ row: Row, _ db: Database, isOwn: (Int64) -> Bool) throws -> CountedPeople {
        let counted = try row.decode(Int64?.self, atIndex: 3) ?? 0
        let statement = try db.cachedStatement(
            sql: "SELECT id, input FROM run WHERE command = 'cards' AND clock = ? ORDER BY id DESC")
        let runs = try Row.fetchAll(statement, arguments: [counted])
        let run = try runs.first { isOwn(try $0.decode(atIndex: 0)) }
        return CountedPeople(
            people: try row.decode(atIndex: 2), counted: counted, run: try run?.decode(atIndex: 0),
            input: try run?.decode(atIndex: 1))
    }
}
