import Files
import Payload
import Register

/// People of a roster whom no key finds in the register, with the orders that they get if they are new indeed.
///
/// They wait in a file until all rows are read: where a register has few cards, they are most of the roster.
package struct UnmatchedHolders {
    /// Somebody in the spool.
    private struct Entry: Sendable, BitwiseCopyable {
        var extent: RecordFile.Extent
        var isOwn: Bool
    }

    package var count: Int { entries.count }

    private let spool: RecordFile
    private var entries: ExternalList<Entry>

    package init(in folder: String) throws {
        spool = try RecordFile(in: folder)
        entries = try ExternalList(in: folder)
    }

    /// Adds somebody; `isOwn` says whether the row is of the shard that is printed.
    package mutating func add(_ order: Order, isOwn: Bool) throws {
        try entries.append(Entry(extent: spool.append(order.spooled), isOwn: isOwn))
    }

    /// Goes through all of them in the roster's order.
    package func forEach(_ body: (Order, _ isOwn: Bool) throws -> Void) throws {
        try spool.flush()
        try entries.forEach { try body(Order(spooled: spool.file.read($0.extent)), $0.isOwn) }
    }
}
