import Drawing
import Layout
import Payload
import QRCode
import Register
import Tables

/// Draws parts of a run, one after the other, with a typesetter of its own; each worker has one.
final class PartPrinter {
    /// What every part of the run shares.
    struct Job: Sendable {
        let office: OfficeConfiguration
        let template: Template
        let sheets: SheetSetup
        /// The run's number, for the sheets' footer.
        let run: Int
        /// The office's signers by their keys; what is printed again is signed as it was issued.
        let signers: [KeyID: Signer]
        let clock: Timestamp
        let rejections: RowList
        let entries: [PrintPlan.Entry]
        /// Where the entries were on sheets that are printed again; else empty.
        let slots: [SheetArrangement.Slot]
        let spool: SpoolFile
        let staged: StagedFolder
    }

    private let job: Job
    private let typesetter: Typesetter

    init(_ job: Job, fonts: FontFiles) throws {
        self.job = job
        typesetter = try fonts.typesetter()
    }

    /// The journal of a part that is whole: one that was drawn before a stop, or is drawn now.
    func whole(_ part: Part, _ number: Int, progress: (Int) -> Void) throws -> PartJournal {
        try Task.checkCancellation()
        let journal: PartJournal
        if let before = job.staged.whole(number, file: part.file) {
            journal = before
            progress(part.entries.count)
        } else {
            journal = try job.staged.keep(number, draw(part, progress: progress))
        }
        try job.rejections.add(journal.rejections)
        return journal
    }

    /// A card or poster that is set and waits for its place.
    private struct Waiting {
        var front: SetPage
        var back: SetPage?
        var order: Order
        var slot: SheetArrangement.Slot?
    }

    /// Draws a part into its file; gives what was drawn, without the file's SHA-256.
    ///
    /// A row whose text does not fit, or has a letter that its font lacks, is rejected and takes no place: all pages are set
    /// before any gets its place, and the sheets are counted before the first is drawn.
    private func draw(_ part: Part, progress: (Int) -> Void) throws -> PartJournal {
        var journal = PartJournal(file: part.file)
        var waiting: [Waiting] = []
        for index in part.entries {
            try Task.checkCancellation()
            let order = try Order(spooled: job.spool.read(job.entries[index].place))
            switch try pages(for: order) {
            case .rejected(let reason): journal.rejections.append(job.rejections.rejection(of: order.row, [reason]))
            case .pages(let front, let back):
                let slot = job.slots.isEmpty ? nil : job.slots[index]
                waiting.append(Waiting(front: front, back: back, order: order, slot: slot))
            }
        }
        if !waiting.isEmpty { try draw(waiting, of: part, into: &journal, progress: progress) }
        progress(journal.rejections.count)
        return journal
    }

    private func draw(
        _ waiting: [Waiting], of part: Part, into journal: inout PartJournal, progress: (Int) -> Void
    ) throws {
        let layout = job.sheets.layout
        let capacity = layout.profile.capacity
        let arrangement = arrangement(of: waiting)
        var sheets = Array(repeating: [Int?](repeating: nil, count: capacity), count: arrangement.sheets)
        for (index, slot) in arrangement.slots.enumerated() { sheets[slot.sheet][slot.position] = index }

        let information = PDFDocument.Information(
            title: [job.office.name, part.title].filter { !$0.isEmpty }.joined(separator: " – "),
            author: job.office.name, created: job.clock.description, language: job.sheets.form.documentLanguage)
        let document = try PDFDocument(
            path: job.staged.path(of: part.file), paper: layout.profile.paper, information: information,
            typesetter: typesetter)
        let piece = part.pieces > 1 ? "\(part.piece)/\(part.pieces)" : ""
        let footer = SheetFooter(
            layout, run: job.run, group: [part.title, piece].filter { !$0.isEmpty }.joined(separator: ", "),
            language: job.sheets.form.language)
        let label = PageLabel(part.title.prefix { $0 != "," }, hasBacks: layout.sides.count > 1)
        for (number, places) in sheets.enumerated() {
            try Task.checkCancellation()
            for side in layout.sides {
                let pages = places.map { index in
                    index.flatMap { side == .front ? waiting[$0].front : waiting[$0].back }
                }
                let foot = footer.mark(side, sheet: number + 1, of: sheets.count, typesetter: typesetter)
                try document.addSide(
                    SetSide(
                        pages, side: side, marks: layout.guides(side) + foot, label: label.text(number + 1, side)),
                    of: layout)
            }
            for (position, index) in places.enumerated() {
                guard let index else { continue }
                let order = waiting[index].order
                journal.items.append(
                    PartJournal.Item(
                        serial: order.issuance.serial, row: order.row.number, page: number + 1,
                        position: position + 1, record: order.issuance.journaled))
            }
            progress(places.count { $0 != nil })
        }
        journal.sheets = sheets.count
        let outlined = zip(waiting, arrangement.slots).map { waiting, slot in
            (waiting.order.issuance.record, slot.sheet * layout.sides.count + 1)
        }
        document.addOutline(PlaceOutline(outlined, whole: part.title).entries)
        try document.close()
    }

    private func arrangement(of waiting: [Waiting]) -> SheetArrangement {
        let capacity = job.sheets.layout.profile.capacity
        let form = job.sheets.form
        let slots = waiting.compactMap(\.slot)
        switch form.order {
        case .cutAndStack: return SheetArrangement(stacking: waiting.count, capacity: capacity)
        case .asPrinted where !slots.isEmpty && slots.allSatisfy { $0.position < capacity }:
            return SheetArrangement(keeping: slots)
        case .delivery, .asPrinted:
            var runs: [Int] = []
            for (index, page) in waiting.enumerated() {
                if index > 0, page.order.isOfHousehold(of: waiting[index - 1].order) {
                    runs[runs.count - 1] += 1
                } else {
                    runs.append(1)
                }
            }
            return SheetArrangement(delivering: runs, capacity: capacity, keepsHouseholds: form.keepsHouseholds)
        }
    }

    /// What becomes of an order.
    private enum Outcome {
        case pages(SetPage, back: SetPage?)
        case rejected(String)
    }

    private func pages(for order: Order) throws -> Outcome {
        guard let signer = job.signers[order.key] else {
            return .rejected("the key \(order.key), which signed \(order.issuance.serial), is not in the keyring")
        }
        let claims = order.claims(job.office.unit)
        do {
            let segments = try segments(claims, signer)
            let values = order.fields(job.office)
            let front = try typesetter.set(job.template.page(values, segments: segments))
            guard job.sheets.layout.duplex != .none, let side = job.template.back else {
                return .pages(front, back: nil)
            }
            return .pages(
                front, back: try typesetter.set(job.template.page(values, segments: segments, side: side)))
        } catch let error as CodeError {
            return .rejected(error.description)
        } catch let error as DrawingError where error.isOfOnePage {
            return .rejected(error.description)
        }
    }

    private func segments(_ claims: Claims, _ signer: Signer) throws -> [Segment] {
        let payload = try signer.sign(claims)
        return switch claims {
        case .card: payload.cardSegments
        case .venue: payload.posterSegments(base: job.office.baseURL)
        }
    }
}
