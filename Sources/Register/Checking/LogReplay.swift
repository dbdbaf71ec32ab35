import GRDB
import Payload

/// What the log says of runs, files and keys, gathered as it is walked; there are few of them.
struct LogReplay {
    /// Runs with an entry, and whether all their files have their names.
    private(set) var runs: [Int64: Bool] = [:]
    private(set) var files: Set<Int64> = []
    /// Keys by which cards are revoked, as their table should have them.
    private(set) var cutOffs: [KeyID: CutOffRow] = [:]

    mutating func add(_ logged: LoggedEntry) {
        guard let entry = logged.entry else { return }
        switch entry.kind {
        case .ran: if let run = entry.run { runs[run] = entry.detail == LogEntry.committed && runs[run] != nil }
        case .printed: if let file = entry.file { files.insert(file) }
        case .keyRevoked:
            guard let key = entry.key, let moment = entry.moment else { return }
            // A later moment widens the revocation, an earlier one changes nothing.
            if cutOffs[key].map({ moment > $0.moment }) ?? true {
                cutOffs[key] = CutOffRow(key: key, moment: moment, event: logged.number)
            }
        case .keyRestored: if let key = entry.key { cutOffs[key] = nil }
        default: break
        }
    }
}

extension LogCheck {
    /// Holds the tables of runs, files, prints, holders and cut-offs to the log.
    func checkTables() throws {
        let db = snapshot.db
        let runs = try Row.fetchCursor(db, sql: "SELECT id, settled FROM run ORDER BY id")
        while let row = try runs.next() {
            let (id, settled) = (Int64.fromDatabaseValue(row[0]) ?? 0, Int64.fromDatabaseValue(row[1]))
            if replay.runs[id].map({ settled != ($0 ? 1 : 0) }) ?? true { faults.add(.run(Int(id))) }
        }
        let files = try Row.fetchCursor(db, sql: "SELECT id, run, name FROM file ORDER BY id")
        while let row = try files.next() {
            guard let id = Int64.fromDatabaseValue(row[0]), !replay.files.contains(id) else { continue }
            faults.add(.file(run: Int.fromDatabaseValue(row[1]) ?? 0, name: String.fromDatabaseValue(row[2]) ?? ""))
        }
        let prints = try Int64.fetchCursor(
            db,
            sql: """
                SELECT DISTINCT file FROM print WHERE NOT EXISTS (SELECT 1 FROM file WHERE file.id = print.file)
                """)
        while let file = try prints.next() { faults.add(.prints(file: Int(file))) }
        let holders = try Int64.fetchCursor(
            db, sql: "SELECT id FROM holder WHERE NOT EXISTS (SELECT 1 FROM card WHERE card.holder = holder.id)")
        while let holder = try holders.next() { faults.add(.holder(Int(holder))) }
        try checkCutOffs()
    }

    private func checkCutOffs() throws {
        var expected = replay.cutOffs
        let rows = try Row.fetchCursor(snapshot.db, sql: "SELECT \(CutOffRow.selection) FROM cut_off ORDER BY kid")
        while let row = try rows.next() {
            let key = KeyID(rawValue: UInt32(truncatingIfNeeded: Int64.fromDatabaseValue(row[0]) ?? 0))
            let found = try readable { try CutOffRow(row: row) }
            if found == nil || found != expected.removeValue(forKey: key) { faults.add(.cutOffMoment(key)) }
        }
        for key in expected.keys.sorted(by: { $0.rawValue < $1.rawValue }) { faults.add(.cutOffMoment(key)) }
    }
}
