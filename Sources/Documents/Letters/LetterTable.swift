import Layout
package import Typesetting
import VietnameseText

/// The table of hamlets, with a bar of its coverage in every row.
package struct LetterTable {
    private struct Column {
        var title: String
        var least: Length?
        var value: (ReportRows.Row) -> String
    }

    private static let chartTitle = "Biểu đồ tỷ lệ (%)"

    private let rows: ReportRows
    private let columns: [Column]
    private let grid: LetterGrid
    private let chart: CoverageChart?
    private let points: Double

    package init(_ rows: ReportRows, on sheet: LetterSheet) throws(TypesettingError) {
        self.rows = rows
        points = rows.density.points
        columns = Self.columns(rows)
        var widths: [Length] = [.mm(8), .zero]
        for column in columns { widths.append(try Self.width(of: column, rows, points, sheet)) }
        let rest = LetterColumn.body.width - widths.reduce(.zero, +)
        if rows.hasPeople {
            let name = try Self.nameWidth(rows, points, sheet)
            widths[1] = min(max(name, .mm(26)), rest - .mm(28))
            widths.append(rest - widths[1])
        } else {
            widths[1] = rest
        }
        grid = LetterGrid(widths: widths, least: rows.density.rowHeight)
        let greatest = rows.rows.compactMap(\.counts.coverage).max()
        chart = rows.hasPeople ? grid.columns.last.map { CoverageChart(in: $0, greatest: greatest) } : nil
    }

    package func draw(on sheet: inout LetterSheet) throws(TypesettingError) {
        let title = TextStyle.letter(11, .bold, .centre)
        let first = rows.level == .hamlet ? "Thôn" : "Xã, đơn vị"
        var titles = (["TT", first] + columns.map(\.title)).map { LetterGrid.Cell(text: $0, style: title) }
        let top = sheet.y
        if let chart, let column = grid.columns.last {
            // The scale stands at the head's foot, its title above it.
            titles.append(LetterGrid.Cell(text: "", style: title))
            let inner = column.width - LetterGrid.padding * 2
            let own = try sheet.typesetter.extent(of: Self.chartTitle, style: title, width: inner).height
            let least = own + CoverageChart.scaleHeight + .mm(1)
            let head = try grid.draw(titles, extra: .mm(1.5), least: least, on: &sheet)
            let box = Rectangle(
                x: column.x + LetterGrid.padding, y: top, width: inner,
                height: head.size.height - CoverageChart.scaleHeight)
            sheet.draw(Self.chartTitle, .letter(11, .bold, .centre, anchor: .middle), in: box)
            chart.drawScale(in: head, on: &sheet)
        } else {
            try grid.draw(titles, extra: .mm(1.5), on: &sheet)
        }
        var number = 0
        for row in rows.rows {
            if row.kind == .counted { number += 1 }
            try draw(row, number: row.kind == .counted ? "\(number)" : "", isSum: row.kind == .heading, on: &sheet)
        }
        let sum = ReportRows.Row(kind: .heading, label: "Tổng cộng", counts: rows.totals)
        try draw(sum, number: "", isSum: true, on: &sheet)
    }

    private func draw(
        _ row: ReportRows.Row, number: String, isSum: Bool, on sheet: inout LetterSheet
    ) throws(TypesettingError) {
        let weight = isSum ? TextStyle.Weight.bold : .regular
        var cells = [
            LetterGrid.Cell(text: number, style: .letter(points, weight, .centre)),
            LetterGrid.Cell(text: row.label, style: .letter(points, weight)),
        ]
        for column in columns {
            cells.append(LetterGrid.Cell(text: column.value(row), style: .letter(points, weight, .right)))
        }
        let box = try grid.draw(cells, on: &sheet)
        chart?.draw(row.counts.coverage, isSum: isSum, in: box, on: &sheet)
    }

    // MARK: Columns

    private static func columns(_ rows: ReportRows) -> [Column] {
        let unknown = "–"
        var columns = [
            Column(title: "Thẻ còn giá trị", least: rows.hasPeople ? .mm(17) : nil) { $0.counts.valid.vietnamese },
            Column(title: "Hết hạn") { $0.counts.expired.vietnamese },
            Column(title: "Thu hồi") { $0.counts.revoked.vietnamese },
            Column(title: "In lại") { $0.counts.reprints.vietnamese },
        ]
        guard rows.hasPeople else { return columns }
        columns.insert(Column(title: "Số người") { $0.counts.people?.vietnamese ?? unknown }, at: 0)
        columns.append(Column(title: "Tỷ lệ") { $0.counts.coverage?.vietnamese ?? unknown })
        return columns
    }

    /// Wide enough for the widest figure, and for a title of short words.
    private static func width(
        of column: Column, _ rows: ReportRows, _ points: Double, _ sheet: LetterSheet
    ) throws(TypesettingError) -> Length {
        var width = column.least ?? .mm(rows.hasPeople ? 13 : 24)
        let all = rows.rows + [ReportRows.Row(kind: .heading, label: "", counts: rows.totals)]
        for row in all {
            let extent = try sheet.typesetter.extent(
                of: column.value(row), style: .letter(points, .bold), width: LetterColumn.body.width)
            width = max(width, extent.width + LetterGrid.padding * 2 + .mm(0.2))
        }
        return width
    }

    private static func nameWidth(
        _ rows: ReportRows, _ points: Double, _ sheet: LetterSheet
    ) throws(TypesettingError) -> Length {
        var width = Length.zero
        for row in rows.rows {
            let style = TextStyle.letter(points, row.kind == .heading ? .bold : .regular)
            let extent = try sheet.typesetter.extent(of: row.label, style: style, width: .mm(2000))
            width = max(width, extent.width + LetterGrid.padding * 2 + .mm(0.2))
        }
        return width
    }
}
