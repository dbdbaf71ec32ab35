/// Widths along the four edges of a sheet.
public struct Edges: Hashable, Sendable {
    /// An edge of a sheet.
    public enum Edge: String, CaseIterable, Sendable {
        case left, right, top, bottom

        /// The edge in Vietnamese, to follow “mép”.
        package var vietnamese: String {
            switch self {
            case .left: "trái"
            case .right: "phải"
            case .top: "trên"
            case .bottom: "dưới"
            }
        }
    }

    /// The widths along the edges.
    public var left, right, top, bottom: Length

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
        Rectangle(x: left, y: top, width: paper.width - left - right, height: paper.height - top - bottom)
    }

    init(of inner: Rectangle, on paper: Size) {
        self.init(left: inner.minX, right: paper.width - inner.maxX, top: inner.minY, bottom: paper.height - inner.maxY)
    }

    func union(_ other: Edges) -> Edges {
        Edges(
            left: max(left, other.left), right: max(right, other.right), top: max(top, other.top),
            bottom: max(bottom, other.bottom))
    }
}
