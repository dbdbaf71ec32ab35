import GRDB
import Payload

/// Walks the log from its first entry and holds each to its MAC; after a fault it goes on with the MAC that stands
/// there, so that every fault is found where it is.
struct LogCheck {
    let snapshot: Register.Snapshot
    let faults: FaultList
    private(set) var entries = 0
    /// Where it ends; its last MAC is the one that the entry should have.
    private(set) var end = LogHead.none
    private(set) var replay = LogReplay()

    private var db: Database { snapshot.db }
    private var key: RegisterKey { snapshot.key }

    mutating func run() throws {
        let recorded = try readable { try LogEndRow.fetchOne(db, number: 1) }
        let rows = try Row.fetchCursor(db, sql: LoggedEntry.selection + "ORDER BY event.id")
        func next() throws -> LoggedEntry? { try rows.next().map { try LoggedEntry($0, snapshot.log) } }
        var last: Int64 = 0
        var previous: [UInt8] = []
        var ahead = try next()
        while var entry = ahead {
            ahead = try next()
            entries += 1
            guard entry.number > 0 else {
                faults.add(.added(Int(entry.number)))
                continue
            }
            let isAfterGap = entry.number > last + 1
            if isAfterGap {
                faults.add(.missing(Int(last + 1)...Int(entry.number - 1)))
            } else if entry.mac != entry.expectedMAC(entry.number, after: previous, key) {
                if var other = ahead, isSwapped(entry, other, after: previous) {
                    faults.add(.swapped(Int(entry.number)))
                    (entry.number, other.number) = (other.number, entry.number)
                    replay.add(other)
                    entries += 1
                    ahead = try next()
                } else {
                    report(entry)
                    entry.mac = mended(entry, after: previous, before: ahead, end: recorded)
                }
            }
            replay.add(entry)
            last = entry.number
            previous = entry.mac
        }
        check(recorded, last: last, mac: previous)
        end = LogHead(at: Int(last), mac: previous)
    }

    private func report(_ entry: LoggedEntry) {
        let about = entry.about(db)
        faults.add(
            entry.isWithoutSubject
                ? .subjectMissing(Int(entry.number), about: about) : .changed(Int(entry.number), about: about))
    }

    private func isSwapped(_ entry: LoggedEntry, _ next: LoggedEntry, after previous: [UInt8]) -> Bool {
        next.mac == next.expectedMAC(entry.number, after: previous, key)
            && entry.mac == entry.expectedMAC(next.number, after: next.mac, key)
    }

    /// The MAC to go on with after a faulty entry: where the next one fits what the entry's should be, only the MAC itself
    /// was changed.
    private func mended(
        _ entry: LoggedEntry, after previous: [UInt8], before next: LoggedEntry?, end: LogEndRow?
    ) -> [UInt8] {
        guard let expected = entry.expectedMAC(entry.number, after: previous, key) else { return entry.mac }
        let fits =
            if let next { next.mac == next.expectedMAC(entry.number + 1, after: expected, key) } else {
                end?.hasMAC(of: LogHead(at: Int(entry.number), mac: expected), key) ?? false
            }
        return fits ? expected : entry.mac
    }

    private func check(_ end: LogEndRow?, last: Int64, mac: [UInt8]) {
        guard let end else {
            if last > 0 { faults.add(.endChanged) }
            return
        }
        if end.last > last {
            faults.add(.cutOff(after: Int(last), end: Int(clamping: end.last)))
        } else if end.last < last {
            faults.add(.afterEnd(Int(clamping: end.last)))
        } else if !end.hasMAC(of: LogHead(at: Int(last), mac: mac), key) {
            faults.add(.endChanged)
        }
    }
}

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
            db, sql: "SELECT DISTINCT file FROM print WHERE NOT EXISTS (SELECT 1 FROM file WHERE file.id = print.file)")
        while let file = try prints.next() { faults.add(.prints(file: Int(file))) }
        let holders = try Int64.fetchCursor(
            db, sql: "SELECT id FROM holder WHERE NOT EXISTS (SELECT 1 FROM card WHERE card.holder = holder.id)")
        while let holder = try holders.next() { faults.add(.holder(Int(holder))) }
        try checkCutOffs()
    }

    private func checkCutOffs() throws {
        var expected = replay.cutOffs
        let rows = try Row.fetchCursor(snapshot.db, sql: CutOffRow.select("ORDER BY kid"))
        while let row = try rows.next() {
            let key = KeyID(rawValue: UInt32(truncatingIfNeeded: Int64.fromDatabaseValue(row[0]) ?? 0))
            let found = try readable { try CutOffRow(row: row) }
            if found == nil || found != expected.removeValue(forKey: key) { faults.add(.cutOffMoment(key)) }
        }
        for key in expected.keys.sorted(by: { $0.rawValue < $1.rawValue }) { faults.add(.cutOffMoment(key)) }
    }
}
