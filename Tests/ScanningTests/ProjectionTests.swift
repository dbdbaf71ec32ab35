import Scanning
import Testing

@Suite("Projections")
struct ProjectionTests {
    private static let position = Quadrilateral(
        topLeft: PixelPoint(x: 310, y: 80), topRight: PixelPoint(x: 900, y: 190),
        bottomRight: PixelPoint(x: 1020, y: 1300), bottomLeft: PixelPoint(x: 90, y: 1180))

    @Test("a square comes to lie on its corners, and back")
    func corners() {
        let projection = Projection(square: 40, onto: Self.position)
        let square = Quadrilateral(x: 0, y: 0, width: 40, height: 40)
        for (corner, meant) in zip(square.corners, Self.position.corners) {
            #expect(projection(corner).distance(to: meant) < 1e-9)
            #expect(projection.inverse(meant).distance(to: corner) < 1e-9)
        }
        // The diagonals of a square cross in its middle, however it is seen.
        let middle = projection.point(20, 20)
        let (p, q, r, s) = (
            Self.position.topLeft, Self.position.topRight, Self.position.bottomRight, Self.position.bottomLeft
        )
        func side(_ a: PixelPoint, _ b: PixelPoint) -> Double {
            (b.x - a.x) * (middle.y - a.y) - (b.y - a.y) * (middle.x - a.x)
        }
        #expect(abs(side(p, r)) < 1e-6 && abs(side(q, s)) < 1e-6)
    }

    @Test("one projection after another is one too")
    func chain() {
        let first = Projection(square: 1, onto: Quadrilateral(x: 3, y: 4, width: 20, height: 30))
        let second = Projection(square: 25, onto: Self.position)
        let both = second.after(first)
        for (x, y) in [(0.0, 0.0), (1, 0), (0.3, 0.9), (-0.5, 0.2)] {
            #expect(both.point(x, y).distance(to: second(first.point(x, y))) < 1e-9)
        }
    }

    @Test("a projection is found again from points that it gave, and from some that are a little off")
    func fitting() throws {
        let projection = Projection(square: 200, onto: Self.position)
        let points = (0..<12).map { PixelPoint(x: Double($0 % 3) * 70 + 20, y: Double($0 / 3) * 60 + 5) }
        let exact = try #require(Projection(fitting: points.map { ($0, projection($0)) }))
        let rough = try #require(
            Projection(
                fitting: points.enumerated().map { index, point in
                    let seen = projection(point)
                    return (point, PixelPoint(x: seen.x + Double(index % 3 - 1), y: seen.y + Double(index % 2)))
                }))
        for point in points {
            #expect(exact(point).distance(to: projection(point)) < 1e-4)
            #expect(rough(point).distance(to: projection(point)) < 3)
        }
    }

    @Test("points on a line, and fewer than four, determine nothing")
    func degenerate() {
        let line = (0..<8).map { PixelPoint(x: Double($0) * 3, y: Double($0) * 7) }
        #expect(Projection(fitting: line.map { ($0, $0) }) == nil)
        let three = [PixelPoint(x: 0, y: 0), PixelPoint(x: 5, y: 0), PixelPoint(x: 0, y: 5)]
        #expect(Projection(fitting: three.map { ($0, $0) }) == nil)
    }

    @Test("a position knows what lies inside, in either sense of turning")
    func inside() {
        let mirrored = Quadrilateral(
            topLeft: Self.position.topRight, topRight: Self.position.topLeft, bottomRight: Self.position.bottomLeft,
            bottomLeft: Self.position.bottomRight)
        for position in [Self.position, mirrored] {
            #expect(position.contains(PixelPoint(x: 500, y: 600)))
            #expect(!position.contains(PixelPoint(x: 100, y: 100)) && !position.contains(PixelPoint(x: 1000, y: 300)))
        }
    }
}
