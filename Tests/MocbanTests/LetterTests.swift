import Documents
import Files
import Foundation
import Layout
import Payload
import TestSupport
import Testing

@testable import Mocban
import VietnameseText

@Suite("Letters")
struct LetterTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// The letter of a report: its words with their places, and its text line by line.
    private func letter(
        _ report: OfficeReport, _ details: ReportLetter.Details = .init()
    ) throws -> (pages: PrintedPages, text: String) {
        let path = folder("letter.pdf")
        try ReportLetter(report, details: details).write(to: path, resources: Resources(folder: repositoryRoot))
        let text = try Program.system("pdftotext").run(["-layout", path, "-"]).text
        return (try PrintedPages(path, dotsPerInch: 20, in: folder), text)
    }

    /// A line's words with one space between.
    private static func spaced(_ line: Substring) -> String {
        line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test("every figure stands in its row", arguments: [1, 7, 12, 20])
    func figures(hamlets: Int) throws {
        let report = SampleReport.report(SampleReport.unit(hamlets))
        let (pages, text) = try letter(report)
        #expect(pages.words.count == 1)
        let lines = Set(text.split(separator: "\n").map(Self.spaced))
        func expectRow(_ label: String, _ counts: OfficeReport.Counts) {
            let figures = [
                counts.people?.vietnamese, counts.valid.vietnamese, counts.expired.vietnamese,
                counts.revoked.vietnamese, counts.reprints.vietnamese, counts.coverage?.vietnamese,
            ].compactMap(\.self).joined(separator: " ")
            #expect(lines.contains(label + " " + figures), "\(label) \(figures)")
        }
        for (index, place) in report.units[0].hamlets.enumerated() {
            expectRow("\(index + 1) " + place.hamlet, place.counts)
        }
        expectRow("Tổng cộng", report.totals)
        let posters = report.posters
        for (title, values) in [
            ("Còn giá trị", posters.map(\.valid)), ("Hết hạn", posters.map(\.expired)),
            ("Thu hồi", posters.map(\.revoked)),
        ] {
            let figures = (values + [values.reduce(0, +)]).map(\.vietnamese).joined(separator: " ")
            #expect(lines.contains(title + " " + figures), "\(title)")
        }
    }

    @Test(
        "one page holds any number of hamlets within its margins", arguments: [0, 1, 7, 12, 19, 20, 25, 60, 200],
        [1, 2, 11])
    func onePage(hamlets: Int, communes: Int) throws {
        let units = (0..<communes).map {
            SampleReport.unit(hamlets, commune: "Quảng \($0)", name: "UBND xã Quảng \($0)")
        }
        let report = OfficeReport(asOf: SampleReport.clock, units: units)
        let (pages, text) = try letter(report)
        #expect(pages.words.count == 1 && pages.codes.count == 1)
        let body = Rectangle.mm(30, 20, 165, 257)
        for word in pages.words[0] {
            let end = word.centre.x + (word.centre.x - .pt(word.left))
            let bottom = word.centre.y + (word.centre.y - .pt(word.top))
            let box = Rectangle(
                origin: Point(x: .pt(word.left), y: .pt(word.top)),
                size: Size(width: end - .pt(word.left), height: bottom - .pt(word.top)))
            #expect(body.contains(box), "\(word.text)")
        }
        #expect(text.contains("CHỦ TỊCH") && text.contains("BÁO CÁO"))
        if hamlets > 0 { #expect(text.contains(report.totals.valid.vietnamese)) }
    }

    @Test("the hamlets that lag stand in the table, the others are counted")
    func leftOut() throws {
        let report = SampleReport.report(SampleReport.unit(60))
        let (_, text) = try letter(report)
        let match = try #require(text.firstMatch(of: /Bảng nêu (\d+) thôn có tỷ lệ thấp nhất; số liệu (\d+) thôn khác/))
        let shown = try #require(Int(match.1))
        #expect(shown >= 18 && Int(match.2) == 60 - shown)
        #expect(text.contains("Và \(60 - shown) thôn khác"))
        let byCoverage = report.units[0].hamlets.sorted {
            ($0.counts.coverage?.tenths ?? 0) < ($1.counts.coverage?.tenths ?? 0)
        }
        #expect(byCoverage.prefix(shown / 2).allSatisfy { text.contains($0.hamlet) })
    }

    @Test("head and foot say what was given, and what the office's name says")
    func words() throws {
        let plain = try letter(SampleReport.report(SampleReport.unit(2))).text
        for part in [
            "HUYỆN QUẢNG ĐIỀN", "ỦY BAN NHÂN DÂN", "XÃ QUẢNG PHÚ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc", "Số: …………/BC-UBND", "Quảng Phú, ngày 24 tháng 11 năm 2026",
            "TM. ỦY BAN NHÂN DÂN", "- Ủy ban nhân dân huyện Quảng Điền (báo", "- Lưu: VT.",
        ] { #expect(plain.contains(part), "\(part)") }

        var details = ReportLetter.Details()
        (details.number, details.place, details.signer) = ("12", "Sịa", "Nguyễn Tuấn Anh")
        details.signature = ["KT. CHỦ TỊCH", "Phó Chủ tịch"]
        details.recipients = ["Như trên", "Lưu VT"]
        let given = try letter(SampleReport.report(SampleReport.unit(2)), details).text
        for part in [
            "Số: 12/BC-UBND", "Sịa, ngày 24 tháng 11 năm 2026", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Tuấn Anh",
            "- Như trên;", "- Lưu VT.",
        ] { #expect(given.contains(part), "\(part)") }
        #expect(!given.contains("TM. ỦY BAN"))

        let clinic = try letter(SampleReport.report(SampleReport.unit(2, name: "Trạm Y tế xã Quảng Phú"))).text
        #expect(clinic.contains("THỦ TRƯỞNG ĐƠN VỊ") && clinic.contains("…/BC\u{20}"))
    }

    @Test("several offices send one letter, from the body above them")
    func district() throws {
        let text = try letter(
            SampleReport.report(
                SampleReport.unit(2), SampleReport.unit(2, commune: "Sịa", name: "UBND thị trấn Sịa"))
        ).text
        #expect(
            text.contains("HUYỆN QUẢNG ĐIỀN") && text.contains("Quảng Điền, ngày") && !text.contains("XÃ QUẢNG PHÚ"))
    }

    @Test("the sender and the body above are spelled alike")
    func spelling() throws {
        let text = try letter(SampleReport.report(SampleReport.unit(2))).text
        #expect(text.contains("ỦY BAN NHÂN DÂN") && !text.contains("UBND HUYỆN") && !text.contains("UBND huyện"))
    }

    @Test("the same report gives the same bytes")
    func repeatable() throws {
        let letter = ReportLetter(SampleReport.report(SampleReport.unit(12)))
        let resources = Resources(folder: repositoryRoot)
        try letter.write(to: folder("a.pdf"), resources: resources)
        try letter.write(to: folder("b.pdf"), resources: resources)
        #expect(try folder.data("a.pdf") == folder.data("b.pdf"))
    }

    @Test("a letter that the font lacks is refused, and the older file stays")
    func missingLetter() throws {
        try folder.write("letter.pdf", "older")
        let report = SampleReport.report(
            .init(
                code: 1, name: "UBND xã Quảng Phú", parent: "", rosterRead: nil,
                hamlets: [.init(commune: "", hamlet: "Phú 漢", counts: .init(valid: 1))], posters: []))
        #expect(throws: (any Error).self) { try letter(report) }
        #expect(try folder.text("letter.pdf") == "older" && folder.names(in: ".") == ["letter.pdf"])
    }

    @Test("dates and numbers are written as Vietnam does")
    func forms() {
        #expect([0, 999, 1234, 1_234_567].map(\.vietnamese) == ["0", "999", "1.234", "1.234.567"])
        #expect(Timestamp(secondsSince1970: 1_770_500_000).vietnamDay.inWords == "ngày 08 tháng 02 năm 2026")
        #expect(SampleReport.clock.vietnamDay.inWords == "ngày 24 tháng 11 năm 2026")
    }
}
