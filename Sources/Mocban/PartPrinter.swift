import Drawing
import Layout
import Payload
import QRCode
import Roster
import Tables

/// Draws parts of a run, one after the other, with a typesetter of its own; each worker has one.
final class PartPrinter<Record: Issuable> {
    /// What every part of the run shares.
    struct Job: Sendable {
        let office: OfficeConfiguration
        let template: Template
        let profile: SheetProfile
        let signer: Signer
        let serialKey: SerialKey
        let validity: Validity
        let parser: RecordParser<Record>
        let rejections: Rejections
        let entries: [Intake<Record>.Entry]
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
            author: job.office.name, created: job.validity.issued.description)
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
            let row = try Row(spooled: job.spool.read(job.entries[index].place))
            switch try page(for: row) {
            case .rejected(let reason): journal.rejections.append(job.rejections.rejection(of: row, [reason]))
            case .page(let page, let serial):
                pages.append(page)
                journal.items.append(
                    PartJournal.Item(
                        serial: serial, row: row.number, page: journal.sheets + 1, position: pages.count))
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

    /// What becomes of a row.
    private enum Outcome {
        case page(SetPage, Serial)
        case rejected(String)
    }

    private func page(for row: Row) throws -> Outcome {
        guard case .record(_, let record, _) = job.parser.entry(of: row) else {
            preconditionFailure("row \(row.number) was good when it was read")
        }
        let serial = Serial(
            unit: job.office.unit, holder: record.holder(job.serialKey), issueNumber: 1, key: job.serialKey)
        let claims = record.claims(serial, job.validity, job.office)
        do {
            let page = try job.template.page(record.fields(claims, job.office), segments: try segments(claims))
            return .page(try typesetter.set(page), serial)
        } catch let error as CodeError {
            return .rejected(error.description)
        } catch let error as DrawingError where error.isOfOnePage {
            return .rejected(error.description)
        }
    }

    private func segments(_ claims: Claims) throws -> [Segment] {
        let payload = try job.signer.sign(claims)
        return switch claims {
        case .card: payload.cardSegments
        case .venue: payload.posterSegments(base: job.office.baseURL)
        }
    }
}
