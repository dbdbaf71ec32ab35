import CairoDrawing
import Files
package import Layout
import Office
import PDF
import Payload
package import Templates
package import Typesetting

/// A report as a letter of one page, in the form that Nghị định 30/2020/NĐ-CP gives to official letters.
package struct ReportLetter: Sendable {
    /// What a letter says besides the figures; nil and empty values are taken from the office, or left to be written by
    /// hand.
    package struct Details: Sendable, Equatable {
        /// The letter's number, `12` or `12/BC-UBND`.
        package var number: String?
        /// Where it is written.
        package var place: String?
        /// The lines over the signature, `TM. ỦY BAN NHÂN DÂN` and `CHỦ TỊCH`.
        package var signature: [String] = []
        package var signer: String?
        package var recipients: [String] = []

        package init() {}
    }

    package let report: OfficeReport
    package let details: Details
    package let sender: LetterSender

    package init(_ report: OfficeReport, details: Details = Details()) {
        (self.report, self.details) = (report, details)
        sender = LetterSender(report.units)
    }

    /// Writes the letter as a PDF file of one A4 page, whole or not at all.
    ///
    /// The same report, details and fonts give the same bytes. Throws `TypesettingError` where a font is missing or lacks a
    /// letter, `FileError.unwritable`.
    package func write(to path: String, resources: Resources, office folder: String? = nil) throws {
        let fonts = try FontFiles(resources: resources, officeFonts: folder.map { $0 + "/fonts" })
        let typesetter = try fonts.typesetter()
        let page = try fonts.setting { try typesetter.set(self.page(typesetter)) }
        let information = PDFDocument.Information(
            title: "Báo cáo – \(sender.name), \(report.asOf.vietnamDay.inWords)", author: sender.name,
            created: report.asOf.description)
        try DrawnFile.write(to: path) { staged in
            let document = try PDFDocument(path: staged, paper: .a4, information: information, typesetter: typesetter)
            try document.addSheet(.whole(.a4), pages: [page])
            try document.close()
        }
    }

    /// The letter as a page, with as many hamlets as it can hold.
    package func page(_ typesetter: Typesetter) throws(TypesettingError) -> Page {
        for candidate in ReportRows.candidates(for: report) {
            var sheet = LetterSheet(typesetter)
            try compose(candidate, on: &sheet)
            if !sheet.isOverfull { return Page(size: .a4, marks: sheet.marks) }
        }
        throw .doesNotFit(label: "the letter", text: sender.name)
    }

    private func compose(_ rows: ReportRows, on sheet: inout LetterSheet) throws(TypesettingError) {
        try LetterHead(self).draw(on: &sheet)
        let words = LetterWords(self, rows)
        let gap = rows.density.gap
        sheet.skip(gap)
        try sheet.add("BÁO CÁO", .letter(14, .bold, .centre))
        try sheet.add(words.subject, .letter(14, .bold, .centre))
        try sheet.rule(under: words.subject, .letter(14, .bold, .centre), part: 0.4)
        sheet.skip(gap)
        try sheet.addParagraph(words.opening)
        if !rows.rows.isEmpty {
            sheet.skip(.mm(1))
            try LetterTable(rows, on: sheet).draw(on: &sheet)
            if !words.remarks.isEmpty { sheet.skip(.mm(1)) }
            for remark in words.remarks { try sheet.add(remark, .letter(11, .regular, .justified, slant: .italic)) }
            sheet.skip(.mm(1))
        }
        try sheet.addParagraph(words.posters)
        if !report.posters.isEmpty {
            sheet.skip(.mm(1))
            try PosterTable(report.posters, rows.density).draw(on: &sheet)
            sheet.skip(.mm(1))
        }
        try sheet.addParagraph(words.closing)
        sheet.skip(gap)
        try LetterFoot(self).draw(on: &sheet)
    }
}
