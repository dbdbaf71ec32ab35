/// What lies beneath the marks of a page, as far as it has been inked.
///
/// In black alone a fill becomes black or white by its luminance. The limit, 0.179, is where white and black letters
/// stand out from the fill alike (WCAG 2.1): a fill that carried white letters becomes black, one that carried black
/// letters white, and the letters stand out 21:1 from both. What would be seen no more gets a thin outline.
struct Backdrop {
    private let page: Size
    private var fills: [Fill] = []

    /// A filled box: in what colour it was meant, and in which it is inked.
    private typealias Fill = (box: Rectangle, original: Colour, colour: Colour)

    private static let outline = Length.mm(0.25)

    init(page: Size) { self.page = page }

    mutating func inBlack(_ marks: [Mark]) -> [Mark] { marks.flatMap { inBlack($0) } }

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
            line.colour = against(line.extent)
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
            (mark.stroke, mark.strokeWidth) = (colour, Self.outline)
            return [.box(mark)]
        }
        let middle = Self.outline / 2
        let (left, right) = (box.minX + middle, box.maxX - middle)
        let (top, bottom) = (box.minY + middle, box.maxY - middle)
        var lines: [Mark] = [.box(mark)]
        func line(_ x1: Length, _ y1: Length, _ x2: Length, _ y2: Length) {
            lines.append(.line(LineMark(x1, y1, x2, y2, width: Self.outline, colour: colour)))
        }
        if box.minX > trim.minX { line(left, box.minY, left, box.maxY) }
        if box.maxX < trim.maxX { line(right, box.minY, right, box.maxY) }
        if box.minY > trim.minY { line(box.minX, top, box.maxX, top) }
        if box.maxY < trim.maxY { line(box.minX, bottom, box.maxX, bottom) }
        return lines
    }

    /// Black or white, whichever shows over the middle of a box.
    private func against(_ box: Rectangle) -> Colour { (fill(under: box)?.colour ?? .white).opposite }

    private func fill(under box: Rectangle) -> Fill? {
        let point = Rectangle(origin: box.middle, size: .zero)
        return fills.last { $0.box.contains(point) }
    }
}

extension Colour {
    /// Black on white, else white.
    fileprivate var opposite: Colour { self == .black ? .white : .black }
}
