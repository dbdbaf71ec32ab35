import Payload
import Roster

/// Where cards are put together in one file.
public enum Grouping: String, CaseIterable, Sendable {
    /// A file for each hamlet, its households together.
    case hamlet
    /// A file for each household.
    case household
    /// One file, in the roster's order.
    case none
}

/// A roster read and checked whole, before anything is drawn: its good rows wait in a spool, in order of delivery.
struct Intake<Record: Issuable> {
    /// A row in the spool and where it belongs.
    struct Entry: Sendable {
        var place: Spool.Place
        var group: Int32
        var household: Int32
    }

    /// The good rows, group by group, household by household.
    private(set) var entries: [Entry] = []
    /// The groups, in the order of the roster.
    private(set) var groups: [Group] = []
    private(set) var rowsRead = 0
    let rejections: Rejections
    let spool: Spool
    let parser: RecordParser<Record>

    private let grouping: Grouping
    private var groupIDs: [String: Int32] = [:]
    private var households: [Household: Int32] = [:]
    private var rowsBySerial: [Serial: Int32] = [:]

    /// Cards that are put together: what a person calls them, and the words that their file is named after.
    struct Group: Sendable {
        var title: String
        var fileWords: String
    }

    private struct Household: Hashable {
        var place: String
        var name: String
    }

    /// Reads a roster.
    ///
    /// A second row of the same holder is refused: it would give the same serial to two cards.
    init(_ path: String, grouping: Grouping, folder: String, today: CalendarDate, unit: UnitCode, key: SerialKey) throws
    {
        self.grouping = grouping
        var reader = try RosterReader<Record>(path: path, today: today)
        rejections = try Rejections(header: reader.header, folder: folder)
        spool = try Spool(in: folder)
        parser = reader.parser
        while let entry = try reader.next() {
            if rowsRead & 0xFF == 0 { try Task.checkCancellation() }
            rowsRead += 1
            switch entry {
            case .refused(let row, let faults): try rejections.add(row, faults.map(\.description))
            case .record(let row, let record):
                let serial = Serial(unit: unit, holder: record.holder(key), issueNumber: 1, key: key)
                if let first = rowsBySerial[serial] {
                    try rejections.add(row, ["the same \(Record.noun) as row \(first)"])
                } else {
                    rowsBySerial[serial] = Int32(row.number)
                    add(record, try spool.append(row.spooled))
                }
            }
        }
        try spool.flush()
        if grouping != .none {
            entries.sort { ($0.group, $0.household, $0.place.offset) < ($1.group, $1.household, $1.place.offset) }
        }
        (groupIDs, households, rowsBySerial) = ([:], [:], [:])
    }

    private mutating func add(_ record: Record, _ place: Spool.Place) {
        let (commune, hamlet) = record.place
        let ground = [hamlet, commune].filter { !$0.isEmpty }.joined(separator: ", ")
        let name: String
        switch grouping {
        case .hamlet: name = ground
        case .household: name = record.household + ", " + ground
        case .none: name = ""
        }
        let group: Int32
        if let known = groupIDs[name] {
            group = known
        } else {
            // Names that differ in case alone are one group.
            let folded = name.lowercased()
            group = groupIDs[folded] ?? Int32(groups.count)
            if Int(group) == groups.count {
                // From the larger to the smaller, so that a folder listing keeps communes and hamlets together.
                let words = grouping == .none ? "" : "\(commune) \(hamlet)"
                let household = grouping == .household ? " " + record.household : ""
                groups.append(Group(title: name, fileWords: words + household))
            }
            groupIDs[folded] = group
            groupIDs[name] = group
        }
        let household: Int32
        switch grouping {
        case .hamlet:
            let key = Household(place: ground, name: record.household)
            household = households[key] ?? Int32(households.count)
            households[key] = household
        case .household, .none: household = 0
        }
        entries.append(Entry(place: place, group: group, household: household))
    }

    /// The files to draw: a group each, and of a large group several, so that no PDF grows without bound.
    func parts(capacity: Int, whole: String) -> [Part] {
        var names: [String: Int] = [:]
        var parts: [Part] = []
        var start = 0
        while start < entries.count {
            let group = entries[start].group
            var end = start
            while end < entries.count, entries[end].group == group { end += 1 }
            let (title, words) = (groups[Int(group)].title, groups[Int(group)].fileWords)
            var name = words.isEmpty ? whole : FileName.part(words)
            names[name, default: 0] += 1
            // Hamlets that differ in accents alone have the same file name.
            if let count = names[name], count > 1 { name += "--\(count)" }
            let pieces = (end - start + capacity - 1) / capacity
            for piece in 0..<pieces {
                // Three digits keep the files in order wherever they are listed.
                let number = String("00\(piece + 1)".suffix(max(3, "\(piece + 1)".count)))
                let suffix = pieces == 1 ? "" : "-" + number
                let range = start + piece * capacity..<min(end, start + (piece + 1) * capacity)
                parts.append(Part(file: name + suffix + ".pdf", title: title, entries: range))
            }
            start = end
        }
        return parts
    }
}

/// One file of a run.
struct Part: Sendable {
    var file: String
    /// The group's name.
    var title: String
    /// Its entries in the intake.
    var entries: Range<Int>
}
