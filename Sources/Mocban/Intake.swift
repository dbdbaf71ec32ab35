import Roster
import Tables

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
    /// The groups' names, from the larger to the smaller, in the order of the roster.
    private(set) var groups: [[String]] = []
    private(set) var rowsRead = 0
    /// Rows that are notes, totals or a repeated header.
    private(set) var passedOver = 0
    /// Good rows that an officer should look at.
    private(set) var warned = 0
    /// Sheets of the roster that were not read, though they hold records too.
    let unreadSheets: [String]
    let rejections: Rejections
    let spool: Spool
    let parser: RecordParser<Record>

    private let grouping: Grouping
    private var groupIDs: [String: Int32] = [:]
    private var households: [Household: Int32] = [:]

    private struct Household: Hashable {
        var group: Int32
        var name: String
    }

    /// Reads a roster.
    ///
    /// The reader refuses a second row of the same holder, which would give the same serial to two cards.
    init(_ reader: consuming RosterReader<Record>, grouping: Grouping, folder: String) throws {
        self.grouping = grouping
        unreadSheets = reader.files[0].table.unreadSheets
        rejections = try Rejections(header: reader.files[0].header.names, folder: folder)
        spool = try Spool(in: folder)
        parser = reader.parser
        var quiet = RowSet()
        while let entry = try reader.next() {
            if rowsRead & 0xFF == 0 { try Task.checkCancellation() }
            rowsRead += 1
            switch entry {
            case .nobody: passedOver += 1
            case .refused(let row, let findings):
                try rejections.add(row, findings.filter { $0.severity == .error }.map(\.description))
            case .record(let row, let record, let findings):
                if findings.contains(where: { $0.severity == .warning }) {
                    warned += 1
                } else {
                    quiet.insert(row.number)
                }
                add(record, try spool.append(row.spooled))
            }
        }
        for late in reader.conclusions() where late.finding.severity == .warning {
            if quiet.remove(late.place.row) { warned += 1 }
        }
        try spool.flush()
        if grouping != .none {
            entries.sort { ($0.group, $0.household, $0.place.offset) < ($1.group, $1.household, $1.place.offset) }
        }
        (groupIDs, households) = ([:], [:])
    }

    private mutating func add(_ record: Record, _ place: Spool.Place) {
        let (commune, hamlet) = record.place
        let names: [String]
        switch grouping {
        case .hamlet: names = [commune, hamlet]
        case .household: names = [commune, hamlet, record.household]
        case .none: names = []
        }
        let group = group(of: names)
        let household = grouping == .hamlet ? household(record.household, in: group) : 0
        entries.append(Entry(place: place, group: group, household: household))
    }

    /// The group of a place; names that differ in case alone are one.
    private mutating func group(of names: [String]) -> Int32 {
        let key = names.joined(separator: Self.separator)
        if let known = groupIDs[key] { return known }
        let folded = key.lowercased()
        let group = groupIDs[folded] ?? Int32(groups.count)
        if Int(group) == groups.count { groups.append(names.filter { !$0.isEmpty }) }
        groupIDs[folded] = group
        groupIDs[key] = group
        return group
    }

    /// The household's number among those of all groups; codes that differ in case alone are one.
    private mutating func household(_ name: String, in group: Int32) -> Int32 {
        let key = Household(group: group, name: name)
        if let known = households[key] { return known }
        let folded = Household(group: group, name: name.lowercased())
        let household = households[folded] ?? Int32(households.count)
        households[folded] = household
        households[key] = household
        return household
    }

    // No name holds it, so that "A B" and "C" are not taken for "A" and "B C".
    private static var separator: String { "\u{1F}" }
}
