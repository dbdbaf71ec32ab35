import BitCollections
import Files
import Payload
package import Register
import RegisterQueries
package import Roster
import Tables

/// A roster read and checked whole, and held against the register, before anything is drawn.
package struct RosterMatching<Source: Issuable> {
    /// What is to be printed.
    package private(set) var plan: PrintPlan
    package private(set) var rowsRead = 0
    /// Rows that are notes, totals or a repeated header.
    package private(set) var passedOver = 0
    /// Good rows that an officer should look at.
    package private(set) var warned = 0
    /// Rows whose holders have a good card that says the same.
    package private(set) var holding = 0
    /// Rows that belong to other shards.
    package private(set) var elsewhere = 0
    /// People at each place of the roster or of the shard, whether their rows are good or not.
    package private(set) var people: [Locality: Int] = [:]
    /// Sheets of the roster that were not read, though they hold records too.
    package let unreadSheets: [String]
    /// The roster's field with the national ID, from 0; nil where it has none.
    package let identityField: Int?
    package let rejections: RowList
    /// Rows whose holders have a good card that says something else.
    package let changes: RowList

    private let terms: Terms
    private let choice: RunOptions.Holding
    private let shard: Shard?
    private var seen = BitSet()
    private var unmatched: UnmatchedHolders?
    private var batches: OrderBatches<Source>

    /// Reads a roster.
    ///
    /// The reader refuses a second row of the same holder, which would give the same serial to two cards.
    ///
    /// - Parameters:
    ///   - reader: the roster.
    ///   - snapshot: the register; nil where nothing was ever registered.
    ///   - terms: what the orders are made with.
    ///   - options: what is done for who has a good card already, which cards are put together in a file, and the share
    ///     of the roster that orders are made for; all rows are read and compared. With two jobs or more, orders are made
    ///     beside the reading.
    ///   - folder: where the spools are.
    ///   - progress: told now and then how many rows are read, and how many people are matched.
    /// - Throws: `RosterError`, `RegisterError`, `FileError` where a spool cannot be written, `CancellationError`.
    package init(
        _ reader: consuming RosterReader<Source>, against snapshot: Register.Snapshot?, terms: Terms,
        options: RunOptions, folder: String, progress: (RunProgress) -> Void = { _ in }
    ) throws {
        self.terms = terms
        (choice, shard) = (options.holding, options.shard)
        let (table, header) = (reader.files[0].table, reader.files[0].header)
        unreadSheets = table.unreadSheets
        identityField = Source.identityField(header)
        rejections = try RowList(.rejected, header: header.names, folder: folder)
        changes = try RowList(.changed, header: header.names, folder: folder)
        plan = try PrintPlan(grouping: options.grouping, folder: folder)
        batches = OrderBatches(terms, isBeside: options.jobs > 1)
        unmatched = try snapshot.map { _ in try UnmatchedHolders(in: folder) }
        var quiet = BitSet()
        while let entry = try reader.next() {
            if rowsRead & 0xFF == 0 {
                try Task.checkCancellation()
                progress(RunProgress(.reading, rowsRead))
            }
            rowsRead += 1
            switch entry {
            case .nobody:
                if isOwn(nil) { passedOver += 1 } else { elsewhere += 1 }
            case .refused(let row, let findings):
                let isOwn = isOwn(Source.shardKey(of: row, header))
                count(Source.place(of: row, header), isOwn)
                if isOwn {
                    try rejections.add(row, findings.filter { $0.severity == .error }.map(\.description))
                } else {
                    elsewhere += 1
                }
            case .record(let row, let record, let findings):
                let isOwn = isOwn(record.shardKey)
                if !isOwn {
                    elsewhere += 1
                } else if findings.contains(where: { $0.severity == .warning }) {
                    warned += 1
                } else {
                    quiet.insert(row.number)
                }
                try take(record, row, isOwn, snapshot)
            }
        }
        try batches.end(&plan)
        progress(RunProgress(.reading, rowsRead, of: rowsRead))
        for late in try reader.conclusions() where late.finding.severity == .warning {
            if quiet.remove(late.position.row) != nil { warned += 1 }
        }
        if let snapshot, let unmatched { try place(unmatched, snapshot, progress) }
        unmatched = nil
        for entry in try plan.removeCollisions() {
            let order = try plan.order(of: entry)
            try rejections.add(order.row, ["the serial would be another holder's: print the same roster once more"])
        }
        try plan.sort()
        completeCommunes()
    }

    /// What came of it.
    package func orders(reason: String) -> Orders {
        Orders(
            plan: plan, rejections: rejections, changes: changes, read: rowsRead, holding: holding,
            elsewhere: shard == nil ? nil : elsewhere, passedOver: passedOver, warned: warned,
            unreadSheets: unreadSheets, people: people,
            identityField: identityField, hasRoster: true, reason: reason)
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
        guard let snapshot else { return try batches.add(source, row, to: &plan) }
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
    private mutating func place(
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
                try plan.add(order)
            } else {
                holding += 1
            }
        case .changed(let card, let issuance):
            seen.insert(Int(card.holder))
            guard isOwn else { return }
            if choice.isReissued { return try order(issuance, row) }
            let differences = card.record?.differences(from: issuance.record) ?? []
            let words = differences.map { "\($0.column): “\($0.old)” on the card, “\($0.new)” in the roster" }
            try changes.add(row, ["\(card.serial)"] + words)
        }
    }

    private mutating func order(_ issuance: Issuance, _ row: Row) throws {
        try plan.add(Order(issuance, row: row, terms))
    }

    /// Counts rows that leave the commune out with those of the same hamlet, where there is only one such.
    private mutating func completeCommunes() {
        let byHamlet = Dictionary(grouping: people.keys.filter { !$0.commune.isEmpty }, by: \.hamlet)
        for place in people.keys.filter(\.commune.isEmpty) {
            guard let same = byHamlet[place.hamlet], same.count == 1 else { continue }
            people[same[0], default: 0] += people.removeValue(forKey: place) ?? 0
        }
    }

    /// Counts a person; a shard counts places where all people are others' too, with nobody, so that an earlier count goes.
    private mutating func count(_ place: Locality?, _ isOwn: Bool) {
        if let place { people[place, default: 0] += isOwn ? 1 : 0 }
    }
}
