import Files
import Layout
import Messages
package import Office
package import Payload
import Register
import Tables
package import Templates

/// A run that prints what is registered: once more with the same serials, or with new ones.
package struct ReprintRun: Sendable {
    /// What is printed.
    package enum Selection: Sendable, Hashable {
        /// Cards or posters by their serials; if one may not be printed, none is.
        case serials([Serial])
        case household(String)
        /// What a run printed and is still good, on some of its sheets.
        ///
        /// Sheets are counted from 1 through all files of the run, or in the one file that is named.
        case run(Int, file: String?, sheets: ClosedRange<Int>?)
    }

    /// What becomes of the serials.
    package enum Purpose: Sendable, Hashable {
        case reprint
        /// Each holder gets a new one, and the old is revoked for the reason.
        case reissue(reason: String)
    }

    package var kind: ClaimsKind { pipeline.kind }

    package let pipeline: RunPipeline
    private let register: Register
    private let selection: Selection
    private let purpose: Purpose

    /// Prepares a run: looks the cards up, all of one kind, and loads the template, the fonts and the keys.
    ///
    /// Photographs are named by serials; the office's lock is held as long as the run is there. Throws `RegisterError`,
    /// `SerialFaults`, and what ``IssuingRun`` throws.
    package init(
        _ selection: Selection, _ purpose: Purpose, office: Office, resources: Resources, options: RunOptions,
        lock: OfficeLock
    ) throws {
        guard try office.hasIssued else { throw OfficeError.nothingRegistered(folder: office.folder) }
        register = try office.register(.writing)
        (self.selection, self.purpose) = (selection, purpose)
        var options = options
        let cards = try register.reading { try $0.requests(of: selection, at: options.clock).map(\.card) }
        guard let first = cards.first, cards.allSatisfy({ $0.kind == first.kind }) else { throw IssuingError.twoKinds }
        let library = TemplateLibrary(resources: resources, office: office.folder)
        let known = Set(cards.map(\.template))
        if options.template == nil, known.count == 1, let own = known.first, library.names.contains(own) {
            options.template = own
        }
        if case .run = selection { options.sheets.order = options.sheets.order ?? .asPrinted }
        options.algorithm = first.algorithm
        (options.grouping, options.shard) = (.none, nil)
        pipeline = try RunPipeline(first.kind, office: office, resources: resources, options: options, lock: lock)
    }

    /// Prints into a folder as ``IssuingRun`` does; what may not be printed any more is among the rejected.
    package func print(
        to out: String, progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
    ) async throws -> RunReport {
        let published = try await plan(to: out, progress: progress).publish(progress: progress)
        published.acknowledge()
        return published.report
    }

    /// Plans what is printed, as ``print(to:progress:)`` begins; who calls it draws, looks at the files, publishes them and
    /// says that somebody was told.
    package func plan(to out: String, progress: (RunProgress) -> Void = { _ in }) async throws -> RunPlan {
        let registration = try RunRegistration(register, keyring: pipeline.keyring, out: out)
        let assignment = RunPipeline.Assignment(
            command: purpose.command, input: FileDigest.of("\(selection) \(purpose)".utf8).hexadecimal)
        let folder = try OutputFolder(out, key: pipeline.keyring.stagingKey())
        return try await pipeline.plan(assignment, to: folder, registration) { terms, snapshot in
            try orders(terms, snapshot, out, progress)
        }
    }

    private func orders(
        _ terms: Terms, _ snapshot: Register.Snapshot, _ folder: String, _ progress: (RunProgress) -> Void
    ) throws -> Orders {
        let rejections = try RowList(.rejected, header: ["serial"], folder: folder)
        let changes = try RowList(.changed, header: ["serial"], folder: folder)
        var plan = try PrintPlan(grouping: .none, folder: folder)
        let requests = try snapshot.requests(of: selection, at: terms.validity.issued)
        var faults: [RegisterError] = []
        for (index, request) in requests.enumerated() {
            if index & 0xFF == 0 { progress(RunProgress(.reading, index, of: requests.count)) }
            let row = Row(number: index + 1, fields: [request.card.serial.description])
            do {
                let order = try order(for: request.card.serial, row, terms, snapshot)
                // A sheet of a run keeps its file and its neighbours.
                try plan.add(order, to: request.file ?? purpose.command, slot: request.slot)
            } catch let error as RegisterError {
                if selection.isOfSerials {
                    faults.append(error)
                } else {
                    try rejections.add(row, [error.description])
                }
            }
        }
        progress(RunProgress(.reading, requests.count, of: requests.count))
        guard faults.isEmpty else { throw SerialFaults(errors: faults) }
        try plan.sort()
        var reason = ""
        if case .reissue(let why) = purpose { reason = why }
        return Orders(plan: plan, rejections: rejections, changes: changes, read: requests.count, reason: reason)
    }

    private func order(for serial: Serial, _ row: Row, _ terms: Terms, _ snapshot: Register.Snapshot) throws -> Order {
        switch purpose {
        case .reprint:
            let (card, holder) = try snapshot.reprintable(serial, at: terms.validity.issued)
            guard let order = Order(again: card, holder: holder, row: row) else {
                throw RegisterError.forgotten(serial)
            }
            return order
        case .reissue:
            let issuance = try snapshot.reissue(of: serial, key: terms.serialKey, at: terms.validity.issued).issuance
            return Order(
                row: row, issuance: issuance, validity: terms.validity, key: terms.signingKey,
                nameForm: terms.nameForm)
        }
    }
}

extension ReprintRun.Purpose {
    fileprivate var command: String {
        switch self {
        case .reprint: "reprint"
        case .reissue: "reissue"
        }
    }
}

extension ReprintRun.Selection {
    fileprivate var isOfSerials: Bool {
        if case .serials = self { true } else { false }
    }
}

/// A card or poster that is asked for, and the file that it was printed in where that is to be kept.
private struct Request {
    var card: RegisteredCard
    var file: String?
    /// Where it was on a sheet, counted from 0.
    var slot: SheetArrangement.Slot?
}

extension Register.Snapshot {
    /// What a selection asks for, in order; throws `SerialFaults` where serials are nobody's.
    fileprivate func requests(of selection: ReprintRun.Selection, at clock: Timestamp) throws -> [Request] {
        switch selection {
        case .serials(let serials):
            var seen: Set<Serial> = []
            let asked = serials.filter { seen.insert($0).inserted }
            let cards = try asked.compactMap { try card($0) }
            let known = Set(cards.map(\.serial))
            let unknown = asked.filter { !known.contains($0) }
            guard unknown.isEmpty else { throw SerialFaults(errors: unknown.map(RegisterError.unknownSerial)) }
            return cards.map { Request(card: $0) }
        case .household(let household):
            let good = try cards(household: household).filter { $0.state(at: clock) == .valid }
            guard !good.isEmpty else { throw RegisterError.unknownHousehold(household) }
            return good.map { Request(card: $0) }
        case .run(let run, let file, let sheets):
            let printed = try printed(in: run, file: file, sheets: sheets)
            guard !printed.isEmpty else { throw IssuingError.noSheets(run: run, file: file) }
            return try printed.map { location, card in
                guard PrintedFigure.pages.contains(location.page), PrintedFigure.positions.contains(location.position)
                else {
                    throw IssuingError.noSheets(run: run, file: location.file)
                }
                return Request(
                    card: card,
                    file: location.file.hasSuffix(".pdf") ? String(location.file.dropLast(4)) : location.file,
                    slot: SheetArrangement.Slot(sheet: location.page - 1, position: location.position - 1))
            }
        }
    }
}
