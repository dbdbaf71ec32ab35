import Scanning
import Testing

@Suite("Projections")
struct ProjectionTests {
    private static let place = Quadrilateral(
        topLeft: PixelPoint(x: 310, y: 80), topRight: PixelPoint(x: 900, y: 190),
        bottomRight: PixelPoint(x: 1020, y: 1300), bottomLeft: PixelPoint(x: 90, y: 1180))

    @Test("a square comes to lie on its corners, and back")
    func corners() {
        let projection = Projection(square: 40, onto: Self.place)
        let square = Quadrilateral(x: 0, y: 0, width: 40, height: 40)
        for (corner, meant) in zip(square.corners, Self.place.corners) {
            #expect(projection(corner).distance(to: meant) < 1e-9)
            #expect(projection.inverse(meant).distance(to: corner) < 1e-9)
        }
        // The diagonals of a square cross in its middle, however it is seen.
        let middle = projection.point(20, 20)
        let (p, q, r, s) = (Self.place.topLeft, Self.place.topRight, Self.place.bottomRight, Self.place.bottomLeft)
        func side(_ a: PixelPoint, _ b: PixelPoint) -> Double {
            (b.x - a.x) * (middle.y - a.y) - (b.y - a.y) * (middle.x - a.x)
        }
        #expect(abs(side(p, r)) < 1e-6 && abs(side(q, s)) < 1e-6)
    }

    @Test("one projection after another is one too")
    func chain() {
        let first = Projection(square: 1, onto: Quadrilateral(x: 3, y: 4, width: 20, height: 30))
        let second = Projection(square: 25, onto: Self.place)
        let both = second.after(first)
        for (x, y) in [(0.0, 0.0), (1, 0), (0.3, 0.9), (-0.5, 0.2)] {
            #expect(both.point(x, y).distance(to: second(first.point(x, y))) < 1e-9)
        }
    }

    @Test("a projection is found again from places that it gave, and from some that are a little off")
    func fitting() throws {
        let projection = Projection(square: 200, onto: Self.place)
        let places = (0..<12).map { PixelPoint(x: Double($0 % 3) * 70 + 20, y: Double($0 / 3) * 60 + 5) }
        let exact = try #require(Projection(fitting: places.map { ($0, projection($0)) }))
        let rough = try #require(
            Projection(
                fitting: places.enumerated().map { index, place in
                    let seen = projection(place)
                    return (place, PixelPoint(x: seen.x + Double(index % 3 - 1), y: seen.y + Double(index % 2)))
                }))
        for place in places {
            #expect(exact(place).distance(to: projection(place)) < 1e-4)
            #expect(rough(place).distance(to: projection(place)) < 3)
        }
    }

    @Test("places on a line, and fewer than four, determine nothing")
    func degenerate() {
        let line = (0..<8).map { PixelPoint(x: Double($0) * 3, y: Double($0) * 7) }
        #expect(Projection(fitting: line.map { ($0, $0) }) == nil)
        let three = [PixelPoint(x: 0, y: 0), PixelPoint(x: 5, y: 0), PixelPoint(x: 0, y: 5)]
        #expect(Projection(fitting: three.map { ($0, $0) }) == nil)
    }

    @Test("a place knows what lies inside, in either sense of turning")
    func inside() {
        let mirrored = Quadrilateral(
            topLeft: Self.place.topRight, topRight: Self.place.topLeft, bottomRight: Self.place.bottomLeft,
            bottomLeft: Self.place.bottomRight)
        for place in [Self.place, mirrored] {
            #expect(place.contains(PixelPoint(x: 500, y: 600)))
            #expect(!place.contains(PixelPoint(x: 100, y: 100)) && !place.contains(PixelPoint(x: 1000, y: 300)))
        }
    }
}
