import CairoDrawing
package import Files
import Glibc
package import Layout
import Messages
package import Office
import PDF
package import Payload
import QRCode
import Register
import Tables
package import Templates
import Typesetting

/// Draws parts of a run, one after the other, with a typesetter of its own; each worker has one.
package final class PartPrinter {
    /// What every part of the run shares.
    package struct Job: Sendable {
        package let office: OfficeConfiguration
        package let template: Template
        package let sheets: SheetSetup
        /// The run's number, for the sheets' footer.
        package let run: Int
        /// The office's signers by their keys; what is printed again is signed as it was issued.
        package let signers: [KeyID: Signer]
        package let clock: Timestamp
        package let rejections: RowList
        package let entries: ExternalList<PrintPlan.Entry>
        /// Where the entries were on sheets that are printed again; else empty.
        package let slots: [SheetArrangement.Slot]
        package let spool: ScratchFile
        /// Where the photographs are; nil for a template without.
        package let photos: PhotoFolder.Search?
        package let staged: StagedFolder
    }

    private let job: Job
    private let typesetter: Typesetter

    package init(_ job: Job, fonts: FontFiles) throws {
        self.job = job
        typesetter = try fonts.typesetter()
    }

    /// The journal of a part that is whole: one that was drawn before a stop, or is drawn now.
    package func whole(_ part: Part, _ number: Int, progress: (Int) -> Void) throws -> PartJournal {
        try Task.checkCancellation()
        let journal: PartJournal
        if let before = job.staged.whole(number, file: part.file) {
            journal = before
            progress(part.entries.count)
        } else {
            journal = try draw(part, progress: progress)
            try job.staged.keep(number, journal)
        }
        try job.rejections.add(journal.rejections)
        return journal
    }

    /// Draws a part into its file; gives what was drawn.
    ///
    /// A row whose text does not fit, or has a letter that its font lacks, is rejected and takes no place. Sheets say from
    /// the first on how many there are, and only the part's orders and a sheet's pages are in memory: where a row turns
    /// out to have no place, the others are looked at too, and the file is begun again without those that have none.
    private func draw(_ part: Part, progress: (Int) -> Void) throws -> PartJournal {
        var journal = PartJournal(file: part.file)
        var reported = 0
        func report(_ done: Int) {
            progress(max(0, done - reported))
            reported = max(done, reported)
        }
        let orders = try job.entries.read(part.entries).map { try Order(spooled: job.spool.read($0.extent)) }
        var accepted = Array(part.entries)
        while !accepted.isEmpty {
            var unseen = Set(accepted)
            let attempt = try draw(accepted, orders, of: part, seen: { unseen.remove($0) }, report)
            if let attempt {
                (journal.items, journal.sheets, journal.digest) = attempt
                break
            }
            for index in accepted where unseen.contains(index) {
                try Task.checkCancellation()
                let order = orders[index - part.entries.lowerBound]
                guard case .rejected(let reason) = try pages(for: order) else { continue }
                journal.rejections.append(job.rejections.rejection(of: order.row, [reason]))
                accepted.removeAll { $0 == index }
            }
            _ = unsafe unlink(job.staged.path(of: part.file))
        }
        report(part.entries.count)
        return journal
    }

    /// Draws entries into a part's file, `seen` told those that have a place; gives what was drawn, and on how many sheets.
    ///
    /// Nil where an entry has no place on a card.
    private func draw(
        _ entries: [Int], _ orders: [Order], of part: Part, seen: (Int) -> Void, _ progress: (Int) -> Void
    ) throws -> (items: [PartJournal.Item], sheets: Int, digest: [UInt8])? {
        let layout = job.sheets.layout
        let records = entries.map { orders[$0 - part.entries.lowerBound].issuance.record }
        let arrangement = arrangement(of: entries, records)
        var sheets = Array(repeating: [Int?](repeating: nil, count: layout.profile.capacity), count: arrangement.sheets)
        for (entry, slot) in zip(entries, arrangement.slots) { sheets[slot.sheet][slot.position] = entry }
        let document = try document(of: part)
        let piece = part.pieces > 1 ? "\(part.piece)/\(part.pieces)" : ""
        let footer = SheetFooter(
            layout, run: job.run, group: [part.title, piece].filter { !$0.isEmpty }.joined(separator: ", "),
            language: job.sheets.form.language)
        let label = PageLabel(part.title.prefix { $0 != "," }, hasBacks: layout.sides.count > 1)
        var items: [PartJournal.Item] = []
        for (number, sheet) in sheets.enumerated() {
            try Task.checkCancellation()
            var (fronts, backs): ([TypesetPage?], [TypesetPage?]) = ([], [])
            for (position, entry) in sheet.enumerated() {
                guard let entry else {
                    fronts.append(nil)
                    backs.append(nil)
                    continue
                }
                let order = orders[entry - part.entries.lowerBound]
                guard case .pages(let front, let back) = try pages(for: order) else { return nil }
                seen(entry)
                fronts.append(front)
                backs.append(back)
                items.append(
                    PartJournal.Item(
                        serial: order.issuance.serial, row: order.row.number, page: number + 1,
                        position: position + 1, record: order.issuance.journaled))
            }
            for side in layout.sides {
                let foot = footer.mark(side, sheet: number + 1, of: sheets.count, typesetter: typesetter)
                try document.addSide(
                    TypesetSide(
                        side == .front ? fronts : backs, side: side, marks: layout.guides(side) + foot,
                        label: label.text(number + 1, side)),
                    of: layout)
            }
            progress(items.count)
        }
        let outlined = zip(records, arrangement.slots).map { ($0, $1.sheet * layout.sides.count + 1) }
        document.addOutline(LocalityOutline(outlined, whole: part.title).entries)
        return (items, sheets.count, try document.closed())
    }

    private func document(of part: Part) throws -> PDFDocument {
        let information = PDFDocument.Information(
            title: [job.office.name, part.title].filter { !$0.isEmpty }.joined(separator: " – "),
            author: job.office.name, created: job.clock.description, language: job.sheets.form.documentLanguage,
            duplex: job.sheets.layout.duplex)
        return try PDFDocument(
            path: job.staged.path(of: part.file), paper: job.sheets.layout.profile.paper, information: information,
            typesetter: typesetter, printShop: job.sheets.printShop, isDigested: true)
    }

    private func arrangement(of entries: [Int], _ records: [Record]) -> SheetArrangement {
        let capacity = job.sheets.layout.profile.capacity
        let form = job.sheets.form
        let slots = job.slots.isEmpty ? [] : entries.map { job.slots[$0] }
        switch form.order {
        case .cutAndStack: return SheetArrangement(stacking: entries.count, capacity: capacity)
        case .asPrinted where !slots.isEmpty && slots.allSatisfy { 0..<capacity ~= $0.position }:
            return SheetArrangement(keeping: slots)
        case .delivery, .asPrinted:
            var runs: [Int] = []
            for (index, record) in records.enumerated() {
                if index > 0, record.isOfHousehold(records[index - 1]) {
                    runs[runs.count - 1] += 1
                } else {
                    runs.append(1)
                }
            }
            return SheetArrangement(delivering: runs, capacity: capacity, keepsHouseholds: form.keepsHouseholds)
        }
    }

    private enum Outcome {
        case pages(TypesetPage, back: TypesetPage?)
        case rejected(Message)
    }

    private func pages(for order: Order) throws -> Outcome {
        guard let signer = job.signers[order.key] else {
            return .rejected(
                Message(
                    en: "the key \(order.key), which signed \(order.issuance.serial), is not in the keyring",
                    vi: "khóa \(order.key) đã ký \(order.issuance.serial) không có trong chùm khóa"))
        }
        let claims = order.claims(job.office)
        do {
            let segments = try segments(claims, signer)
            let values = order.fields(job.office, job.template.language)
            let photo = try job.photos?.photo(of: order)
            let front = try typesetter.set(job.template.page(values, segments: segments, photo: photo))
            guard job.sheets.layout.duplex != .none, let side = job.template.back else {
                return .pages(front, back: nil)
            }
            return .pages(
                front, back: try typesetter.set(job.template.page(values, segments: segments, photo: photo, side: side))
            )
        } catch let error as MissingPhoto {
            return .rejected(Message(of: error))
        } catch let error as CodeError {
            return .rejected(Message(of: error))
        } catch let error as TypesettingError where error.category == .refused {
            return .rejected(Message(of: error))
        } catch let error as DrawingError where error.category == .refused {
            return .rejected(Message(of: error))
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
