package import Calendar
import Documents
import Files
import Foundation
import Messages
import Office
import Payload
import Rasterising
package import Templates
import VietnameseText

/// A proof as one page in Vietnamese for a browser and for paper: what was found, and pictures of the weakest codes.
package struct ProofPage: Sendable {
    private let report: ProofReport
    private let clock: String

    // A browser grows slow with more rows, and nobody reads them.
    private static let mostRows = 2000

    package init(_ report: ProofReport, on day: CalendarDate) { (self.report, clock) = (report, day.description) }

    /// Writes the page, in place of an older one; throws `FileError`, `noTemplate` or `ConfigurationError` of a
    /// template.
    package func write(to path: String, resources: Resources) throws {
        let templates = try PageTemplates(resources)
        let head = PageTemplates.Head(
            title: "Kiểm bản in", style: try templates.style("page.css", "proof.css"), showsPictures: true)
        let file = try AtomicFile(path: path)
        try file.write(try templates.render("proof", Values(head, report, clock)).utf8)
        try file.finish()
        try file.commit()
    }

    private struct Values {
        let head: PageTemplates.Head
        let day: String
        let hasRegister: Bool
        let counts: [Count]
        let faultCount: String
        let hasManifests: Bool
        let faults: Faults?
        let faulty, weakest: Gallery?
        let stress: Stress?
        let files: [File]

        init(_ head: PageTemplates.Head, _ report: ProofReport, _ day: String) {
            (self.head, self.day, hasRegister) = (head, day, report.hasRegister)
            hasManifests = report.files.allSatisfy(\.hasManifest)
            let placed = hasManifests ? [(report.placed, "mã đúng chỗ")] : []
            counts =
                ([
                    (report.readAt300, "mã đọc được ở 300 dpi"), (report.readAt600, "mã đọc được ở 600 dpi"),
                    (report.signed, "mã có chữ ký của đơn vị"),
                ] + placed).map { Count($0, of: report.codes, $1) }
            faultCount = report.faults.count.vietnamese
            faults = report.isFaultless ? nil : Faults(report.faults)
            (faulty, weakest) = (Gallery(report.faulty), Gallery(report.weakest))
            stress = report.stress.flatMap { $0.codes > 0 ? Stress($0) : nil }
            files = report.files.map {
                File(
                    file: $0.file, hasManifest: $0.hasManifest, pages: $0.pages.vietnamese,
                    sheets: $0.sheets.vietnamese, codes: $0.codes.vietnamese)
            }
        }
    }

    private struct Count {
        let isWhole: Bool
        let count, codes, what: String

        init(_ count: Int, of codes: Int, _ what: String) {
            (isWhole, self.what) = (count == codes, what)
            (self.count, self.codes) = (count.vietnamese, codes.vietnamese)
        }
    }

    private struct Faults {
        struct Row {
            let file, pages, position, row, serial, words: String

            init(_ fault: ProofFault) {
                (file, serial, words) = (fault.file, fault.serial?.description ?? "", fault.what.vietnamese)
                pages = fault.page.map { "\($0)" + (fault.lastPage.map { "–\($0)" } ?? "") } ?? ""
                (position, row) = (fault.position.map(String.init) ?? "", fault.row.map(String.init) ?? "")
            }
        }

        let rows: [Row]
        let left: String?

        init(_ faults: [ProofFault]) {
            rows = faults.prefix(mostRows).map(Row.init)
            left = faults.count > mostRows ? (faults.count - mostRows).vietnamese : nil
        }
    }

    private struct Gallery {
        struct Picture {
            let png, file: String
            let serial: String?
            let page: Int
            let position: Int?
            let estimate: Estimate?
        }

        struct Estimate {
            let printed, weakest: String
            let cause: String?
        }

        let pictures: [Picture]

        init?(_ codes: [ProofedCode]) {
            guard !codes.isEmpty else { return nil }
            pictures = codes.map { code in
                Picture(
                    png: Data(code.image.png).base64EncodedString(), file: code.file,
                    serial: code.serial?.description, page: code.page,
                    position: code.position > 0 ? code.position : nil,
                    estimate: code.estimate.map {
                        Estimate(printed: $0.printed, weakest: $0.weakest, cause: $0.weakestAfter?.words.vietnamese)
                    })
            }
        }
    }

    private struct Stress {
        struct Row {
            let what: String
            let codes: [String]

            init(_ what: String, _ read: Int, _ grades: StressTally.Grades) {
                (self.what, codes) = (what, ([read] + grades.counts.map(\.codes)).map(\.vietnamese))
            }
        }

        let rows: [Row]

        init(_ report: StressTally) {
            rows =
                [Row("như đã in", report.codes, report.printed)]
                + report.outcomes.map { Row($0.kind.words.vietnamese, $0.read, $0.grades) }
        }
    }

    private struct File {
        let file: String
        let hasManifest: Bool
        let pages, sheets, codes: String
    }
}
