/// Widths along the four edges of a sheet.
public struct Edges: Hashable, Sendable {
    /// An edge of a sheet.
    public enum Edge: String, CaseIterable, Sendable {
        /// The left edge.
        case left
        /// The right edge.
        case right
        /// The top edge.
        case top
        /// The bottom edge.
        case bottom
    }

    /// The width along the left edge.
    public var left: Length
    /// The width along the right edge.
    public var right: Length
    /// The width along the top edge.
    public var top: Length
    /// The width along the bottom edge.
    public var bottom: Length

    /// No width along any edge.
    public static let zero = Edges(all: .zero)

    /// The same width along all edges.
    public init(all width: Length) { self.init(left: width, right: width, top: width, bottom: width) }

    /// Widths along the edges.
    public init(left: Length, right: Length, top: Length, bottom: Length) {
        (self.left, self.right, self.top, self.bottom) = (left, right, top, bottom)
    }

    /// The width along an edge.
    public subscript(edge: Edge) -> Length {
        switch edge {
        case .left: left
        case .right: right
        case .top: top
        case .bottom: bottom
        }
    }

    /// What the edges leave of paper.
    public func inner(_ paper: Size) -> Rectangle {
        Rectangle(
            origin: Point(x: left, y: top),
            size: Size(width: paper.width - left - right, height: paper.height - top - bottom))
    }

    /// Edges that leave a rectangle of paper.
    init(of inner: Rectangle, on paper: Size) {
        self.init(
            left: inner.minX, right: paper.width - inner.maxX, top: inner.minY, bottom: paper.height - inner.maxY)
    }

    /// The wider of both at each edge.
    func union(_ other: Edges) -> Edges {
        Edges(
            left: max(left, other.left), right: max(right, other.right), top: max(top, other.top),
            bottom: max(bottom, other.bottom))
    }
}

extension Rectangle {
    /// The least rectangle that holds both.
    public func union(_ other: Rectangle) -> Rectangle {
        let (x, y) = (min(minX, other.minX), min(minY, other.minY))
        return Rectangle(
            origin: Point(x: x, y: y),
            size: Size(width: max(maxX, other.maxX) - x, height: max(maxY, other.maxY) - y))
    }

    /// What both have in common; empty where they have nothing.
    func intersection(_ other: Rectangle) -> Rectangle {
        let (x, y) = (max(minX, other.minX), max(minY, other.minY))
        return Rectangle(
            origin: Point(x: x, y: y),
            size: Size(
                width: max(.zero, min(maxX, other.maxX) - x), height: max(.zero, min(maxY, other.maxY) - y)))
    }
}
