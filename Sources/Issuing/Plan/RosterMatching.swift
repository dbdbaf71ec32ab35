import BitCollections
import Files
import Messages
import Payload
package import Register
import RegisterQueries
package import Roster
import RosterValues
import Tables

/// A roster read and checked whole, and held against the register, before anything is drawn.
package struct RosterMatching<Source: Issuable> {
    package private(set) var orders: Orders

    private let terms: Terms
    private let choice: RunOptions.Holding
    private let shard: Shard?
    private var seen = BitSet()
    private var unmatched: UnmatchedHolders?
    private var batches: OrderBatches<Source>

    /// Reads a roster; `snapshot` is nil where nothing was ever registered.
    ///
    /// The reader refuses a second row of the same holder, which would give the same serial to two cards. All rows are
    /// read and compared, also those of other shards. With two jobs or more, orders are made beside the reading. Throws
    /// `RosterError`, `RegisterError`, `FileError` where a spool cannot be written, `CancellationError`.
    package init(
        _ reader: consuming RosterReader<Source>, against snapshot: Register.Snapshot?, terms: Terms,
        options: RunOptions, folder: String, progress: (RunProgress) -> Void = { _ in }
    ) throws {
        self.terms = terms
        (choice, shard) = (options.holding, options.shard)
        let (table, header) = (reader.files[0].table, reader.files[0].header)
        orders = Orders(
            plan: try PrintPlan(grouping: options.grouping, folder: folder),
            rejections: try RowList(.rejected, header: header.names, wording: options.wording, folder: folder),
            changes: try RowList(.changed, header: header.names, wording: options.wording, folder: folder),
            elsewhere: shard.map { _ in 0 }, unreadSheets: table.unreadSheets,
            identityField: Source.identityField(header), hasRoster: !reader.readsSeveralSheets,
            reason: Message(en: "replaced, as the roster says something else", vi: "thay thẻ, vì danh sách ghi khác")
                .text(
                    in: options.wording))
        batches = OrderBatches(terms, isBeside: options.jobs > 1)
        unmatched = try snapshot.map { _ in try UnmatchedHolders(in: folder) }
        // Rows of several sheets may have one number.
        var quiet: [Int: BitSet] = [:]
        while let entry = try reader.next() {
            if orders.read & 0xFF == 0 {
                try Task.checkCancellation()
                progress(RunProgress(.reading, orders.read))
            }
            orders.read += 1
            switch entry {
            case .nobody:
                if isOwn(nil) { orders.passedOver += 1 } else { orders.elsewhere? += 1 }
            case .refused(let row, let findings):
                let isOwn = isOwn(Source.shardKey(of: row, header))
                count(Source.locality(of: row, header), isOwn)
                if isOwn {
                    let errors = findings.filter { $0.severity == .error }
                    try orders.rejections.add(
                        row, errors.map { $0.message(ownName: $0.column.flatMap(header.ownName(of:))) })
                } else {
                    orders.elsewhere? += 1
                }
            case .record(let row, let record, let findings):
                let isOwn = isOwn(record.shardKey)
                if !isOwn {
                    orders.elsewhere? += 1
                } else if findings.contains(where: { $0.severity == .warning }) {
                    orders.warned += 1
                } else {
                    quiet[reader.file, default: []].insert(row.number)
                }
                try take(record, row, isOwn, snapshot)
            }
        }
        orders.readings = reader.files.flatMap { $0.readings + $0.unused.compactMap(\.message) }
        try batches.end(&orders.plan)
        progress(RunProgress(.reading, orders.read, of: orders.read))
        for late in try reader.conclusions() where late.finding.severity == .warning {
            if quiet[late.position.file]?.remove(late.position.row) != nil { orders.warned += 1 }
        }
        if let snapshot, let unmatched { try match(unmatched, snapshot, progress) }
        unmatched = nil
        for entry in try orders.plan.removeCollisions() {
            let order = try orders.plan.order(of: entry)
            try orders.rejections.add(
                order.row,
                [
                    Message(
                        en: "the serial would be another holder's: print the same roster once more",
                        vi: "số thẻ trùng với số của người khác: hãy in lại đúng danh sách ấy")
                ])
        }
        try orders.plan.sort()
        completeCommunes()
    }

    /// Whether a row belongs to the shard that is printed.
    private func isOwn(_ key: [String]?) -> Bool {
        guard let shard else { return true }
        return key.map(shard.holds) ?? shard.holdsOrphans
    }

    /// Rows of other shards are looked up as well: whoever has a row is not taken for somebody else.
    private mutating func take(_ source: Source, _ row: Row, _ isOwn: Bool, _ snapshot: Register.Snapshot?) throws {
        let record = source.record
        if Source.claimsKind == .card { count(record.locality, isOwn) }
        guard isOwn || snapshot != nil else { return }
        guard let snapshot else { return try batches.add(source, row, to: &orders.plan) }
        let holder = source.holder(terms.serialKey)
        let standing = try snapshot.decision(
            on: holder, record: record, unit: terms.unit, key: terms.serialKey, at: terms.validity.issued)
        if case .without(let issuance) = standing, issuance.knownHolder == nil, holder.isWithoutID {
            // Whether it is somebody whose name or birth was corrected is seen when all rows are read.
            try unmatched?.add(Order(issuance, row: row, terms), isOwn: isOwn)
        } else {
            try settle(standing, row, isOwn)
        }
    }

    /// Finds those who are registered under another name, birth or household, and orders for the others.
    private mutating func match(
        _ unmatched: UnmatchedHolders, _ snapshot: Register.Snapshot, _ progress: (RunProgress) -> Void
    ) throws {
        guard unmatched.count > 0 else { return }
        progress(RunProgress(.matching, 0, of: unmatched.count))
        let known = try snapshot.corrected(isSeen: { seen.contains(Int($0)) }) { body in
            try unmatched.forEach { newcomer, _ in try body(newcomer.issuance.record) }
        }
        var index = 0
        try unmatched.forEach { newcomer, isOwn in
            defer { index += 1 }
            guard isOwn else { return }
            if index & 0xFF == 0 { progress(RunProgress(.matching, index, of: unmatched.count)) }
            let issuance = newcomer.issuance
            let standing = try known[index].flatMap { number in
                try snapshot.decision(
                    onNumber: number, otherKey: issuance.holder.key, record: issuance.record, unit: terms.unit,
                    key: terms.serialKey, at: terms.validity.issued)
            }
            try settle(standing ?? .without(issuance), newcomer.row, true)
        }
        progress(RunProgress(.matching, unmatched.count, of: unmatched.count))
    }

    private mutating func settle(_ standing: IssuanceDecision, _ row: Row, _ isOwn: Bool) throws {
        switch standing {
        case .without(let issuance):
            if let known = issuance.knownHolder { seen.insert(Int(known)) }
            if isOwn { try order(issuance, row) }
        case .holding(let card, let holder):
            seen.insert(Int(card.holder))
            guard isOwn else { return }
            if choice.isReprinted, let order = Order(again: card, holder: holder, row: row) {
                try orders.plan.add(order)
            } else {
                orders.holding += 1
            }
        case .changed(let card, let issuance):
            seen.insert(Int(card.holder))
            guard isOwn else { return }
            if choice.isReissued { return try order(issuance, row) }
            let differences = card.record?.differences(from: issuance.record) ?? []
            let words = differences.map {
                Message(
                    en: "\($0.column): “\($0.old)” on the card, “\($0.new)” in the roster",
                    vi: "\($0.column): trên thẻ ghi “\($0.old)”, trong danh sách ghi “\($0.new)”")
            }
            try orders.changes.add(row, [Message(verbatim: "\(card.serial)")] + words)
        }
    }

    private mutating func order(_ issuance: Issuance, _ row: Row) throws {
        try orders.plan.add(Order(issuance, row: row, terms))
    }

    /// Counts rows that leave the commune out with those of the same hamlet, where there is only one such.
    private mutating func completeCommunes() {
        let byHamlet = Dictionary(grouping: orders.people.keys.filter { !$0.commune.isEmpty }, by: \.hamlet)
        for locality in orders.people.keys.filter(\.commune.isEmpty) {
            guard let same = byHamlet[locality.hamlet], same.count == 1 else { continue }
            orders.people[same[0], default: 0] += orders.people.removeValue(forKey: locality) ?? 0
        }
    }

    /// Counts a person; a shard counts localities where all people are others' too, with nobody, so that an earlier count goes.
    private mutating func count(_ locality: Locality?, _ isOwn: Bool) {
        if let locality { orders.people[locality, default: 0] += isOwn ? 1 : 0 }
    }
}
