/// A point of a picture in pixels, from its top left corner; the middle of the first pixel is at (0.5, 0.5).
public struct PixelPoint: Sendable, Hashable {
    /// How far to the right, and how far down.
    public var x, y: Double

    /// A point of a picture.
    public init(x: Double, y: Double) { (self.x, self.y) = (x, y) }

    package func distance(to other: PixelPoint) -> Double {
        ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
    }
}
