package import Layout
package import Typesetting

/// A letter's page while it fills, from top to bottom.
package struct LetterSheet {
    // Within what Nghị định 30/2020/NĐ-CP allows: 20 to 25 mm above and below, 30 to 35 left, 15 to 20 right.
    package static let body = Rectangle.mm(30, 20, 165, 257)

    package let typesetter: Typesetter
    package private(set) var marks: [Mark] = []
    /// Where the next thing stands.
    package private(set) var y = body.minY

    package init(_ typesetter: Typesetter) { self.typesetter = typesetter }

    package var isOverfull: Bool { y > Self.body.maxY + .mm(0.01) }

    package mutating func skip(_ length: Length) { y = y + length }

    /// Goes back to an earlier height, or on to a later one.
    package mutating func move(to height: Length) { y = height }

    package mutating func draw(_ mark: Mark) { marks.append(mark) }

    /// Adds lines of text within a column, the whole body where none is given, and goes on below them.
    package mutating func add(
        _ text: String, _ style: TextStyle, in column: LetterColumn = .body
    ) throws(TypesettingError) {
        let height = try typesetter.extent(of: text, style: style, width: column.width).height
        draw(
            text, style,
            in: Rectangle(x: column.x, y: y, width: column.width, height: height))
        skip(height)
    }

    /// Adds a paragraph of the letter's body.
    package mutating func addParagraph(_ text: String) throws(TypesettingError) {
        skip(.pt(3))
        try add(text, .body)
        skip(.pt(3))
    }

    package mutating func draw(_ text: String, _ style: TextStyle, in box: Rectangle) {
        var style = style
        style.fit += [.wrap(lines: 40)]
        marks.append(.text(TextMark(text, style: style, box: box)))
    }

    /// Draws a line under centred text that was just added, so long a part of the text's own width.
    package mutating func rule(
        under text: String, _ style: TextStyle, part: Double, in column: LetterColumn = .body
    ) throws(TypesettingError) {
        let width = try typesetter.extent(of: text, style: style, width: column.width).width * part
        let left = column.x + (column.width - width) / 2
        skip(.mm(0.6))
        drawLine(from: Point(x: left, y: y), to: Point(x: left + width, y: y), width: .mm(0.25))
    }

    package mutating func drawLine(from start: Point, to end: Point, width: Length, colour: Colour = .black) {
        draw(.line(LineMark(from: start, to: end, width: width, colour: colour)))
    }
}

package struct LetterColumn {
    package var x, width: Length

    package static let body = LetterColumn(x: LetterSheet.body.minX, width: LetterSheet.body.size.width)
}

extension TextStyle {
    /// Liberation Serif, whose letters are as wide as those of Times New Roman, in points.
    package static func letter(
        _ points: Double, _ weight: Weight = .regular, _ alignment: Alignment = .left, slant: Slant = .upright,
        isUppercase: Bool = false, anchor: Anchor = .top
    ) -> TextStyle {
        TextStyle(
            font: Font(family: "Liberation Serif", weight: weight, slant: slant), size: .pt(points),
            isUppercase: isUppercase, alignment: alignment, anchor: anchor)
    }

    /// The letter's own sentences.
    package static let body: TextStyle = {
        var style = letter(13, .regular, .justified)
        style.indent = .mm(10)
        return style
    }()
}
