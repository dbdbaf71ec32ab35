extension SheetLayout {
    // White between a tick and the trim or its bleed.
    private static let gap = Length.mm(1.5)
    private static let longest = Length.mm(9)
    private static let thickness = Length.mm(0.1)

    /// What shows on a side where to cut and to punch.
    public func guides(_ side: SheetSide = .front) -> [Mark] {
        let lines =
            switch cut {
            case .none: [LineMark]()
            case .marks: ticks(side)
            case .guides: hairlines(side)
            }
        var marks = lines.map(Mark.line)
        guard profile.capacity == 1 else { return marks }
        let inner = Rectangle(origin: .zero, size: profile.paper).inset(by: profile.lamination)
        // The line along which a poster is cut before film closes around it.
        if profile.lamination > .zero { marks.append(.box(BoxMark(inner, stroke: .guide, strokeWidth: .mm(0.15)))) }
        if side == .front, let punched = profile.punched { marks += punched.guides(in: inner) }
        return marks
    }

    /// The ticks in the margins, clear of the bleed and of the edge that stays white.
    public func ticks(_ side: SheetSide = .front) -> [LineMark] {
        guard profile.capacity > 1 else { return [] }
        let (block, edges) = (block(side), unprinted(side))
        let gap = max(Self.gap, profile.bleed + .mm(0.5))
        let (paper, longest) = (profile.paper, Self.longest)
        func tick(_ x1: Length, _ y1: Length, _ x2: Length, _ y2: Length) -> LineMark {
            LineMark(x1, y1, x2, y2, width: Self.thickness, colour: .black)
        }
        let vertical = cuts(side).x.flatMap { x in
            [tick(x, edges.top, x, block.minY - gap), tick(x, block.maxY + gap, x, paper.height - edges.bottom)]
        }
        let horizontal = cuts(side).y.flatMap { y in
            [
                tick(block.minX - min(block.minX - edges.left, longest), y, block.minX - gap, y),
                tick(block.maxX + gap, y, block.maxX + min(paper.width - block.maxX - edges.right, longest), y),
            ]
        }
        // A machine may leave so much white that there is no room for a tick.
        return (vertical + horizontal).filter { $0.start.x <= $0.end.x && $0.start.y <= $0.end.y }
    }

    /// Hairlines along every cut, as long as the sheet can be printed.
    private func hairlines(_ side: SheetSide) -> [LineMark] {
        let inner = unprinted(side).inner(profile.paper)
        let cuts = cuts(side)
        return cuts.x.map { LineMark($0, inner.minY, $0, inner.maxY, width: Self.thickness, colour: .guide) }
            + cuts.y.map { LineMark(inner.minX, $0, inner.maxX, $0, width: Self.thickness, colour: .guide) }
    }

    private func block(_ side: SheetSide) -> Rectangle {
        side == .front ? profile.block : profile.behind(profile.block, flip: duplex)
    }

    /// Where a side is cut, from left to right and from top to bottom; touching cells share a cut.
    private func cuts(_ side: SheetSide) -> (x: [Length], y: [Length]) {
        let block = block(side)
        func cuts(_ start: Length, _ count: Int, _ cell: Length, _ gutter: Length) -> [Length] {
            (0..<count).flatMap { index in
                let first = start + (cell + gutter) * Double(index)
                let isShared = gutter <= .mm(0.01) && index < count - 1
                return isShared ? [first] : [first, first + cell]
            }
        }
        return (
            cuts(block.minX, profile.columns, profile.cell.width, profile.gutter.width),
            cuts(block.minY, profile.rows, profile.cell.height, profile.gutter.height)
        )
    }

    /// The box for a line of small type outside of the trim, clear of cut marks; nil where there is no room for it.
    public func footer(_ side: SheetSide = .front, height: Length) -> Rectangle? {
        guard profile.capacity > 1 else { return nil }
        let (block, edges) = (block(side), unprinted(side))
        let gap = profile.bleed + .mm(1)
        let foot = (block.maxY + gap, profile.paper.height - edges.bottom)
        let head = (edges.top, block.minY - gap)
        guard let (top, bottom) = [foot, head].first(where: { $0.1 - $0.0 >= height }) else { return nil }
        // Between the first two cuts; hairlines run through the margin too.
        let x = max(block.minX, edges.left) + .mm(1.5)
        let width = min(block.minX + profile.cell.width, profile.paper.width - edges.right) - .mm(1.5) - x
        guard width >= .mm(30) else { return nil }
        return Rectangle(x: x, y: top + (bottom - top - height) / 2, width: width, height: height)
    }
}

extension SheetProfile {
    /// The ticks in the margins of a front that show where to cut.
    public var cutMarks: [LineMark] { cut == .marks ? SheetLayout(self).ticks() : [] }
}
