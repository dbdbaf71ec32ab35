import GRDB
import Payload

/// What the log says of runs, files and keys, gathered as it is walked; there are few of them.
struct LogReplay {
    /// A moment before which what a key signed is revoked, and the entry that says so.
    struct CutOff: Equatable {
        var moment: Int64
        var entry: Int64
    }

    /// Runs with an entry, and whether all their files have their names.
    private(set) var runs: [Int64: Bool] = [:]
    /// Files with an entry.
    private(set) var files: Set<Int64> = []
    private(set) var cutOffs: [Int64: CutOff] = [:]

    mutating func add(_ logged: LoggedEntry) {
        guard let entry = logged.entry else { return }
        switch entry.kind {
        case .ran:
            if let run = entry.run { runs[run] = entry.detail == LogEntry.settled && runs[run] != nil }
        case .printed:
            if let file = entry.file { files.insert(file) }
        case .keyRevoked:
            guard let kid = entry.kid, let moment = entry.moment else { return }
            // A later moment widens the revocation, an earlier one changes nothing.
            if cutOffs[kid].map({ moment > $0.moment }) ?? true {
                cutOffs[kid] = CutOff(moment: moment, entry: logged.number)
            }
        case .keyRestored:
            if let kid = entry.kid { cutOffs[kid] = nil }
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
        let rows = try Row.fetchCursor(snapshot.db, sql: "SELECT kid, moment, event FROM cut_off ORDER BY kid")
        while let row = try rows.next() {
            let kid = Int64.fromDatabaseValue(row[0]) ?? 0
            let found = Int64.fromDatabaseValue(row[1]).flatMap { moment in
                Int64.fromDatabaseValue(row[2]).map { LogReplay.CutOff(moment: moment, entry: $0) }
            }
            if found == nil || found != expected.removeValue(forKey: kid) { report(kid) }
        }
        for kid in expected.keys.sorted() { report(kid) }
    }

    private func report(_ kid: Int64) {
        faults.add(.cutOffMoment(KeyID(rawValue: UInt32(truncatingIfNeeded: kid))))
    }
}
