package import Files
import Payload
import Register
import Roster

/// What a run is to print, before anything is drawn: orders that wait in a spool, in order of delivery.
///
/// The list of them waits there too, so that memory does not grow with it.
package struct PrintPlan {
    /// An order in the spool and where it belongs.
    package struct Entry: Sendable, BitwiseCopyable {
        package var extent: RecordFile.Extent
        package var serial: UInt64
        package var group: Int32
        package var household: UInt32
    }

    /// The orders, group by group once ``sort()`` was called.
    package private(set) var entries: ExternalList<Entry>
    /// The groups' names, from the larger to the smaller, in the order of their first orders.
    package private(set) var groups: [[String]] = []
    /// The names of the hamlets that the groups belong to; of the groups themselves where they are no hamlets.
    package private(set) var hamlets: [[String]] = []
    /// Where the entries were on the sheets that are printed again, each counted from 0; empty for new cards.
    package private(set) var slots: [SheetArrangement.Slot] = []
    package let spool: RecordFile

    private let grouping: Grouping
    private var groupIDs: [String: Int32] = [:]
    private let folder: String
    private let seed = TextDigest.processSeed()
    /// The number of each household, by a digest of its group and code.
    private var households: DiskHashTable
    private var householdCount: UInt32 = 0
    private var last: (group: Int32, household: String, number: UInt32) = (-1, "", 0)

    package init(grouping: Grouping, folder: String) throws {
        (self.grouping, self.folder) = (grouping, folder)
        households = DiskHashTable(seed: seed, folder: folder)
        entries = try ExternalList(in: folder)
        spool = try RecordFile(in: folder)
    }

    /// Takes an order into the group of its locality.
    package mutating func add(_ order: Order) throws { try add(SpoolableOrder(order)) }

    /// Takes orders that were made elsewhere.
    package mutating func add(_ orders: [SpoolableOrder]) throws { for order in orders { try add(order) } }

    private mutating func add(_ order: SpoolableOrder) throws {
        let locality = order.locality
        let names: [String]
        switch grouping {
        case .hamlet: names = [locality.commune, locality.hamlet]
        case .household: names = [locality.commune, locality.hamlet, order.household]
        case .none: names = []
        }
        let group = group(of: names, hamlet: Array(names.prefix(2)))
        let household = grouping == .hamlet ? try household(order.household, in: group) : 0
        try add(order, group: group, household: household)
    }

    /// Takes an order into the group of a name, with the position that it had on a sheet; all orders have one, or none.
    package mutating func add(_ order: Order, to name: String, slot: SheetArrangement.Slot? = nil) throws {
        try add(SpoolableOrder(order), group: group(of: [name], hamlet: [name]), household: 0)
        if let slot { slots.append(slot) }
    }

    private mutating func add(_ order: SpoolableOrder, group: Int32, household: UInt32) throws {
        let extent = try spool.append(order.bytes)
        try entries.append(Entry(extent: extent, serial: order.serial.rawValue, group: group, household: household))
    }

    /// Puts groups and households together; the spool is whole then.
    package mutating func sort() throws {
        try spool.flush()
        try entries.flush()
        groupIDs = [:]
        households = DiskHashTable(seed: seed, folder: nil)
        guard grouping != .none else { return }
        try entries.sort { ($0.group, $0.household, $0.extent.offset) < ($1.group, $1.household, $1.extent.offset) }
    }

    /// The order of an entry, before or after it was sorted.
    package func order(of entry: Entry) throws -> Order {
        try spool.flush()
        return try Order(spooled: try spool.file.read(entry.extent))
    }

    /// Takes out later orders of a serial that an earlier one has; gives them.
    ///
    /// Two holders have one serial about once in 50,000 provinces; with the first registered, the second gets another.
    package mutating func removeCollisions() throws -> [Entry] {
        let twice = try serialsHeldTwice()
        guard !twice.isEmpty else { return [] }
        var seen: Set<UInt64> = []
        var removed: [Entry] = []
        var kept = try ExternalList<Entry>(in: folder)
        try entries.forEach { entry in
            if twice.contains(entry.serial), !seen.insert(entry.serial).inserted {
                removed.append(entry)
            } else {
                try kept.append(entry)
            }
        }
        entries = kept
        return removed
    }

    /// Serials of two entries and more, looked for in shares of some 100,000, so that not all are in memory at once.
    private func serialsHeldTwice() throws -> Set<UInt64> {
        var twice: Set<UInt64> = []
        let shares = UInt64(1 + entries.count >> 17)
        for share in 0..<shares {
            var serials: [UInt64] = []
            try entries.forEach { entry in
                if shares == 1 || entry.serial % shares == share { serials.append(entry.serial) }
            }
            serials.sort()
            for (one, next) in zip(serials, serials.dropFirst()) where one == next { twice.insert(one) }
        }
        return twice
    }

    /// The group of a locality; names that differ in case alone are one.
    private mutating func group(of names: [String], hamlet: [String]) -> Int32 {
        let key = names.joined(separator: Self.separator)
        if let known = groupIDs[key] { return known }
        let folded = key.lowercased()
        let group = groupIDs[folded] ?? Int32(groups.count)
        if Int(group) == groups.count {
            groups.append(names.filter { !$0.isEmpty })
            hamlets.append(hamlet.filter { !$0.isEmpty })
        }
        groupIDs[folded] = group
        groupIDs[key] = group
        return group
    }

    /// The household's number among those of all groups; codes that differ in case alone are one.
    private mutating func household(_ name: String, in group: Int32) throws -> UInt32 {
        if last.group == group, last.household == name { return last.number }
        var digest = TextDigest(seed: seed)
        digest.add(number: UInt64(group))
        digest.add(bytes: name.lowercased())
        let number = try households.insert(householdCount, for: digest.value)
        if number == householdCount { householdCount += 1 }
        last = (group, name, number)
        return number
    }

    // No name holds it, so that "A B" and "C" are not taken for "A" and "B C".
    private static var separator: String { "\u{1F}" }
}
