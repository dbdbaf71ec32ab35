/// Where a square stands in a picture: four corners in pixels, named as the square's own, however it is turned.
public struct Quadrilateral: Sendable, Hashable {
    /// The square's own top left corner.
    public var topLeft: PixelPoint
    /// The square's own top right corner.
    public var topRight: PixelPoint
    /// The square's own bottom right corner.
    public var bottomRight: PixelPoint
    /// The square's own bottom left corner.
    public var bottomLeft: PixelPoint

    /// A square by its corners, clockwise.
    public init(topLeft: PixelPoint, topRight: PixelPoint, bottomRight: PixelPoint, bottomLeft: PixelPoint) {
        (self.topLeft, self.topRight, self.bottomRight, self.bottomLeft) = (topLeft, topRight, bottomRight, bottomLeft)
    }

    package init(x: Double, y: Double, width: Double, height: Double) {
        self.init(
            topLeft: PixelPoint(x: x, y: y), topRight: PixelPoint(x: x + width, y: y),
            bottomRight: PixelPoint(x: x + width, y: y + height), bottomLeft: PixelPoint(x: x, y: y + height))
    }

    package var corners: [PixelPoint] { [topLeft, topRight, bottomRight, bottomLeft] }

    package var centre: PixelPoint {
        PixelPoint(x: corners.reduce(0) { $0 + $1.x } / 4, y: corners.reduce(0) { $0 + $1.y } / 4)
    }

    /// The mean length of the sides, in pixels.
    package var side: Double {
        let corners = corners
        return (0..<4).reduce(0) { $0 + corners[$1].distance(to: corners[($1 + 1) % 4]) } / 4
    }

    /// Whether a point lies inside; only for corners that make a convex shape, in either sense of turning.
    package func contains(_ point: PixelPoint) -> Bool {
        let corners = corners
        let sides = (0..<4).map { index in
            let (a, b) = (corners[index], corners[(index + 1) % 4])
            return (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x)
        }
        return sides.allSatisfy { $0 >= 0 } || sides.allSatisfy { $0 <= 0 }
    }

    /// The shape with every corner somewhere else.
    package func mapped(_ move: (PixelPoint) -> PixelPoint) -> Quadrilateral {
        Quadrilateral(
            topLeft: move(topLeft), topRight: move(topRight), bottomRight: move(bottomRight),
            bottomLeft: move(bottomLeft))
    }
}
