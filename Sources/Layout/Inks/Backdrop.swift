/// What lies beneath the marks of a page, as far as it has been inked.
///
/// In black alone a fill becomes black or white by its luminance. The limit, 0.179, is where white and black letters
/// stand out from the fill alike (WCAG 2.1): a fill that carried white letters becomes black, one that carried black
/// letters white, and the letters stand out 21:1 from both. What would be seen no more gets a thin outline.
struct Backdrop {
    private let page: Size
    private var fills: [(box: Rectangle, original: Colour, colour: Colour)] = []

    private static let outline = Length.mm(0.25)

    /// The bare paper of a page.
    init(page: Size) { self.page = page }

    /// Marks that are drawn over everything before them.
    mutating func inBlack(_ marks: [Mark]) -> [Mark] { marks.flatMap { inBlack($0) } }

    /// A text's style over what has been drawn.
    func inBlack(_ style: TextStyle, in box: Rectangle) -> TextStyle {
        var style = style
        style.colour = against(box)
        return style
    }

    private mutating func inBlack(_ mark: Mark) -> [Mark] {
        switch mark {
        case .text(var text):
            text.style = inBlack(text.style, in: text.box)
            return [.text(text)]
        case .code: return [mark]
        case .portrait(var portrait):
            portrait.ink = .black
            return [.portrait(portrait)]
        case .line(var line):
            let left = min(line.start.x, line.end.x)
            let top = min(line.start.y, line.end.y)
            let size = Size(
                width: max(line.start.x, line.end.x) - left, height: max(line.start.y, line.end.y) - top)
            line.colour = against(Rectangle(origin: Point(x: left, y: top), size: size))
            return [.line(line)]
        case .box(let box): return inBlack(box)
        case .picture(var picture):
            if picture.colour != nil {
                // Of one colour, it is drawn as letters are; as a backdrop of letters it would be as black as they.
                guard !picture.isBackdrop else { return [] }
                picture.colour = against(picture.box)
            } else {
                picture.ink = .black
            }
            return [.picture(picture)]
        }
    }

    private mutating func inBlack(_ mark: BoxMark) -> [Mark] {
        let below = fill(under: mark.box)
        let paper = below?.colour ?? .white
        var mark = mark
        guard let original = mark.fill else {
            if mark.stroke != nil { mark.stroke = paper.opposite }
            return [.box(mark)]
        }
        let colour = original.isDark ? Colour.black : .white
        mark.fill = colour
        fills.append((mark.box, original, colour))
        if let stroke = mark.stroke {
            // An outline shows against the inside, or else against what lies around it.
            mark.stroke = stroke.isDark == original.isDark ? paper.opposite : colour.opposite
            return [.box(mark)]
        }
        // A fill that was to be seen, but is now as what lies below it.
        guard colour == paper, original != below?.original ?? .white else { return [.box(mark)] }
        return outlined(mark, colour.opposite)
    }

    /// The box with an outline along those of its edges that are no cut.
    private func outlined(_ mark: BoxMark, _ colour: Colour) -> [Mark] {
        let box = mark.box
        let trim = Rectangle(origin: .zero, size: page).inset(by: .mm(0.05))
        guard !trim.contains(box) else {
            var mark = mark
            mark.stroke = colour
            mark.strokeWidth = Self.outline
            return [.box(mark)]
        }
        let middle = Self.outline / 2
        let (left, right) = (box.minX + middle, box.maxX - middle)
        let (top, bottom) = (box.minY + middle, box.maxY - middle)
        var lines: [Mark] = [.box(mark)]
        func line(_ x1: Length, _ y1: Length, _ x2: Length, _ y2: Length) {
            let (start, end) = (Point(x: x1, y: y1), Point(x: x2, y: y2))
            lines.append(.line(LineMark(from: start, to: end, width: Self.outline, colour: colour)))
        }
        if box.minX > trim.minX { line(left, box.minY, left, box.maxY) }
        if box.maxX < trim.maxX { line(right, box.minY, right, box.maxY) }
        if box.minY > trim.minY { line(box.minX, top, box.maxX, top) }
        if box.maxY < trim.maxY { line(box.minX, bottom, box.maxX, bottom) }
        return lines
    }

    /// Black or white, whichever shows over the middle of a box.
    private func against(_ box: Rectangle) -> Colour { (fill(under: box)?.colour ?? .white).opposite }

    private func fill(under box: Rectangle) -> (box: Rectangle, original: Colour, colour: Colour)? {
        let middle = Point(x: box.minX + box.size.width / 2, y: box.minY + box.size.height / 2)
        let point = Rectangle(origin: middle, size: Size(width: .zero, height: .zero))
        return fills.last { $0.box.contains(point) }
    }
}

extension Colour {
    /// Black on white, else white.
    fileprivate var opposite: Colour { self == .black ? .white : .black }
}
