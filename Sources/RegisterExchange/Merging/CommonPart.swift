import GRDB
import Register

/// The greatest numbers of rows.
struct RowNumbers {
    let card, holder, file: Int64
}

extension RowNumbers {
    /// Those of all rows that are there.
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
