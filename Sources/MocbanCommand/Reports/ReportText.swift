import Calendar
import Documents
import Messages
import Mocban
import Payload
import VietnameseText

struct ReportText {
    private(set) var lines: [String] = []

    init(_ report: OfficeReport) {
        let day = report.asOf.vietnamDay
        add(Message(en: "As of \(day)", vi: "Tính đến \(day)"))
        for unit in report.units { add(unit) }
        guard report.units.count > 1 else { return }
        lines.append("")
        add(Message(en: "All \(report.units.count) units", vi: "Cả \(report.units.count) đơn vị"))
        add(cards: [Self.row([Self.total, ""], report.totals)])
        add(report.posters)
    }

    private mutating func add(_ unit: OfficeReport.Unit) {
        guard !unit.hamlets.isEmpty || !unit.posters.isEmpty else {
            let nothing = Message(en: "nothing issued", vi: "chưa cấp gì").text
            return lines += ["", "\(Shown.text(unit.name)) (\(unit.code)), \(nothing)"]
        }
        let roster =
            unit.rosterRead.map {
                Message(en: "roster of \($0.vietnamDay)", vi: "danh sách ngày \($0.vietnamDay)")
            } ?? Message(en: "no roster read", vi: "chưa đọc danh sách nào")
        lines += ["", "\(Shown.text(unit.name)) (\(unit.code)), \(roster.text)"]
        var rows = unit.hamlets.map { place in
            let hamlet = place.hamlet.isEmpty ? Message(en: "(none)", vi: "(không ghi)").text : Shown.text(place.hamlet)
            return Self.row([Shown.text(place.commune), hamlet], place.counts)
        }
        if unit.hamlets.count > 1 { rows.append(Self.row([Self.total, ""], unit.totals)) }
        if !rows.isEmpty { add(cards: rows) }
        add(unit.posters)
        if let head = unit.logHead {
            lines.append("")
            add(
                Message(
                    en: "Register up to entry \(head.entry), code \(head.code)",
                    vi: "Sổ cấp thẻ đến mục \(head.entry), mã \(head.code)"))
        }
    }

    private mutating func add(_ line: Message) { lines.append(line.text) }

    private static let total = Message(en: "TOTAL", vi: "CỘNG").text
    private static let states = [
        Message(en: "VALID", vi: "HỢP LỆ"), Message(en: "EXPIRED", vi: "HẾT HẠN"),
        Message(en: "REVOKED", vi: "THU HỒI"),
    ]

    private static func row(_ names: [String], _ counts: OfficeReport.Counts) -> [String] {
        let figures = [counts.valid, counts.expired, counts.revoked, counts.reprints].map(String.init)
        return names + [counts.people.map(String.init) ?? "-"] + figures + [counts.coverage.map { "\($0) %" } ?? "-"]
    }

    private mutating func add(cards rows: [[String]]) {
        let head =
            [Message(en: "COMMUNE", vi: "XÃ"), Message(en: "HAMLET", vi: "THÔN"), Message(en: "PEOPLE", vi: "NGƯỜI")]
            + Self.states + [Message(en: "REPRINTS", vi: "IN LẠI"), Message(en: "COVERAGE", vi: "TỶ LỆ")]
        lines += table([head.map(\.text)] + rows, left: 2)
    }

    private mutating func add(_ posters: [OfficeReport.Posters]) {
        guard !posters.isEmpty else { return }
        let rows = posters.map { posters in
            [posters.type.vietnamese] + [posters.valid, posters.expired, posters.revoked].map(String.init)
        }
        lines.append("")
        let head = [Message(en: "POSTERS", vi: "ÁP PHÍCH")] + Self.states
        lines += table([head.map(\.text)] + rows, left: 1)
    }
}
