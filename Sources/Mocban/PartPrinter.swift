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
        let profile: SheetProfile
        /// The office's signers by their keys; what is printed again is signed as it was issued.
        let signers: [KeyID: Signer]
        let clock: Timestamp
        let rejections: RowList
        let entries: [PrintPlan.Entry]
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

    /// Draws a part into its file; gives what was drawn, without the file's SHA-256.
    ///
    /// A row whose text does not fit, or has a letter that its font lacks, is rejected and takes no place.
    private func draw(_ part: Part, progress: (Int) -> Void) throws -> PartJournal {
        let information = PDFDocument.Information(
            title: [job.office.name, part.title].filter { !$0.isEmpty }.joined(separator: " – "),
            author: job.office.name, created: job.clock.description)
        var document: PDFDocument?
        var journal = PartJournal(file: part.file)
        var pages: [SetPage] = []
        func endSheet() throws {
            let open =
                try document
                ?? PDFDocument(
                    path: job.staged.path(of: part.file), paper: job.profile.paper, information: information,
                    typesetter: typesetter)
            document = open
            try open.addSheet(job.profile, pages: pages)
            journal.sheets += 1
            pages.removeAll(keepingCapacity: true)
        }
        for index in part.entries {
            try Task.checkCancellation()
            let order = try Order(spooled: job.spool.read(job.entries[index].place))
            switch try page(for: order) {
            case .rejected(let reason): journal.rejections.append(job.rejections.rejection(of: order.row, [reason]))
            case .page(let page):
                pages.append(page)
                journal.items.append(
                    PartJournal.Item(
                        serial: order.issuance.serial, row: order.row.number, page: journal.sheets + 1,
                        position: pages.count, record: order.issuance.journaled))
            }
            if pages.count == job.profile.capacity {
                try endSheet()
                progress(job.profile.capacity)
            }
        }
        if !pages.isEmpty { try endSheet() }
        try document?.close()
        progress(part.entries.count % job.profile.capacity)
        return journal
    }

    /// What becomes of an order.
    private enum Outcome {
        case page(SetPage)
        case rejected(String)
    }

    private func page(for order: Order) throws -> Outcome {
        guard let signer = job.signers[order.key] else {
            return .rejected("the key \(order.key), which signed \(order.issuance.serial), is not in the keyring")
        }
        let claims = order.claims(job.office.unit)
        do {
            let page = try job.template.page(order.fields(job.office), segments: try segments(claims, signer))
            return .page(try typesetter.set(page))
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
