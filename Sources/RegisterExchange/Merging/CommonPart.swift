import GRDB
import Payload
import Register

struct RowNumbers {
    let card, holder, file: Int64
}

extension RowNumbers {
    init(_ db: Database) throws {
        card = try CardRow.greatestNumber(db)
        holder = try HolderRow.greatestNumber(db)
        file = try FileRow.greatestNumber(db)
    }
}

/// What two registers of an office have in common: entries of the log from its beginning, and what they are about.
///
/// A copy of the office has its log up to the time of the copy. What came over by an earlier merge is here with other
/// numbers; the entry of that merge names the last entry there.
struct CommonPart {
    /// Entries of the other log, from its first, that are in this one.
    let entries: Int
    /// The greatest numbers, in the other register, of rows that those entries are about.
    let rows: RowNumbers
    /// Runs that both logs have from before they parted.
    let sharedRuns: Set<Int64>

    init(of source: Register.Snapshot, and target: Register.Snapshot) throws {
        let shared = try source.commonEntries(with: target)
        var entries = shared
        let merged = try String.fetchCursor(target.db, sql: "SELECT detail FROM event WHERE kind = 13")
        while let head = try merged.next() {
            guard let number = head.split(separator: "-").first.flatMap({ Int($0) }), number > entries,
                try source.head(at: number) == head
            else { continue }
            entries = number
        }
        self.entries = entries
        let db = source.db
        func greatest(_ column: String, _ kinds: String) throws -> Int64 {
            try Int64.fetchOne(
                db, sql: "SELECT coalesce(max(\(column)), 0) FROM event WHERE id <= ? AND kind IN (\(kinds))",
                arguments: [entries]) ?? 0
        }
        // Rows are numbered in the order of their entries, and a holder comes with its first card.
        let card = try greatest("card", "1, 4")
        rows = RowNumbers(
            card: card,
            holder: try Int64.fetchOne(
                db, sql: "SELECT coalesce(max(holder), 0) FROM card WHERE id <= ?", arguments: [card]) ?? 0,
            file: try greatest("file", "2"))
        sharedRuns = try Int64.fetchSet(
            db, sql: "SELECT run FROM event WHERE id <= ? AND kind = 12", arguments: [shared])
    }
}

extension RegisterMerge {
    /// Takes over how many people the last rosters had in their localities.
    ///
    /// Shards of one roster counted a part each, which are added up; else the later count stands, as when a roster is
    /// printed after another.
    func takePeople() throws {
        let theirs = try CountingRuns(source)
        let ours = try CountingRuns(target.snapshot, without: Set(runs.values))
        for there in try LocalityRow.all(source.db, "WHERE people IS NOT NULL ORDER BY id") {
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
