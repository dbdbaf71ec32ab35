package import Layout
import Typesetting

/// Bars of coverage in a table's last column, one in each row, over a common scale.
package struct CoverageChart {
    // Dark enough for a copier, and lighter than the black of letters.
    private static let barColour = Colour(hex: "#595959") ?? .black
    private static let tickColour = Colour(hex: "#A6A6A6") ?? .black

    private static let thickest = Length.mm(3.8)

    /// The height that the scale's figures take.
    package static let scaleHeight = Length.mm(4.4)

    private let column: LetterColumn
    /// The end of the scale in tenths of a per cent; bars that reach farther end there, cut open.
    private let end: Int

    /// A chart in a column, for coverages up to the greatest of these.
    package init(in column: LetterColumn, greatest: OfficeReport.Coverage?) {
        let greatest = greatest?.tenths ?? 0
        self.column = LetterColumn(x: column.x + .mm(3), width: column.width - .mm(7))
        end = greatest <= 1000 ? 1000 : greatest <= 1500 ? 1500 : 2000
    }

    private func x(_ tenths: Int) -> Length { column.x + column.width * (Double(tenths) / Double(end)) }

    private var ticks: [Int] { Array(stride(from: 0, through: end, by: 500)) }

    /// Draws the scale's figures at the foot of a box.
    package func drawScale(in box: Rectangle, on sheet: inout LetterSheet) {
        for tick in ticks {
            let box = Rectangle(
                x: x(tick) - .mm(5), y: box.maxY - Self.scaleHeight, width: .mm(10), height: Self.scaleHeight)
            sheet.draw("\(tick / 10)", .letter(9, .regular, .centre, anchor: .middle), in: box)
        }
    }

    package func draw(_ coverage: OfficeReport.Coverage?, isSum: Bool, in row: Rectangle, on sheet: inout LetterSheet) {
        for tick in ticks {
            let isFull = tick == 1000 && end > 1000
            sheet.drawLine(
                from: Point(x: x(tick), y: row.minY), to: Point(x: x(tick), y: row.maxY),
                width: .mm(isFull ? 0.25 : 0.12), colour: isFull ? Self.barColour : Self.tickColour)
        }
        guard let coverage, coverage.tenths > 0 else { return }
        let height = min(row.size.height * 0.56, Self.thickest)
        let top = row.minY + (row.size.height - height) / 2
        func bar(from start: Length, to end: Length, _ colour: Colour) -> Mark {
            .box(
                BoxMark(
                    Rectangle(x: start, y: top, width: end - start, height: height),
                    fill: colour))
        }
        sheet.draw(bar(from: x(0), to: x(min(coverage.tenths, end)), isSum ? .black : Self.barColour))
        if coverage.tenths > end { sheet.draw(bar(from: x(end) - .mm(2.4), to: x(end) - .mm(1.6), .white)) }
    }
}
