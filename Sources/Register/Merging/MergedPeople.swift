import Foundation
import GRDB
import Payload

extension RegisterMerge {
    /// Takes over how many people the last rosters had at their places.
    ///
    /// Shards of one roster counted a part each, which are added up; else the later count stands, as when a roster is
    /// printed after another.
    func takePeople() throws {
        let places = try Row.fetchCursor(
            source.db, sql: "SELECT commune, hamlet, people, counted FROM place WHERE people IS NOT NULL ORDER BY id")
        let theirs = try CountingRuns(source)
        let ours = try CountingRuns(target.snapshot, without: Set(runs.values))
        while let row = try places.next() {
            var (people, counted) = (try row.decode(Int64.self, atIndex: 2), try row.decode(Int64.self, atIndex: 3))
            // What was counted before the registers parted, or came over already, is here.
            guard let run = theirs.last(at: counted), runs[run.number] != nil else { continue }
            let place = Place(commune: try row.decode(atIndex: 0), hamlet: try row.decode(atIndex: 1))
            let number = try target.number(of: place)
            let known = try Row.fetchOne(
                target.db, sql: "SELECT people, counted FROM place WHERE id = ? AND people IS NOT NULL",
                arguments: [number])
            if let known, let last = ours.last(at: try known.decode(atIndex: 1)),
                !common.sharedRuns.contains(last.number)
            {
                if last.sharesRoster(with: run) {
                    if ours.contains(run) { continue }
                    people += try known.decode(Int64.self, atIndex: 0)
                    counted = max(counted, last.clock)
                } else if last.clock > counted {
                    continue
                }
            }
            try target.db.execute(
                sql: "UPDATE place SET people = ?, counted = ? WHERE id = ?", arguments: [people, counted, number])
        }
    }
}
