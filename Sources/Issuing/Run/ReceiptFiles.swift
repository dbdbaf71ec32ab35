import Documents
import CairoDrawing
import PDF
import Typesetting
import Glibc
import Layout
import Office
import Payload
import Register
import Templates
import VietnameseText

/// The lists to sign of a run: one for each hamlet, however many files its cards are in.
package struct ReceiptFiles {
    private struct File {
        var name, title: String
        /// Numbers of the parts whose cards are on it.
        var parts: [Int]
    }

    private var files: [File] = []

    package var names: [String] { files.map(\.name) }

    package init(_ parts: [Part]) {
        var known: [[String]: Int] = [:]
        var taken: Set<String> = []
        for (number, part) in parts.enumerated() {
            // Without hamlets there is a list for each file: one for all could be a province's.
            let names = part.hamlet.isEmpty ? [part.file.stem] : part.hamlet
            let key = names.map { $0.lowercased() }
            if let file = known[key] {
                files[file].parts.append(number)
                continue
            }
            known[key] = files.count
            let base = "ky-nhan-" + FileName.part(names.joined(separator: " "))
            var name = base
            var count = 1
            while !taken.insert(name).inserted {
                count += 1
                name = "\(base)--\(count)"
            }
            files.append(
                File(name: name + ".pdf", title: part.hamlet.reversed().joined(separator: ", "), parts: [number]))
        }
    }

    /// Writes the lists of a run all of whose parts are whole; those on which nothing stands are left out.
    ///
    /// Throws `FileError`, `TypesettingError`, `DrawingError`, or `CancellationError`.
    package func write(_ pipeline: RunPipeline, run: StagedRun, validity: Validity, into staged: StagedFolder) throws
        -> [RunReport.File]
    {
        let typesetter = try pipeline.fonts.typesetter()
        var written: [RunReport.File] = []
        for file in files {
            var rows: [ReceiptList.Row] = []
            for part in file.parts {
                try Task.checkCancellation()
                rows += try Self.rows(of: try staged.part(part), pipeline.sheets.form.order)
            }
            guard !rows.isEmpty else { continue }
            let list = ReceiptList(
                kind: pipeline.kind, office: pipeline.office.configuration, run: run.number, clock: validity.issued,
                title: file.title, rows: rows)
            let sheet = try pipeline.fonts.setting { try ReceiptSheet(list, typesetter: typesetter) }
            let path = staged.path(of: file.name)
            staged.clear(file.name)
            let document = try PDFDocument(
                path: path, paper: .a4,
                information: PDFDocument.Information(
                    title: "Danh sách ký nhận – \(list.localityName)", author: list.office.name,
                    created: validity.issued.description),
                typesetter: typesetter, printShop: nil, mode: 0o600)
            for number in 1...sheet.pages {
                try Task.checkCancellation()
                let page = try typesetter.set(try sheet.page(number))
                try document.addSheet(.whole(.a4), pages: [page])
            }
            try document.close()
            written.append(RunReport.File(file: file.name, sheets: sheet.pages, items: 0, list: .receipts))
        }
        return written
    }

    private static func rows(of part: PartJournal, _ order: PrintForm.Order) throws -> [ReceiptList.Row] {
        var items = part.items
        if order == .cutAndStack { items.sort { ($0.position, $0.page) < ($1.position, $1.page) } }
        return try items.map { ReceiptList.Row(try Issuance(journaled: $0.record)) }
    }
}

extension String {
    fileprivate var stem: String { hasSuffix(".pdf") ? String(dropLast(4)) : self }
}
