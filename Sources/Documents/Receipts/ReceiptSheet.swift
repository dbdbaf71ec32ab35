package import Layout
import Office
import Payload
package import Typesetting
import VietnameseText

/// Sets a list to sign as pages: it is measured and broken into pages first, so that each can say how many there are.
package struct ReceiptSheet {
    private static let body = LetterSheet.body
    private static let padding = Length.mm(1.4)
    private static let least = Length.mm(9)
    private static let headHeight = Length.mm(8)
    private static let footRoom = Length.mm(52)
    private static let hairline = Length.mm(0.15)

    private let list: ReceiptList
    private let typesetter: Typesetter
    private let columns: [Column]
    /// The table's rows page by page.
    private let tables: [[Block]]
    /// The first page's height above the table.
    private let heading: LetterSheet
    private let hasFootOfItsOwn: Bool

    package var pages: Int { tables.count + (hasFootOfItsOwn ? 1 : 0) }

    private struct Column {
        var title: String
        var x, width: Length
        var alignment: TextStyle.Alignment = .left
        var inner: Length { width - ReceiptSheet.padding * 2 }
    }

    /// A household's rows, or those of them that are on one page.
    private struct Block {
        var rows: Range<Int>
        var heights: [Length]
        var height: Length { heights.reduce(.zero, +) }

        func first(_ count: Int) -> Self {
            Self(rows: rows.lowerBound..<rows.lowerBound + count, heights: Array(heights.prefix(count)))
        }

        func dropping(_ count: Int) -> Self {
            Self(rows: rows.lowerBound + count..<rows.upperBound, heights: Array(heights.dropFirst(count)))
        }
    }

    /// Measures a list.
    ///
    /// Throws `TypesettingError.missingFont` where the letters' font is not there.
    package init(_ list: ReceiptList, typesetter: Typesetter) throws(TypesettingError) {
        (self.list, self.typesetter) = (list, typesetter)
        columns = Self.columns(list.kind)
        var heading = LetterSheet(typesetter)
        try Self.compose(list, on: &heading)
        self.heading = heading
        let first = heading.y + Self.headHeight
        let others = Self.body.minY + Self.headHeight
        var blocks: [Block] = []
        for household in list.households {
            var heights: [Length] = []
            for index in household.indices {
                heights.append(try Self.height(of: list.rows[index], list, columns, typesetter))
            }
            blocks.append(Block(rows: household.startIndex..<household.endIndex, heights: heights))
        }
        var tables: [[Block]] = []
        var page: [Block] = []
        var y = first
        func turn() {
            tables.append(page)
            page = []
            y = others
        }
        for block in blocks {
            if y + block.height > Self.body.maxY, !page.isEmpty, others + block.height <= Self.body.maxY { turn() }
            var rest = block
            // A household that no page can hold is broken.
            while y + rest.height > Self.body.maxY {
                var count = 0
                var height = Length.zero
                while count < rest.heights.count, y + height + rest.heights[count] <= Self.body.maxY {
                    height = height + rest.heights[count]
                    count += 1
                }
                if count == 0, page.isEmpty { break }
                if count > 0 { page.append(rest.first(count)) }
                rest = rest.dropping(count)
                turn()
            }
            page.append(rest)
            y = y + rest.height
        }
        if !page.isEmpty { tables.append(page) }
        self.tables = tables
        hasFootOfItsOwn = y + Self.footRoom > Self.body.maxY + .mm(4)
    }

    /// A page, from 1, as marks.
    package func page(_ number: Int) throws(TypesettingError) -> Page {
        var sheet = number == 1 ? heading : LetterSheet(typesetter)
        if number <= tables.count {
            drawHead(on: &sheet)
            for block in tables[number - 1] { try draw(block, on: &sheet) }
        }
        if number == pages { try drawFoot(on: &sheet) }
        sheet.draw(
            "Trang \(number)/\(pages)", .letter(10, .regular, .right),
            in: Rectangle(x: Self.body.minX, y: .mm(281), width: Self.body.size.width, height: .mm(5)))
        sheet.draw(
            [list.localityName, "đợt in số \(list.run)"].filter { !$0.isEmpty }.joined(separator: " – ").letters(
                typesetter),
            .letter(10),
            in: Rectangle(x: Self.body.minX, y: .mm(281), width: Self.body.size.width - .mm(30), height: .mm(5)))
        return Page(size: .a4, marks: sheet.marks)
    }

    // MARK: The heading

    private static func compose(_ list: ReceiptList, on sheet: inout LetterSheet) throws(TypesettingError) {
        let left = LetterColumn(x: body.minX, width: .mm(75))
        let right = LetterColumn(x: body.minX + .mm(77), width: body.size.width - .mm(77))
        let top = sheet.y
        let typesetter = sheet.typesetter
        let parent = list.office.parent.letters(typesetter)
        let name = list.office.name.letters(typesetter)
        if !parent.isEmpty { try sheet.add(parent, .letter(11, .regular, .centre, isUppercase: true), in: left) }
        let bold = TextStyle.letter(11, .bold, .centre, isUppercase: true)
        try sheet.add(name, bold, in: left)
        try sheet.rule(under: name, bold, part: 0.4, in: left)
        let bottom = sheet.y
        sheet.move(to: top)
        let motto = "Độc lập - Tự do - Hạnh phúc"
        try sheet.add("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", .letter(10.5, .bold, .centre), in: right)
        try sheet.add(motto, .letter(11.5, .bold, .centre), in: right)
        try sheet.rule(under: motto, .letter(11.5, .bold, .centre), part: 1, in: right)
        sheet.move(to: max(bottom, sheet.y))
        sheet.skip(.mm(7))
        try sheet.add(
            list.kind == .card ? "DANH SÁCH KÝ NHẬN THẺ" : "DANH SÁCH KÝ NHẬN ÁP PHÍCH", .letter(15, .bold, .centre))
        let locality = list.localityName.letters(typesetter)
        if !locality.isEmpty { try sheet.add(locality, .letter(13, .bold, .centre)) }
        let day = list.clock.vietnamDay.inWords
        try sheet.add("Đợt in số \(list.run), \(day) – \(list.counted)", .letter(12, .regular, .centre, slant: .italic))
        sheet.skip(.mm(4))
    }

    // MARK: The table

    private static func columns(_ kind: ClaimsKind) -> [Column] {
        let widths: [(String, Double, TextStyle.Alignment)] =
            kind == .card
            ? [
                ("TT", 10, .centre), ("Hộ", 19, .left), ("Họ và tên", 41, .left), ("Năm sinh", 18, .centre),
                ("Số thẻ", 36, .centre), ("Ký nhận", 26, .left), ("Ghi chú", 15, .left),
            ]
            : [
                ("TT", 10, .centre), ("Địa chỉ", 36, .left), ("Tên cơ sở", 39, .left), ("Số áp phích", 40, .centre),
                ("Ký nhận", 25, .left), ("Ghi chú", 15, .left),
            ]
        var x = body.minX
        return widths.map { title, width, alignment in
            defer { x = x + .mm(width) }
            return Column(title: title, x: x, width: .mm(width), alignment: alignment)
        }
    }

    private func drawHead(on sheet: inout LetterSheet) {
        let box = Rectangle(x: Self.body.minX, y: sheet.y, width: Self.body.size.width, height: Self.headHeight)
        sheet.draw(.box(BoxMark(box, fill: Colour(hex: "#EDEDED"))))
        for column in columns {
            sheet.draw(
                column.title, .letter(11, .bold, .centre, anchor: .middle),
                in: Rectangle(x: column.x, y: box.minY, width: column.width, height: Self.headHeight))
        }
        Self.rule(box.minY, from: box.minX, to: box.maxX, on: &sheet)
        drawColumns(from: box.minY, to: box.maxY, on: &sheet)
        sheet.move(to: box.maxY)
        Self.rule(box.maxY, from: box.minX, to: box.maxX, on: &sheet)
    }

    private func draw(_ block: Block, on sheet: inout LetterSheet) throws(TypesettingError) {
        let top = sheet.y
        for (index, height) in zip(block.rows, block.heights) {
            let row = list.rows[index]
            for (number, text) in Self.cells(row, list, number: index + 1).enumerated() where !text.isEmpty {
                // A household is named once, in the middle of its rows.
                guard number != 1 || list.kind == .venue else { continue }
                try draw(text, in: columns[number], from: sheet.y, height: height, on: &sheet)
            }
            sheet.skip(height)
            let isLast = index == block.rows.upperBound - 1
            let merged = list.kind == .card && !isLast ? columns[1] : nil
            if let merged {
                Self.rule(sheet.y, from: Self.body.minX, to: merged.x, on: &sheet)
                Self.rule(sheet.y, from: merged.x + merged.width, to: Self.body.maxX, on: &sheet)
            } else {
                Self.rule(sheet.y, from: Self.body.minX, to: Self.body.maxX, on: &sheet)
            }
        }
        if list.kind == .card, let household = block.rows.first.map({ list.rows[$0].household }), !household.isEmpty {
            try draw(household, in: columns[1], from: top, height: block.height, isBold: true, on: &sheet)
        }
        drawColumns(from: top, to: sheet.y, on: &sheet)
    }

    private func draw(
        _ text: String, in column: Column, from y: Length, height: Length, isBold: Bool = false,
        on sheet: inout LetterSheet
    ) throws(TypesettingError) {
        let weight = isBold ? TextStyle.Weight.bold : .regular
        let fitted = try FittedText(text, width: column.inner, weight: weight, typesetter)
        let style = TextStyle.letter(fitted.points, weight, column.alignment, anchor: .middle)
        sheet.draw(
            fitted.text, style,
            in: Rectangle(x: column.x + Self.padding, y: y, width: column.inner, height: height))
    }

    private static func cells(_ row: ReceiptList.Row, _ list: ReceiptList, number: Int) -> [String] {
        list.kind == .card
            ? ["\(number)", row.household, row.name, row.birthYear, row.serial.description]
            : ["\(number)", row.address, row.name, row.serial.description]
    }

    private static func height(
        of row: ReceiptList.Row, _ list: ReceiptList, _ columns: [Column], _ typesetter: Typesetter
    ) throws(TypesettingError) -> Length {
        var height = least
        for (text, column) in zip(cells(row, list, number: 1), columns) where !text.isEmpty {
            height = max(height, try FittedText(text, width: column.inner, typesetter).height + .mm(1.5))
        }
        return height
    }

    private func drawColumns(from top: Length, to bottom: Length, on sheet: inout LetterSheet) {
        for x in columns.map(\.x) + [Self.body.maxX] {
            sheet.drawLine(from: Point(x: x, y: top), to: Point(x: x, y: bottom), width: Self.hairline)
        }
    }

    private static func rule(_ y: Length, from left: Length, to right: Length, on sheet: inout LetterSheet) {
        sheet.drawLine(from: Point(x: left, y: y), to: Point(x: right, y: y), width: hairline)
    }

    // MARK: The foot

    private func drawFoot(on sheet: inout LetterSheet) throws(TypesettingError) {
        let what = list.kind == .card ? "thẻ" : "áp phích"
        sheet.skip(.mm(3))
        try sheet.add("Tổng cộng: \(list.counted).", .letter(12, .bold))
        try sheet.add("Đã phát: ………… \(what). Chưa phát: ………… \(what), lý do ghi ở cột Ghi chú.", .letter(12))
        sheet.skip(.mm(3))
        let half = Self.body.size.width / 2
        let left = LetterColumn(x: Self.body.minX, width: half)
        let right = LetterColumn(x: Self.body.minX + half, width: half)
        try sheet.add("Ngày …… tháng …… năm ………", .letter(12, .regular, .centre, slant: .italic), in: right)
        let top = sheet.y
        for (column, title) in [(left, "NGƯỜI PHÁT"), (right, "TRƯỞNG THÔN (TỔ TRƯỞNG)")] {
            sheet.move(to: top)
            try sheet.add(title, .letter(12, .bold, .centre), in: column)
            try sheet.add("(Ký, ghi rõ họ tên)", .letter(11, .regular, .centre, slant: .italic), in: column)
        }
    }
}

extension ReceiptList {
    /// `395 thẻ, 62 hộ`.
    package var counted: String {
        guard kind == .card else { return "\(rows.count.vietnamese) áp phích" }
        let households = households.count { $0.first?.household.isEmpty == false }
        return "\(rows.count.vietnamese) thẻ" + (households > 0 ? ", \(households.vietnamese) hộ" : "")
    }
}

/// A cell's text at the largest size at which its words fit a width; what nothing fits is cut with an ellipsis.
private struct FittedText {
    private static let sizes = [11, 10.5, 10, 9, 8, 7]

    let text: String
    let points: Double
    let height: Length

    init(
        _ given: String, width: Length, weight: TextStyle.Weight = .regular, _ typesetter: Typesetter
    ) throws(TypesettingError) {
        var text = given.letters(typesetter)
        while true {
            for points in Self.sizes {
                let style = TextStyle.letter(points, weight)
                do {
                    height = try typesetter.extent(of: text, style: style, width: width).height
                } catch {
                    guard case .doesNotFit = error else { throw error }
                    continue
                }
                (self.text, self.points) = (text, points)
                return
            }
            text = String(text.dropLast(text.hasSuffix("…") ? 2 : 1)) + "…"
        }
    }
}

extension String {
    /// The text with a question mark in place of each letter that the letters' font lacks: cards may have other fonts.
    fileprivate func letters(_ typesetter: Typesetter) -> String {
        var text = self
        for _ in 0..<64 {
            do {
                _ = try typesetter.extent(of: text, style: .letter(11, .bold), width: .mm(100_000))
                return text
            } catch {
                guard case .missingLetter(let letter, _, _, _) = error else { return text }
                text = String(text.map { $0 == letter ? "?" : $0 })
            }
        }
        return "?"
    }
}
