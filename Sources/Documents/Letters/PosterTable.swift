import Layout
package import Typesetting
import VietnameseText

/// The table of posters, a column for each type of venue.
package struct PosterTable {
    private let posters: [OfficeReport.Posters]
    private let density: ReportRows.Density

    private static let title = TextStyle.letter(10.5, .bold, .centre)

    package init(_ posters: [OfficeReport.Posters], _ density: ReportRows.Density) {
        (self.posters, self.density) = (posters, density)
    }

    package func draw(on sheet: inout LetterSheet) throws(TypesettingError) {
        let first = Length.mm(23)
        let titles = posters.map(\.type.vietnamese) + ["Cộng"]
        let sum = OfficeReport.PosterSums(posters)
        let widest = max(sum.valid, sum.expired, sum.revoked).vietnamese
        let figure =
            try sheet.typesetter.extent(
                of: widest, style: .letter(11, .bold), width: LetterColumn.body.width
            ).width + LetterGrid.padding * 2 + .mm(0.2)
        let widths = titles.map { max(figure, Self.width(of: $0, sheet)) }
        let spare = (LetterColumn.body.width - first - widths.reduce(.zero, +)) / Double(titles.count)
        let grid = LetterGrid(widths: [first] + widths.map { $0 + spare }, least: min(.mm(5.1), density.rowHeight))
        let heads = (["Loại hình"] + titles).map { LetterGrid.Cell(text: $0, style: Self.title) }
        try grid.draw(heads, extra: .mm(1), on: &sheet)
        let points = min(11, density.points)
        let rows: [(title: String, values: [Int], sum: Int)] = [
            ("Còn giá trị", posters.map(\.valid), sum.valid), ("Hết hạn", posters.map(\.expired), sum.expired),
            ("Thu hồi", posters.map(\.revoked), sum.revoked),
        ]
        // What is nought everywhere needs no row.
        for row in rows where row.sum > 0 || row.title == rows[0].title {
            let cells = [LetterGrid.Cell(text: row.title, style: .letter(points))]
            let values = row.values.map {
                LetterGrid.Cell(text: $0.vietnamese, style: .letter(points, .regular, .centre))
            }
            let last = LetterGrid.Cell(text: row.sum.vietnamese, style: .letter(points, .bold, .centre))
            try grid.draw(cells + values + [last], on: &sheet)
        }
    }

    /// The least width at which a title takes two lines.
    private static func width(of title: String, _ sheet: LetterSheet) -> Length {
        let limit = title.contains(" ") ? 2 : 1
        var width = Length.mm(9)
        while width < .mm(40) {
            width = width + .mm(0.5)
            let extent = try? sheet.typesetter.extent(
                of: title, style: Self.title, width: width - LetterGrid.padding * 2)
            if let extent, extent.height <= Self.title.size * (Self.title.lineHeight * Double(limit) + 0.01) { break }
        }
        return width
    }
}
