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
    /// The distances from the left and from the top edge.
    public var x, y: Length

    /// The page's top left corner.
    public static let zero = Point(x: .zero, y: .zero)

    /// A point from its distances to the left and the top edge.
    public init(x: Length, y: Length) { (self.x, self.y) = (x, y) }
}

/// The extent of a page or a box.
public struct Size: Hashable, Sendable {
    /// The extents from left to right and from top to bottom.
    public var width, height: Length

    static let zero = Size(width: .zero, height: .zero)

    /// ISO 216 A4, portrait: 210 × 297 mm.
    public static let a4 = Size(width: .mm(210), height: .mm(297))

    /// ISO/IEC 7810 ID-1, a bank card's size: 85.60 × 53.98 mm.
    public static let id1 = Size(width: .mm(85.60), height: .mm(53.98))

    /// A size from its width and height.
    public init(width: Length, height: Length) { (self.width, self.height) = (width, height) }

    /// The size so many times as large.
    static func * (a: Size, factor: Double) -> Size { Size(width: a.width * factor, height: a.height * factor) }
}

/// An upright rectangle on a page.
public struct Rectangle: Hashable, Sendable {
    /// The top left corner.
    public var origin: Point
    /// Width and height.
    public var size: Size

    /// A rectangle from its top left corner and its size.
    public init(origin: Point, size: Size) { (self.origin, self.size) = (origin, size) }

    package init(x: Length, y: Length, width: Length, height: Length) {
        (origin, size) = (Point(x: x, y: y), Size(width: width, height: height))
    }

    /// A rectangle from a corner to the one across; empty where that lies before it.
    init(from start: Point, to end: Point) {
        self.init(x: start.x, y: start.y, width: max(.zero, end.x - start.x), height: max(.zero, end.y - start.y))
    }

    /// A rectangle in millimetres.
    public static func mm(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Rectangle {
        Rectangle(x: .mm(x), y: .mm(y), width: .mm(width), height: .mm(height))
    }

    /// The left edge.
    public var minX: Length { origin.x }
    /// The right edge.
    public var maxX: Length { origin.x + size.width }
    /// The top edge.
    public var minY: Length { origin.y }
    /// The bottom edge.
    public var maxY: Length { origin.y + size.height }

    var middle: Point { Point(x: minX + size.width / 2, y: minY + size.height / 2) }

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
        Rectangle(x: minX + margin, y: minY + margin, width: size.width - margin * 2, height: size.height - margin * 2)
    }

    /// A box of a size in the middle.
    package func centred(_ size: Size) -> Rectangle {
        let (x, y) = (minX + (self.size.width - size.width) / 2, minY + (self.size.height - size.height) / 2)
        return Rectangle(origin: Point(x: x, y: y), size: size)
    }

    /// The least rectangle that holds both.
    public func union(_ other: Rectangle) -> Rectangle {
        Rectangle(
            from: Point(x: min(minX, other.minX), y: min(minY, other.minY)),
            to: Point(x: max(maxX, other.maxX), y: max(maxY, other.maxY)))
    }

    /// What both have in common; empty where they have nothing.
    func intersection(_ other: Rectangle) -> Rectangle {
        Rectangle(
            from: Point(x: max(minX, other.minX), y: max(minY, other.minY)),
            to: Point(x: min(maxX, other.maxX), y: min(maxY, other.maxY)))
    }
}
