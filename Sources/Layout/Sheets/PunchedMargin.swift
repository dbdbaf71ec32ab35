/// A strip along an edge that two holes for a file are punched into (ISO 838: 6 mm wide, 80 mm apart, 12 mm from the edge).
public struct PunchedMargin: Sendable, Equatable {
    /// The edge that holes are along.
    public typealias Side = Edges.Edge

    /// The edge.
    public var side: Side
    /// How wide the strip is that stays free.
    public var width: Length

    /// A strip of a width along an edge.
    public init(side: Side, width: Length = .mm(20)) { (self.side, self.width) = (side, width) }

    /// The least width: a hole's centre, its radius and 1 mm more.
    static let leastWidth = Length.mm(16)
    private static let distance = Length.mm(80)
    private static let depth = Length.mm(12)
    private static let diameter = Length.mm(6)

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

    func centres(in whole: Rectangle) -> [Point] {
        let middle = whole.middle
        return [Self.distance / -2, Self.distance / 2].map { offset in
            switch side {
            case .left: Point(x: whole.minX + Self.depth, y: middle.y + offset)
            case .right: Point(x: whole.maxX - Self.depth, y: middle.y + offset)
            case .top: Point(x: middle.x + offset, y: whole.minY + Self.depth)
            case .bottom: Point(x: middle.x + offset, y: whole.maxY - Self.depth)
            }
        }
    }

    /// The holes as thin circles with a cross in each.
    func guides(in whole: Rectangle) -> [Mark] {
        let (radius, arm, width) = (Self.diameter / 2, Length.mm(1), Length.mm(0.15))
        return centres(in: whole).flatMap { centre -> [Mark] in
            let (x, y) = (centre.x, centre.y)
            let circle = Rectangle(x: x - radius, y: y - radius, width: Self.diameter, height: Self.diameter)
            return [
                .box(BoxMark(circle, corner: radius, stroke: .guide, strokeWidth: width)),
                .line(LineMark(x - arm, y, x + arm, y, width: width, colour: .guide)),
                .line(LineMark(x, y - arm, x, y + arm, width: width, colour: .guide)),
            ]
        }
    }
}

extension Colour {
    /// The grey of hairlines that are cut through or punched out.
    static let guide = Colour(hex: "#8A8A8A") ?? .black
}
