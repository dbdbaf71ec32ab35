import Dispatch
package import Payload
package import Register
import Synchronization
package import Tables

/// Orders for people whom the register does not know, made some hundreds at a time, beside the reading of the roster where
/// there is a second core.
///
/// Their keys and serials take longer than reading their rows does. Orders come out as rows went in.
package struct OrderBatches<Source: Issuable> {
    /// Rows in a batch: so many that handing one over costs nothing beside making it.
    private static var size: Int { 512 }
    // Batches that wait at most, so that memory does not grow where reading is the faster.
    private static var waitingAtMost: Int { 3 }

    private let terms: Terms
    private let queue: DispatchQueue?
    private var rows: [(source: Source, row: Row)] = []
    private var batches: [Batch] = []

    /// Batches that are made with terms, on a thread of their own or on the one that asks.
    package init(_ terms: Terms, isBeside: Bool) {
        self.terms = terms
        queue = isBeside ? DispatchQueue(label: "orders") : nil
        rows.reserveCapacity(Self.size)
    }

    /// Takes a row's record, and gives the plan what is made by now.
    package mutating func add(_ source: Source, _ row: Row, to plan: inout PrintPlan) throws {
        rows.append((source, row))
        guard rows.count == Self.size else { return }
        begin()
        while batches.count > (queue == nil ? 0 : Self.waitingAtMost) { try plan.add(batches.removeFirst().orders) }
    }

    /// Gives the plan all that is left.
    package mutating func end(_ plan: inout PrintPlan) throws {
        begin()
        for batch in batches { try plan.add(batch.orders) }
        batches = []
    }

    private mutating func begin() {
        let batch = Batch()
        batches.append(batch)
        let make: @Sendable () -> Void = { [rows, terms] in
            batch.fill(
                rows.map { source, row in
                    let issuance = Issuance.first(
                        source.holder(terms.serialKey), record: source.record, unit: terms.unit, key: terms.serialKey)
                    return SpoolableOrder(Order(issuance, row: row, terms))
                })
        }
        rows.removeAll(keepingCapacity: true)
        if let queue { queue.async(execute: make) } else { make() }
    }

    /// Orders that one thread makes and another waits for.
    private final class Batch: Sendable {
        private let made = Mutex<[SpoolableOrder]>([])
        private let isMade = DispatchSemaphore(value: 0)

        func fill(_ orders: [SpoolableOrder]) {
            made.withLock { $0 = orders }
            isMade.signal()
        }

        /// The orders, once they are made; asked for once.
        var orders: [SpoolableOrder] {
            isMade.wait()
            return made.withLock { $0 }
        }
    }
}

/// An order as the plan takes it: the bytes that wait in the spool, and what decides where it belongs.
package struct SpoolableOrder: Sendable {
    package let bytes: [UInt8]
    package let serial: Serial
    package let locality: Locality
    package let household: String

    package init(_ order: Order) {
        bytes = order.spooled
        serial = order.issuance.serial
        locality = order.issuance.record.locality
        household = order.issuance.record.household
    }
}
