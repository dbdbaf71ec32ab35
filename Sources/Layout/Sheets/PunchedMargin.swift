/// A strip along an edge that two holes for a file are punched into (ISO 838: 6 mm wide, 80 mm apart, 12 mm from the edge).
public struct PunchedMargin: Sendable, Equatable {
    /// The edge that holes are along.
    public enum Side: String, CaseIterable, Sendable {
        /// The left edge.
        case left
        /// The right edge.
        case right
        /// The top edge.
        case top
        /// The bottom edge.
        case bottom
    }

    /// The edge.
    public var side: Side
    /// How wide the strip is that stays free.
    public var width: Length

    /// A strip of a width along an edge.
    public init(side: Side, width: Length = .mm(20)) {
        (self.side, self.width) = (side, width)
    }

    /// The least width: a hole's centre, its radius and 1 mm more.
    static let leastWidth = Length.mm(16)
    private static let distance = Length.mm(80)
    private static let depth = Length.mm(12)
    private static let diameter = Length.mm(6)

    /// What the strip leaves of a sheet.
    func room(in whole: Rectangle) -> Rectangle {
        var room = whole
        switch side {
        case .left, .right: room.size.width = room.size.width - width
        case .top, .bottom: room.size.height = room.size.height - width
        }
        if side == .left { room.origin.x = room.origin.x + width }
        if side == .top { room.origin.y = room.origin.y + width }
        return room
    }

    /// The holes' centres on a sheet.
    func centres(in whole: Rectangle) -> [Point] {
        let (middleX, middleY) = (
            whole.minX + whole.size.width / 2, whole.minY + whole.size.height / 2
        )
        return [Self.distance / -2, Self.distance / 2].map { offset in
            switch side {
            case .left: Point(x: whole.minX + Self.depth, y: middleY + offset)
            case .right: Point(x: whole.maxX - Self.depth, y: middleY + offset)
            case .top: Point(x: middleX + offset, y: whole.minY + Self.depth)
            case .bottom: Point(x: middleX + offset, y: whole.maxY - Self.depth)
            }
        }
    }

    /// The holes as thin circles with a cross in each.
    func guides(in whole: Rectangle) -> [Mark] {
        let colour = Colour.guide
        var marks: [Mark] = []
        for centre in centres(in: whole) {
            let radius = Self.diameter / 2
            let circle = Rectangle(
                origin: Point(x: centre.x - radius, y: centre.y - radius),
                size: Size(width: Self.diameter, height: Self.diameter))
            marks.append(.box(BoxMark(circle, corner: radius, stroke: colour, strokeWidth: .mm(0.15))))
            for (x, y) in [(Length.mm(1), Length.zero), (.zero, .mm(1))] {
                marks.append(
                    .line(
                        LineMark(
                            from: Point(x: centre.x - x, y: centre.y - y),
                            to: Point(x: centre.x + x, y: centre.y + y), width: .mm(0.15), colour: colour)))
            }
        }
        return marks
    }
}

extension Colour {
    /// The grey of hairlines that are cut through or punched out.
    static let guide = Colour(hex: "#8A8A8A") ?? .black
}
