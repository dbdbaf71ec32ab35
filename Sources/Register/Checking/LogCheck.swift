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

    init(snapshot: Register.Snapshot, faults: FaultList) {
        self.snapshot = snapshot
        self.faults = faults
    }

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
