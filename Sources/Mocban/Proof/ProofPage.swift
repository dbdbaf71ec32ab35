package import Calendar
import Crypto
import Foundation
import Payload
import Rasterising

/// A proof as one page in Vietnamese for a browser and for paper: what was found, and pictures of the weakest codes.
public struct ProofPage: Sendable {
    private let report: ProofReport
    private let clock: String

    // A browser grows slow with more rows, and nobody reads them.
    private static let mostRows = 2000

    /// A page of a report as of a day.
    package init(_ report: ProofReport, on day: CalendarDate) {
        self.report = report
        clock = day.description
    }

    /// Writes the page, in place of an older one; throws `MocbanError.outputUnwritable`.
    public func write(to path: String) throws {
        let file = try PendingFile(path: path)
        var page = HTMLPage()
        add(to: &page)
        try file.write(page.bytes)
        try file.finish()
        try file.commit()
    }

    /// Text and markup, as bytes.
    private struct HTMLPage {
        var bytes: [UInt8] = []

        mutating func raw(_ html: String) { bytes.append(contentsOf: html.utf8) }
        mutating func text(_ text: String) { HTMLText.append(text, to: &bytes) }

        mutating func cell(_ value: String, number: Bool = false) {
            raw(number ? "<td class=\"number\">" : "<td>")
            text(value)
            raw("</td>")
        }
    }

    private func add(to page: inout HTMLPage) {
        let style = CheckPageStyle.text + Self.style
        let digest = Data(SHA256.hash(data: Data(style.utf8))).base64EncodedString()
        page.raw(
            """
            <!DOCTYPE html>
            <html lang="vi">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-\(digest)'; \
            img-src data:; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Kiểm bản in</title>
            <style>\(style)</style>
            </head>
            <body>
            <main>
            <h1>Kết quả kiểm bản in</h1>
            <p class="soft">Ngày \(clock). Mỗi mã được đọc lại từ ảnh 300 và 600 dpi, kiểm chữ ký và đối chiếu\
            \(report.hasRegister ? " với sổ đăng ký" : ", không có sổ đăng ký").</p>

            """)
        addCounts(to: &page)
        addFaults(to: &page)
        addGallery("Mã có lỗi", report.faulty, to: &page)
        addWear(to: &page)
        addGallery("Mã yếu nhất", report.weakest, to: &page)
        addFiles(to: &page)
        page.raw("</main>\n</body>\n</html>\n")
    }

    private func addCounts(to page: inout HTMLPage) {
        page.raw("<ul class=\"counts\">\n")
        let codes = report.codes
        let isPlaced = report.files.allSatisfy(\.hasManifest)
        for (count, what) in [
            (report.readAt300, "mã đọc được ở 300 dpi"), (report.readAt600, "mã đọc được ở 600 dpi"),
            (report.signed, "mã có chữ ký của đơn vị"),
        ] + (isPlaced ? [(report.placed, "mã đúng chỗ")] : []) {
            page.raw("<li class=\"\(count == codes ? "ready" : "refused")\"><b>\(Self.number(count))")
            page.raw("<span class=\"of\">/\(Self.number(codes))</span></b> \(what)</li>\n")
        }
        let kind = report.isFaultless ? "ready" : "refused"
        page.raw("<li class=\"\(kind)\"><b>\(Self.number(report.faults.count))</b> lỗi</li>\n</ul>\n")
        if report.files.contains(where: { !$0.hasManifest }) {
            page.raw("<p class=\"capped\">Có tệp không có manifest.json: chỉ đọc mã và kiểm chữ ký, ")
            page.raw("không kiểm được vị trí.</p>\n")
        }
    }

    private func addFaults(to page: inout HTMLPage) {
        guard !report.isFaultless else {
            return page.raw("<p><b>Không có lỗi nào.</b></p>\n")
        }
        page.raw("<h2>Các lỗi</h2>\n<table class=\"faults\">\n<thead><tr>")
        for name in ["Tệp", "Trang", "Vị trí", "Dòng", "Số thẻ", "Lỗi"] { page.raw("<th scope=\"col\">\(name)</th>") }
        page.raw("</tr></thead>\n<tbody>\n")
        for fault in report.faults.prefix(Self.mostRows) {
            page.raw("<tr>")
            page.cell(fault.file)
            let last = fault.lastPage.map { "–\($0)" } ?? ""
            page.cell(fault.page.map { "\($0)\(last)" } ?? "", number: true)
            page.cell(fault.position.map(String.init) ?? "", number: true)
            page.cell(fault.row.map(String.init) ?? "", number: true)
            page.cell(fault.serial?.description ?? "")
            page.cell(fault.vietnamese)
            page.raw("</tr>\n")
        }
        page.raw("</tbody></table>\n")
        if report.faults.count > Self.mostRows {
            page.raw("<p class=\"capped\">Còn \(Self.number(report.faults.count - Self.mostRows)) lỗi nữa.</p>\n")
        }
    }

    private func addWear(to page: inout HTMLPage) {
        guard let wear = report.wear, wear.codes > 0 else { return }
        page.raw("<h2>Sức bền của mã (cấp ước tính)</h2>\n<table>\n<thead><tr>")
        for name in ["", "Đọc được", "A", "B", "C", "D", "F"] { page.raw("<th scope=\"col\">\(name)</th>") }
        page.raw("</tr></thead>\n<tbody>\n")
        func row(_ name: String, _ read: Int, _ grades: WearReport.Grades) {
            page.raw("<tr>")
            page.cell(name)
            for count in [read] + grades.counts.map(\.codes) { page.cell(Self.number(count), number: true) }
            page.raw("</tr>\n")
        }
        row("như đã in", wear.codes, wear.printed)
        for ageing in wear.ageings { row(ageing.kind.vietnamese, ageing.read, ageing.grades) }
        page.raw("</tbody></table>\n<p class=\"soft\">Cấp theo ISO/IEC 15415, do phần mềm ước tính từ số từ mã sai ")
        page.raw("so với mã gốc; không thay máy đo. Mã không đọc được tính là F.</p>\n")
    }

    private func addGallery(_ title: String, _ codes: [ProofedCode], to page: inout HTMLPage) {
        guard !codes.isEmpty else { return }
        page.raw("<h2>\(title)</h2>\n<div class=\"gallery\">\n")
        for code in codes {
            let picture = Data(code.image.png).base64EncodedString()
            page.raw("<figure><img alt=\"\" src=\"data:image/png;base64,\(picture)\"><figcaption><b>")
            page.text(code.serial?.description ?? "không đọc được")
            page.raw("</b><br>")
            page.text(code.file)
            page.raw("<br>trang \(code.page)")
            if code.position > 0 { page.raw(", vị trí \(code.position)") }
            if let estimate = code.estimate {
                page.raw("<br>khi in: \(estimate.printed); yếu nhất: \(estimate.weakest)")
                if let kind = estimate.weakestAfter { page.raw(" (\(kind.vietnamese))") }
            }
            page.raw("</figcaption></figure>\n")
        }
        page.raw("</div>\n")
    }

    private func addFiles(to page: inout HTMLPage) {
        page.raw("<h2>Tệp đã kiểm</h2>\n<table>\n<thead><tr>")
        for name in ["Tệp", "Trang", "Tờ", "Mã"] { page.raw("<th scope=\"col\">\(name)</th>") }
        page.raw("</tr></thead>\n<tbody>\n")
        for file in report.files {
            page.raw("<tr>")
            page.cell(file.file + (file.hasManifest ? "" : " (không có manifest)"))
            for count in [file.pages, file.sheets, file.codes] { page.cell(Self.number(count), number: true) }
            page.raw("</tr>\n")
        }
        page.raw("</tbody></table>\n")
    }

    private static func number(_ number: Int) -> String { number.vietnamese }

    private static let style = """

        .counts .of { font-size: 15px; color: var(--soft); font-weight: 400; }
        .counts .refused b { color: var(--error); }
        .faults td { max-width: 36em; overflow-wrap: anywhere; }
        .gallery { display: flex; flex-wrap: wrap; gap: 14px; }
        figure { margin: 0; width: 176px; break-inside: avoid; }
        figure img { display: block; width: 176px; image-rendering: pixelated; border: 1px solid var(--line); }
        figcaption { font-size: 12.5px; line-height: 1.35; margin-top: 4px; overflow-wrap: anywhere; }
        @media print { figure, figure img { width: 30mm; } figcaption { font-size: 7.5pt; } }

        """
}

extension ProofFault {
    /// The fault in Vietnamese, without where it is.
    fileprivate var vietnamese: String {
        var there = other.map(\.vietnamese) ?? "chỗ khác"
        if let page, let lastPage, let other {
            there = "\(other.file), trang \(other.page)–\(other.page + lastPage - page)"
        }
        let codes = count == 1 ? "Mã" : "Cả \(count) mã"
        let serial = found.map { " \($0)" } ?? ""
        return switch kind {
        case .unreadable: "Không đọc được mã ở \(expected?.replacing(" and ", with: " và ") ?? "300 dpi")"
        case .notOurs: "Mã không phải của đơn vị: \(Self.verdict(expected))"
        case .lapsed: expected == "revoked" ? "Thẻ đã bị thu hồi" : "Thẻ đã hết hạn"
        case .missing: count == 1 ? "Không thấy ở đâu trong tệp" : "Cả \(count) thẻ không thấy ở đâu trong tệp"
        case .misplaced:
            other == nil ? "Mã\(serial) không có trong manifest" : "\(codes)\(serial) phải nằm ở \(there)"
        case .swapped: "\(codes)\(serial) bị đổi chỗ với \(there)"
        case .doubled: "\(codes)\(serial) in trùng, đã có ở \(there)"
        case .stray: "Có mã lạ ở chỗ không được có mã: \(Self.verdict(expected))"
        case .unregistered: "Sổ đăng ký không có số này"
        case .contradicted: "Mã ghi \(subject ?? "") là “\(found ?? "")”, sổ đăng ký ghi “\(expected ?? "")”"
        case .text: "Chữ in \(subject ?? "") là “\(found ?? "")”, đúng ra là “\(expected ?? "")”"
        case .pages:
            "Tệp có \(Self.pages(found)), đúng ra là \(Self.pages(expected))"
        case .changed:
            run.map { "Tệp không còn như khi in ở lần in \($0): SHA-256 khác sổ đăng ký" }
                ?? "Sổ đăng ký không có tệp này, mà có mã trong tệp"
        }
    }

    private static func pages(_ text: String?) -> String { "\(text?.prefix { $0.isNumber } ?? "") trang" }

    private static func verdict(_ verdict: String?) -> String {
        switch verdict {
        case "forged": "giả mạo"
        case "unknown-key": "không rõ nơi cấp"
        case "wrong-purpose": "sai loại mã"
        default: "không phải mã của hệ thống"
        }
    }
}

extension ProofFault.Place {
    fileprivate var vietnamese: String { "\(file), trang \(page)" + (position.map { ", vị trí \($0)" } ?? "") }
}
