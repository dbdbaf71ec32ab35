/// How a printer displaces a side of a sheet, and how that is made good.
///
/// What a printer is given at a distance from the middle of the paper comes out at `scale` times that distance, and all of
/// it displaced by `offset`.
public struct SheetCorrection: Hashable, Sendable {
    /// How far to the right and down the middle of the sheet is printed.
    public var offset: Point
    /// How many times as wide and as high a distance is printed; 1 is right.
    public var scaleX, scaleY: Double

    /// A printer without a fault.
    public static let none = SheetCorrection()

    /// A displacement.
    public init(offset: Point = .zero, scaleX: Double = 1, scaleY: Double = 1) {
        (self.offset, self.scaleX, self.scaleY) = (offset, scaleX, scaleY)
    }

    /// Where a printer has to be told to print, so that it prints at a point.
    public func told(_ point: Point, on paper: Size) -> Point {
        let (x, y) = (paper.width / 2, paper.height / 2)
        return Point(x: x + (point.x - x - offset.x) / scaleX, y: y + (point.y - y - offset.y) / scaleY)
    }

    /// Where a printer prints that was told a point.
    public func printed(_ point: Point, on paper: Size) -> Point {
        let (x, y) = (paper.width / 2, paper.height / 2)
        return Point(x: x + (point.x - x) * scaleX + offset.x, y: y + (point.y - y) * scaleY + offset.y)
    }

    func printed(_ box: Rectangle, on paper: Size) -> Rectangle {
        let start = printed(box.origin, on: paper)
        let end = printed(Point(x: box.maxX, y: box.maxY), on: paper)
        return Rectangle(origin: start, size: Size(width: end.x - start.x, height: end.y - start.y))
    }
}
