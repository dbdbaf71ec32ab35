package import Layout
package import Typesetting

/// A table's cells while they are drawn, row by row, with lines around each.
package struct LetterGrid {
    package static let padding = Length.mm(1.2)
    private static let line = Length.mm(0.2)

    package let columns: [LetterColumn]
    package let least: Length

    /// Columns of these widths from the body's left edge.
    package init(widths: [Length], least: Length) {
        var x = LetterColumn.body.x
        columns = widths.map { width in
            defer { x = x + width }
            return LetterColumn(x: x, width: width)
        }
        self.least = least
    }

    package struct Cell {
        package var text: String
        package var style: TextStyle
    }

    /// Draws a row of cells, each centred from top to bottom, and gives the row's own box.
    ///
    /// `extra` is white above and below a text together, and `least` the row's least height in place of the table's.
    @discardableResult
    package func draw(
        _ cells: [Cell], extra: Length = .zero, least: Length? = nil, on sheet: inout LetterSheet
    ) throws(TypesettingError) -> Rectangle {
        var height = least ?? self.least
        for (cell, column) in zip(cells, columns) where !cell.text.isEmpty {
            let extent = try sheet.typesetter.extent(of: cell.text, style: cell.style, width: inner(column).width)
            height = max(height, extent.height + extra)
        }
        let box = Rectangle(
            x: LetterColumn.body.x, y: sheet.y, width: columns.reduce(.zero) { $0 + $1.width }, height: height)
        for (cell, column) in zip(cells, columns) where !cell.text.isEmpty {
            let inner = inner(column)
            var style = cell.style
            style.anchor = .middle
            let box = Rectangle(x: inner.x, y: box.minY, width: inner.width, height: height)
            sheet.draw(cell.text, style, in: box)
        }
        drawLines(around: box, on: &sheet)
        sheet.move(to: box.maxY)
        return box
    }

    private func inner(_ column: LetterColumn) -> LetterColumn {
        LetterColumn(x: column.x + Self.padding, width: column.width - Self.padding * 2)
    }

    private func drawLines(around box: Rectangle, on sheet: inout LetterSheet) {
        for y in [box.minY, box.maxY] {
            sheet.drawLine(from: Point(x: box.minX, y: y), to: Point(x: box.maxX, y: y), width: Self.line)
        }
        for x in columns.map(\.x) + [box.maxX] {
            sheet.drawLine(from: Point(x: x, y: box.minY), to: Point(x: x, y: box.maxY), width: Self.line)
        }
    }
}
