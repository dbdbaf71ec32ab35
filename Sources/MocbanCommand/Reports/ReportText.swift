import Calendar
import Documents
import Mocban
import Payload
import VietnameseText

struct ReportText {
    private(set) var lines: [String] = []

    init(_ report: OfficeReport) {
        lines.append("As of \(report.asOf.vietnamDay)")
        for unit in report.units { add(unit) }
        guard report.units.count > 1 else { return }
        lines += ["", "All \(report.units.count) units"]
        add(cards: [Self.row(["TOTAL", ""], report.totals)])
        add(report.posters)
    }

    private mutating func add(_ unit: OfficeReport.Unit) {
        guard !unit.hamlets.isEmpty || !unit.posters.isEmpty else {
            return lines += ["", "\(Shown.text(unit.name)) (\(unit.code)), nothing issued"]
        }
        let roster = unit.rosterRead.map { "roster of \($0.vietnamDay)" } ?? "no roster read"
        lines += ["", "\(Shown.text(unit.name)) (\(unit.code)), \(roster)"]
        var rows = unit.hamlets.map { place in
            let hamlet = place.hamlet.isEmpty ? "(none)" : Shown.text(place.hamlet)
            return Self.row([Shown.text(place.commune), hamlet], place.counts)
        }
        if unit.hamlets.count > 1 { rows.append(Self.row(["TOTAL", ""], unit.totals)) }
        if !rows.isEmpty { add(cards: rows) }
        add(unit.posters)
        if let head = unit.logHead { lines += ["", "Register up to entry \(head.entry), code \(head.code)"] }
    }

    private static func row(_ names: [String], _ counts: OfficeReport.Counts) -> [String] {
        let figures = [counts.valid, counts.expired, counts.revoked, counts.reprints].map(String.init)
        return names + [counts.people.map(String.init) ?? "-"] + figures + [counts.coverage.map { "\($0) %" } ?? "-"]
    }

    private mutating func add(cards rows: [[String]]) {
        let head = ["COMMUNE", "HAMLET", "PEOPLE", "VALID", "EXPIRED", "REVOKED", "REPRINTS", "COVERAGE"]
        lines += table([head] + rows, left: 2)
    }

    private mutating func add(_ posters: [OfficeReport.Posters]) {
        guard !posters.isEmpty else { return }
        let rows = posters.map { posters in
            [posters.type.vietnamese] + [posters.valid, posters.expired, posters.revoked].map(String.init)
        }
        lines.append("")
        lines += table([["POSTERS", "VALID", "EXPIRED", "REVOKED"]] + rows, left: 1)
    }
}
