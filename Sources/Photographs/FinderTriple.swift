import Scanning

/// Three finder patterns that may be the corners of one code.
struct FinderTriple: Sendable {
    /// The patterns at the code's own top left, top right and bottom left.
    let topLeft, topRight, bottomLeft: FinderPattern
    /// How far from a code's form, 0 for a square seen straight on.
    let deviation: Double

    /// The side of a module, in pixels.
    var module: Double { (topLeft.module + topRight.module + bottomLeft.module) / 3 }

    /// Modules on a side, estimated from the distances.
    var width: Double {
        let sides = topLeft.centre.distance(to: topRight.centre) + topLeft.centre.distance(to: bottomLeft.centre)
        return sides / 2 / module + 7
    }

    /// The code's corners, the fourth as if it were seen from far away.
    var position: Quadrilateral { corners(outward: 3.5) }

    /// Corners so many modules outward of the patterns' middles.
    func corners(outward: Double) -> Quadrilateral {
        let (p, q, s) = (topLeft.centre, topRight.centre, bottomLeft.centre)
        let share = outward / (width - 7)
        func point(_ right: Double, _ down: Double) -> PixelPoint {
            PixelPoint(
                x: p.x + (q.x - p.x) * right + (s.x - p.x) * down, y: p.y + (q.y - p.y) * right + (s.y - p.y) * down)
        }
        return Quadrilateral(
            topLeft: point(-share, -share), topRight: point(1 + share, -share),
            bottomRight: point(1 + share, 1 + share), bottomLeft: point(-share, 1 + share))
    }

    /// Three patterns, where they stand as the corners of a square may: sizes alike, the angle near a right one, the
    /// distances alike and those of version 1 to 40.
    init?(corner: FinderPattern, _ one: FinderPattern, _ other: FinderPattern) {
        let module = (corner.module + one.module + other.module) / 3
        let sizes = [corner.module, one.module, other.module]
        guard let smallest = sizes.min(), let largest = sizes.max(), largest < 1.7 * smallest else { return nil }
        let (x1, y1) = (one.centre.x - corner.centre.x, one.centre.y - corner.centre.y)
        let (x2, y2) = (other.centre.x - corner.centre.x, other.centre.y - corner.centre.y)
        let (first, second) = ((x1 * x1 + y1 * y1).squareRoot(), (x2 * x2 + y2 * y2).squareRoot())
        guard min(first, second) > 10 * module, max(first, second) < 200 * module else { return nil }
        guard max(first, second) < 1.7 * min(first, second) else { return nil }
        let cosine = (x1 * x2 + y1 * y2) / (first * second)
        guard abs(cosine) < 0.45 else { return nil }
        let isClockwise = x1 * y2 - y1 * x2 > 0
        topLeft = corner
        topRight = isClockwise ? one : other
        bottomLeft = isClockwise ? other : one
        // Of codes side by side, the nearest patterns belong together.
        deviation =
            abs(cosine) + (max(first, second) / min(first, second) - 1) + (largest / smallest - 1) / 2
            + (first + second) / (200 * module)
    }

    // Neighbours of which two and a pattern are tried as a code's corners; ten codes have thirty patterns.
    private static let mostNeighbours = 60

    /// All triples among patterns, the likeliest first.
    static func all(of patterns: [FinderPattern]) -> [FinderTriple] {
        var triples: [FinderTriple] = []
        // In a crowd, a code's corners are among the nearest.
        let isCrowd = patterns.count > mostNeighbours
        for (index, corner) in patterns.enumerated() {
            // Only patterns that are near enough and of about the size.
            var near = patterns.enumerated().filter { other, pattern in
                other != index && pattern.module < 1.7 * corner.module && corner.module < 1.7 * pattern.module
                    && pattern.centre.distance(to: corner.centre) < 200 * corner.module
            }.map(\.element)
            if isCrowd, near.count > mostNeighbours {
                near.sort { $0.centre.distance(to: corner.centre) < $1.centre.distance(to: corner.centre) }
                near.removeSubrange(mostNeighbours...)
            }
            for (first, one) in near.enumerated() {
                for other in near[(first + 1)...] {
                    if let triple = FinderTriple(corner: corner, one, other) { triples.append(triple) }
                }
            }
        }
        return triples.sorted { $0.deviation < $1.deviation }
    }
}
