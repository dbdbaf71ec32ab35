package import Layout
import VietnameseText

/// The rows of a letter's table: every hamlet, or communes where those are too many, or the ones that lag most.
package struct ReportRows {
    package struct Row {
        package enum Kind {
            /// Counted, and numbered.
            case counted
            /// A commune over its hamlets, the sum of them.
            case heading
            /// What has no row of its own.
            case rest
        }
        package var kind: Kind
        package var label: String
        package var counts: OfficeReport.Counts
        /// Whether the roster names it.
        package var isNamed = true
    }

    /// How close together the rows stand.
    package enum Density: CaseIterable {
        case roomy, usual, tight

        package var rowHeight: Length {
            switch self {
            case .roomy: .mm(7)
            case .usual: .mm(5.8)
            case .tight: .mm(4.6)
            }
        }

        /// The type size of the rows, in points.
        package var points: Double { self == .tight ? 10 : 12 }

        /// The white between the letter's parts.
        package var gap: Length { self == .tight ? .mm(2) : .mm(4) }
    }

    /// What one row stands for.
    package enum Level {
        case hamlet, commune

        /// The word over the column, and for what is left out.
        package var word: String {
            switch self {
            case .hamlet: "thôn"
            case .commune: "đơn vị"
            }
        }
    }

    package let level: Level
    package var density = Density.roomy
    package private(set) var rows: [Row]
    /// Hamlets or communes without a row of their own.
    package private(set) var leftOut = 0
    package let totals: OfficeReport.Counts

    package var counted: [Row] { rows.filter { $0.kind == .counted } }
    /// Whether any row has people, without whom there is no coverage.
    package var hasPeople: Bool { rows.contains { $0.counts.people != nil } }

    // More rows than a page has room for at the tightest.
    private static let most = 40

    /// What may be shown, from the fullest to the briefest.
    package static func candidates(for report: OfficeReport) -> [ReportRows] {
        let communes = communes(of: report)
        let all = ReportRows(
            level: .hamlet, rows: communes.flatMap { $0.rows(isAlone: communes.count == 1) }, totals: report.totals)
        let sums = ReportRows(level: .commune, rows: communes.map(\.sum), totals: report.totals)
        let full = communes.count > 1 ? [all, sums] : [all]
        var candidates = full.filter { $0.rows.count <= most }.flatMap { rows in
            Density.allCases.map { density in
                var rows = rows
                rows.density = density
                return rows
            }
        }
        let last = full[full.count - 1]
        for count in stride(from: min(last.rows.count - 1, most), through: 1, by: -1) {
            candidates.append(last.lowest(count))
        }
        return candidates
    }

    /// The rows with the lowest coverage, those without any known last, and a row for the rest.
    private func lowest(_ count: Int) -> ReportRows {
        let order = rows.indices.sorted { a, b in
            let (one, other) = (rows[a].counts.coverage, rows[b].counts.coverage)
            if let one, let other, one != other { return one < other }
            if (one == nil) != (other == nil) { return one != nil }
            return a < b
        }
        var brief = self
        brief.density = .tight
        brief.leftOut = rows.count - count
        let rest = OfficeReport.Counts.sum(of: order[count...].map { rows[$0].counts })
        let label = "Và \(brief.leftOut.vietnamese) \(level.word) khác"
        brief.rows = order[..<count].map { rows[$0] } + [Row(kind: .rest, label: label, counts: rest)]
        return brief
    }

    /// A commune, or an office whose roster names no commune.
    private struct Commune {
        var label: String
        var hamlets: [OfficeReport.Hamlet]

        var sum: Row { Row(kind: .counted, label: label, counts: .sum(of: hamlets.map(\.counts))) }

        func rows(isAlone: Bool) -> [Row] {
            let rows = hamlets.map {
                let label = $0.hamlet.isEmpty ? "(không ghi thôn)" : $0.hamlet
                return Row(kind: .counted, label: label, counts: $0.counts, isNamed: !$0.hamlet.isEmpty)
            }
            return isAlone ? rows : [Row(kind: .heading, label: label, counts: sum.counts)] + rows
        }
    }

    private static func communes(of report: OfficeReport) -> [Commune] {
        var communes: [Commune] = []
        for unit in report.units {
            let names = Set(unit.hamlets.map(\.commune).filter { !$0.isEmpty })
            var last: String?
            for hamlet in unit.hamlets {
                // What names no commune belongs to the office's only one.
                let name = hamlet.commune.isEmpty && names.count == 1 ? names.first ?? "" : hamlet.commune
                if name != last {
                    last = name
                    communes.append(Commune(label: name.isEmpty ? unit.name : name, hamlets: []))
                }
                communes[communes.count - 1].hamlets.append(hamlet)
            }
        }
        return communes
    }
}
