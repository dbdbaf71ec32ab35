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

    /// Draws a part into its file; gives what was drawn and on how many sheets.
    ///
    /// A row whose text does not fit, or has a letter that its font lacks, is rejected and takes no place.
    func draw(_ part: Part, progress: (Int) -> Void) throws -> (sheets: Int, items: [Manifest.Item]) {
        let information = PDFDocument.Information(
            title: [job.office.name, part.title].filter { !$0.isEmpty }.joined(separator: " – "),
            author: job.office.name, created: job.validity.issued.description)
        var document: PDFDocument?
        var items: [Manifest.Item] = []
        var pages: [SetPage] = []
        var sheets = 0
        func endSheet() throws {
            let open =
                try document
                ?? PDFDocument(
                    path: job.staged.path(of: part.file), paper: job.profile.paper, information: information,
                    typesetter: typesetter)
            document = open
            try open.addSheet(job.profile, pages: pages)
            sheets += 1
            pages.removeAll(keepingCapacity: true)
        }
        for index in part.entries {
            try Task.checkCancellation()
            let row = try Row(spooled: job.spool.read(job.entries[index].place))
            guard let (page, serial) = try page(for: row) else { continue }
            pages.append(page)
            items.append(Manifest.Item(serial: serial, row: row.number, page: sheets + 1, position: pages.count))
            if pages.count == job.profile.capacity {
                try endSheet()
                progress(job.profile.capacity)
            }
        }
        if !pages.isEmpty { try endSheet() }
        try document?.close()
        progress(part.entries.count % job.profile.capacity)
        return (sheets, items)
    }

    private func page(for row: Row) throws -> (SetPage, Serial)? {
        guard case .record(_, let record, _) = job.parser.entry(of: row) else {
            preconditionFailure("row \(row.number) was good when it was read")
        }
        let serial = Serial(
            unit: job.office.unit, holder: record.holder(job.serialKey), issueNumber: 1, key: job.serialKey)
        let claims = record.claims(serial, job.validity, job.office)
        do {
            let page = try job.template.page(record.fields(claims, job.office), segments: try segments(claims))
            return (try typesetter.set(page), serial)
        } catch let error as CodeError {
            try job.rejections.add(row, [error.description])
        } catch let error as DrawingError where error.isOfOnePage {
            try job.rejections.add(row, [error.description])
        }
        return nil
    }

    private func segments(_ claims: Claims) throws -> [Segment] {
        let payload = try job.signer.sign(claims)
        return switch claims {
        case .card: payload.cardSegments
        case .venue: payload.posterSegments(base: job.office.baseURL)
        }
    }
}
