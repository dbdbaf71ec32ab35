import Calendar
import Crypto
import Foundation
import Roster
import Tables
import VietnameseText

/// A check as one page in Vietnamese for a browser and for paper: the summary, then every row that has problems.
///
/// The page needs no network and allows none; its script only sorts and filters what is there.
struct CheckPage {
    /// Rows that the page shows at most: browsers grow slow with more.
    static let mostRows = 20_000
    /// Characters of a cell that it shows at most.
    static let longestCell = 200

    private let summary: RosterCheck.Summary
    private let file: PendingFile
    private var bytes: [UInt8] = []
    private var openFile: Int?
    private var rows = 0

    /// Begins the page with its summary.
    init(path: String, _ summary: RosterCheck.Summary, today: CalendarDate) throws {
        self.summary = summary
        file = try PendingFile(path: path)
        addHead()
        addSummary(today)
        addFiles()
        addRules()
        addFilters()
    }

    /// Adds a row unless it is ready.
    mutating func add(_ row: CheckedRow) throws {
        guard row.status != .ready else { return }
        rows += 1
        guard rows <= Self.mostRows else { return }
        if openFile != row.place.file { openList(of: row.place.file) }
        let fact = summary.files[row.place.file]
        raw("<tr data-row=\"\(row.place.row)\" data-status=\"\(row.status.rawValue)\" data-rules=\"")
        raw(Set(row.findings.map(\.rule.rawValue)).sorted().joined(separator: " "))
        raw("\"")
        let isWhole = row.status == .passedOver || !row.row.damage.isEmpty
        if !isWhole, let field = fact.hamletField, field < row.row.fields.count, !row.row.fields[field].isEmpty {
            raw(" data-hamlet=\"")
            text(Self.shortened(CleanText(row.row.fields[field]).text))
            raw("\"")
        }
        raw("><td class=\"number\">\(row.place.row)</td><td class=\"status\">\(row.status.vietnamese)</td>")
        // The cells of a damaged row may belong to other columns.
        if isWhole {
            raw("<td class=\"whole\" colspan=\"\(fact.columns.count)\">")
            text(Self.shortened(row.row.fields.filter { !$0.isEmpty }.joined(separator: " | "), to: 500))
            raw("</td>")
        } else {
            addCells(row, fact)
        }
        raw("<td class=\"problems\"><ul>")
        for finding in row.findings where finding.severity != .note || row.status == .passedOver {
            add(finding, at: row.place, fact)
        }
        raw("</ul></td></tr>\n")
        try flush(from: 1 << 16)
    }

    /// Ends the page and gives it its name.
    mutating func finish() throws {
        closeList()
        if rows > Self.mostRows {
            raw("<p class=\"capped\">Trang này chỉ liệt kê \(Self.number(Self.mostRows)) dòng đầu; còn ")
            raw("\(Self.number(rows - Self.mostRows)) dòng nữa cũng có vấn đề. Danh sách đầy đủ: ")
            raw("<span class=\"code\">mocban roster check --json</span>.</p>\n")
        }
        if rows == 0 { raw("<p>Không có dòng nào phải sửa hay phải xem lại.</p>\n") }
        raw("</main>\n</body>\n</html>\n")
        try flush(from: 0)
        try file.finish()
        try file.commit()
    }

    private mutating func flush(from size: Int) throws {
        guard bytes.count >= size else { return }
        try file.write(bytes)
        bytes.removeAll(keepingCapacity: true)
    }
}

// MARK: Above the rows

extension CheckPage {
    private mutating func addHead() {
        let policy = """
            default-src 'none'; style-src '\(Self.digest(CheckPageStyle.text))'; \
            script-src '\(Self.digest(CheckPageScript.text))'; base-uri 'none'; form-action 'none'
            """
        raw(
            """
            <!DOCTYPE html>
            <html lang="vi">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(policy)">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Kiểm tra 
            """)
        text(names)
        raw(
            "</title>\n<style>\(CheckPageStyle.text)</style>\n<script>\(CheckPageScript.text)</script>\n</head>\n<body>\n<main>\n"
        )
    }

    private mutating func addSummary(_ today: CalendarDate) {
        let isPeople = summary.kind == .people
        raw("<h1>Kết quả kiểm tra \(isPeople ? "danh sách nhân khẩu" : "danh sách địa điểm")</h1>\n<p class=\"soft\">")
        text(names)
        raw(", tính đến ngày \(today)</p>\n<ul class=\"counts\">\n")
        let others =
            isPeople
            ? "không phải người (ghi chú, dòng cộng, tiêu đề)" : "không phải địa điểm (ghi chú, dòng cộng, tiêu đề)"
        for (count, name, what) in [
            (summary.rows, "rows", "dòng đã đọc"), (summary.ready, "ready", "in được ngay"),
            (summary.warnings, "warning", "in được, nhưng nên xem lại"),
            (summary.refused, "refused", "không in được, phải sửa"),
            (summary.passedOver, "passed", others),
        ] {
            raw("<li class=\"\(name)\"><b>\(Self.number(count))</b> \(what)</li>\n")
        }
        raw("</ul>\n")
        if summary.certainRepairs + summary.openProposals > 0 {
            raw("<p>Có \(Self.number(summary.certainRepairs)) chỗ sửa chắc chắn")
            raw(" (<span class=\"code\">--clean</span> sửa trong một bản sao) và ")
            raw("\(Self.number(summary.openProposals)) đề nghị cần người quyết định.</p>\n")
        }
    }

    private mutating func addFiles() {
        raw("<div class=\"beside\">\n<section>\n<h2>Tệp đã đọc</h2>\n<table class=\"facts\">\n")
        for file in summary.files {
            fact("Tệp", (file.path as NSString).lastPathComponent)
            switch file.table.form {
            case .csv(let delimiter, let encoding):
                fact("Dạng", "CSV, ngăn cách bằng \(delimiter.vietnamese), mã \(encoding.rawValue)")
            case .sheet(let name): fact("Dạng", "Bảng tính Excel, trang “\(name)”")
            }
            let second = file.headerRows > 1 ? " và \(file.headerRow + 1)" : ""
            fact("Tiêu đề", "dòng \(file.headerRow)\(second), \(file.columns.count) cột")
            for remark in file.table.remarks { fact("Lưu ý", remark) }
            if let first = file.firstCarried {
                fact("Mã hộ", "lấy từ dòng trên (dấu ↑) cho \(Self.number(file.carried)) dòng, dòng đầu là \(first)")
            }
        }
        raw("</table>\n</section>\n")
    }

    private mutating func fact(_ name: String, _ value: String) {
        raw("<tr><th scope=\"row\">\(name)</th><td>")
        text(value)
        raw("</td></tr>\n")
    }

    private var shownRules: [RosterCheck.RuleCount] {
        summary.rules.filter { $0.rule.severity != .note || $0.rule.isAboutWholeRow }
    }

    private mutating func addRules() {
        guard !shownRules.isEmpty else { return raw("</div>\n") }
        raw(
            "<section>\n<h2>Các loại vấn đề</h2>\n<table class=\"rules\">\n<thead><tr><th>Số lần</th><th>Mức</th><th>Vấn đề</th>"
        )
        raw("<th>Mã</th></tr></thead>\n<tbody>\n")
        for count in shownRules {
            raw(
                "<tr><td class=\"number\">\(Self.number(count.count))</td><td>\(count.rule.severity.vietnamese)</td><td>"
            )
            text(count.rule.vietnamese)
            raw("</td><td class=\"code\">\(count.rule.rawValue)</td></tr>\n")
        }
        raw("</tbody></table>\n</section>\n</div>\n")
    }

    private mutating func addFilters() {
        guard !shownRules.isEmpty else { return }
        raw(
            """
            <h2>Các dòng phải sửa hoặc nên xem lại</h2>
            <noscript>Trình duyệt này không chạy được phần sắp xếp và lọc; bảng vẫn đầy đủ.</noscript>
            <form class="filters" hidden autocomplete="off">
            <label>Tìm<input name="text" type="search" placeholder="tên, số, thôn…"></label>
            <label>Mức<select name="severity"><option value="">tất cả</option>
            """)
        for status in [CheckedRow.Status.refused, .warning, .passedOver] {
            raw("<option value=\"\(status.rawValue)\">\(status.vietnamese)</option>")
        }
        raw("</select></label>\n<label>Vấn đề<select name=\"rule\"><option value=\"\">tất cả</option>")
        for count in shownRules {
            raw("<option value=\"\(count.rule.rawValue)\">")
            text(count.rule.vietnamese)
            raw("</option>")
        }
        raw(
            """
            </select></label>
            <label>Thôn<select name="hamlet"><option value="">tất cả</option></select></label>
            <button type="reset">Bỏ lọc</button><output></output>
            </form>

            """)
    }

    private var names: String {
        summary.files.map { ($0.path as NSString).lastPathComponent }.joined(separator: ", ")
    }
}

// MARK: Rows

extension CheckPage {
    private mutating func openList(of file: Int) {
        closeList()
        openFile = file
        if summary.files.count > 1 {
            raw("<h2>")
            text(summary.files[file].path)
            raw("</h2>\n")
        }
        raw("<table class=\"list\">\n<thead><tr>")
        for name in ["Dòng", "Kết quả"] + summary.files[file].columns + ["Vấn đề"] {
            raw("<th scope=\"col\">")
            text(Self.shortened(name))
            raw("</th>")
        }
        raw("</tr></thead>\n<tbody>\n")
    }

    private mutating func closeList() {
        if openFile != nil { raw("</tbody></table>\n") }
        openFile = nil
    }

    private mutating func addCells(_ row: CheckedRow, _ file: CheckedFile) {
        var marks: [Int: Severity] = [:]
        for finding in row.findings {
            guard let field = finding.column.flatMap(file.field(of:)), marks[field] != .error else { continue }
            if finding.severity != .note || marks[field] == nil { marks[field] = finding.severity }
        }
        for field in file.columns.indices {
            var classes: [String] = field == file.nameField ? ["name"] : []
            switch marks[field] {
            case .error: classes.append("e")
            case .warning: classes.append("w")
            case .note: classes.append("carried")
            case nil: break
            }
            let cell = field < row.row.fields.count ? row.row.fields[field] : ""
            // A longer word would push the other columns off the page.
            if cell.utf8.split(separator: 0x20).contains(where: { $0.count > 24 }) { classes.append("long") }
            raw(classes.isEmpty ? "<td>" : "<td class=\"\(classes.joined(separator: " "))\">")
            if marks[field] == nil || marks[field] == .note {
                text(Self.shortened(cell))
            } else if cell.allSatisfy(\.isWhitespace) {
                raw("<span class=\"empty\">(trống)</span>")
            } else {
                text(Self.shortened(Self.showingSpaces(cell)))
            }
            raw("</td>")
        }
    }

    private mutating func add(_ finding: Finding, at place: RowPosition, _ file: CheckedFile) {
        raw("<li class=\"\(finding.severity.rawValue)\">")
        if let column = finding.column {
            raw("<b>")
            text(Self.shortened(file.ownName(of: column)))
            raw("</b>: ")
            // For the telephone, where the row's cells have no room.
            if !finding.value.isEmpty {
                raw("<span class=\"value\">“")
                text(Self.shortened(Self.showingSpaces(finding.value)))
                raw("”, </span>")
            }
        }
        text(finding.rule.vietnamese)
        if let other = finding.other {
            raw(" (xem dòng \(other.row)")
            if other.file != place.file {
                raw(" của ")
                text(summary.files[other.file].path)
            }
            raw(")")
        }
        if let proposal = finding.proposal {
            raw(" → <ins>")
            text(Self.shortened(proposal.text))
            raw("</ins> \(proposal.isCertain ? "(chắc chắn)" : "(đề nghị)")")
        }
        raw("</li>")
    }

    /// Spaces that nobody sees otherwise, at the ends or after another, as `␣`.
    private static func showingSpaces(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var shown = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            let isLoose = index == 0 || index == scalars.count - 1 || scalars[index - 1].properties.isWhitespace
            shown.append(scalar.properties.isWhitespace && (isLoose || scalar != " ") ? "␣" : scalar)
        }
        return String(shown)
    }
}

// MARK: Text

extension CheckPage {
    private mutating func raw(_ html: String) { bytes.append(contentsOf: html.utf8) }

    private mutating func text(_ text: String) { HTMLText.append(text, to: &bytes) }

    private static func shortened(_ text: String, to length: Int = longestCell) -> String {
        text.unicodeScalars.count <= length ? text : String(text.unicodeScalars.prefix(length)) + "…"
    }

    /// A number with dots between thousands, as Vietnam writes it.
    private static func number(_ number: Int) -> String {
        let digits = String(number)
        return String(
            digits.enumerated().flatMap { index, digit in
                index > 0 && (digits.count - index) % 3 == 0 ? [".", digit] : [digit]
            })
    }

    /// The source expression by which a browser knows a style or a script that it may take (CSP level 2).
    private static func digest(_ text: String) -> String {
        "sha256-" + Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString()
    }
}

extension Rule {
    /// Whether a row that breaks the rule is nobody's.
    fileprivate var isAboutWholeRow: Bool { self == .noteRow || self == .totalRow || self == .headerRow }
}

extension CheckedRow.Status {
    fileprivate var vietnamese: String {
        switch self {
        case .ready: "In được"
        case .warning: "Xem lại"
        case .refused: "Phải sửa"
        case .passedOver: "Bỏ qua"
        }
    }
}

extension Severity {
    fileprivate var vietnamese: String {
        switch self {
        case .error: "✗ Lỗi"
        case .warning: "! Cảnh báo"
        case .note: "Ghi chú"
        }
    }
}

extension CSVDelimiter {
    fileprivate var vietnamese: String {
        switch self {
        case .comma: "dấu phẩy"
        case .semicolon: "dấu chấm phẩy"
        case .tab: "dấu tab"
        }
    }
}
