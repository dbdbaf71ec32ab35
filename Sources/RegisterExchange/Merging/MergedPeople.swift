import GRDB
import Payload
import Register

extension RegisterMerge {
    /// Takes over how many people the last rosters had in their localities.
    ///
    /// Shards of one roster counted a part each, which are added up; else the later count stands, as when a roster is
    /// printed after another.
    func takePeople() throws {
        let counted = "SELECT \(LocalityRow.selection) FROM place WHERE people IS NOT NULL ORDER BY id"
        let theirs = try CountingRuns(source)
        let ours = try CountingRuns(target.snapshot, without: Set(runs.values))
        for there in try LocalityRow.fetchAll(source.db, sql: counted) {
            // What was counted before the registers parted, or came over already, is here.
            guard let run = theirs.last(at: there.counted), runs[run.run.id] != nil else { continue }
            var here = try LocalityRow.fetchOne(target.db, there.locality) ?? LocalityRow(there.locality)
            let known = here
            (here.people, here.counted) = (there.people, there.counted)
            if let people = known.people, let last = ours.last(at: known.counted),
                !common.sharedRuns.contains(last.run.id)
            {
                if last.sharesRoster(with: run) {
                    if ours.contains(run) { continue }
                    here.people = (there.people ?? 0) + people
                    here.counted = max(run.run.clock, last.run.clock)
                } else if last.run.clock > run.run.clock {
                    continue
                }
            }
            try here.save(target.db)
        }
    }
}
