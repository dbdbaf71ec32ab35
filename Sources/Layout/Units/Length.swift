/// A length on paper.
public struct Length: Hashable, Comparable, Sendable {
    /// The length in millimetres.
    public var millimetres: Double

    /// A length in millimetres.
    public static func mm(_ value: Double) -> Length { Length(millimetres: value) }

    /// A length in points, 1/72 inch: type sizes.
    public static func pt(_ value: Double) -> Length { Length(millimetres: value * 25.4 / 72) }

    /// The length in points, 1/72 inch.
    public var points: Double { millimetres * 72 / 25.4 }

    /// No length.
    public static let zero = Length(millimetres: 0)

    /// Orders by size.
    public static func < (a: Length, b: Length) -> Bool { a.millimetres < b.millimetres }

    /// The sum of two lengths.
    public static func + (a: Length, b: Length) -> Length { .mm(a.millimetres + b.millimetres) }

    /// The difference of two lengths.
    public static func - (a: Length, b: Length) -> Length { .mm(a.millimetres - b.millimetres) }

    /// A length so many times as long.
    public static func * (a: Length, factor: Double) -> Length { .mm(a.millimetres * factor) }

    /// A length so many times as short.
    public static func / (a: Length, divisor: Double) -> Length { .mm(a.millimetres / divisor) }

    /// How many times `b` fits into `a`.
    public static func / (a: Length, b: Length) -> Double { a.millimetres / b.millimetres }
}

/// A point on a page, from its top left corner.
public struct Point: Hashable, Sendable {
    /// The distance from the left edge.
    public var x: Length
    /// The distance from the top edge.
    public var y: Length

    /// The page's top left corner.
    public static let zero = Point(x: .zero, y: .zero)

    /// A point from its distances to the left and the top edge.
    public init(x: Length, y: Length) {
        (self.x, self.y) = (x, y)
    }
}

/// The extent of a page or a box.
public struct Size: Hashable, Sendable {
    /// The extent from left to right.
    public var width: Length
    /// The extent from top to bottom.
    public var height: Length

    /// ISO 216 A4, portrait: 210 × 297 mm.
    public static let a4 = Size(width: .mm(210), height: .mm(297))

    /// ISO/IEC 7810 ID-1, a bank card's size: 85.60 × 53.98 mm.
    public static let id1 = Size(width: .mm(85.60), height: .mm(53.98))

    /// A size from its width and height.
    public init(width: Length, height: Length) {
        (self.width, self.height) = (width, height)
    }
}

/// An upright rectangle on a page.
public struct Rectangle: Hashable, Sendable {
    /// The top left corner.
    public var origin: Point
    /// Width and height.
    public var size: Size

    /// A rectangle from its top left corner and its size.
    public init(origin: Point, size: Size) {
        (self.origin, self.size) = (origin, size)
    }

    package init(x: Length, y: Length, width: Length, height: Length) {
        self.init(origin: Point(x: x, y: y), size: Size(width: width, height: height))
    }

    /// A rectangle in millimetres.
    public static func mm(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Rectangle {
        Rectangle(origin: Point(x: .mm(x), y: .mm(y)), size: Size(width: .mm(width), height: .mm(height)))
    }

    /// The left edge.
    public var minX: Length { origin.x }
    /// The right edge.
    public var maxX: Length { origin.x + size.width }
    /// The top edge.
    public var minY: Length { origin.y }
    /// The bottom edge.
    public var maxY: Length { origin.y + size.height }

    /// Whether `other` lies wholly inside, give or take a hundredth of a millimetre.
    public func contains(_ other: Rectangle) -> Bool {
        let slack = Length.mm(0.01)
        return other.minX + slack >= minX && other.minY + slack >= minY
            && maxX + slack >= other.maxX && maxY + slack >= other.maxY
    }

    /// Whether both share more than a strip of a twentieth of a millimetre.
    package func overlaps(_ other: Rectangle) -> Bool {
        let slack = Length.mm(0.05)
        return min(maxX, other.maxX) - max(minX, other.minX) > slack
            && min(maxY, other.maxY) - max(minY, other.minY) > slack
    }

    /// The rectangle with `margin` taken off each side.
    public func inset(by margin: Length) -> Rectangle {
        Rectangle(
            origin: Point(x: minX + margin, y: minY + margin),
            size: Size(width: size.width - margin * 2, height: size.height - margin * 2))
    }
}
