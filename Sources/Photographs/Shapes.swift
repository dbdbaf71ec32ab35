import Glibc
package import Scanning

extension Quadrilateral {
    func grown(by factor: Double) -> Quadrilateral {
        let centre = centre
        return mapped { PixelPoint(x: centre.x + ($0.x - centre.x) * factor, y: centre.y + ($0.y - centre.y) * factor) }
    }

    package func turned(by degrees: Double) -> Quadrilateral {
        guard degrees != 0 else { return self }
        let centre = centre
        let (cosine, sine) = (cos(degrees * .pi / 180), sin(degrees * .pi / 180))
        return mapped {
            let (x, y) = ($0.x - centre.x, $0.y - centre.y)
            return PixelPoint(x: centre.x + x * cosine - y * sine, y: centre.y + x * sine + y * cosine)
        }
    }
}

extension GreyImage {
    /// How many pixels an edge within four corners takes from dark to light, 1 at least, along rows of pixels.
    func edge(in position: Quadrilateral) -> Double {
        let (xs, ys) = (position.corners.map(\.x), position.corners.map(\.y))
        func range(_ values: [Double], _ size: Int) -> Range<Int> {
            let low = max(0, min(size - 1, Int(max(-1, (values.min() ?? 0)))))
            return low..<max(low + 1, min(size, Int(min(Double(size), values.max() ?? 0))))
        }
        let (columns, rows) = (range(xs, width), range(ys, height))
        var counts = [Int](repeating: 0, count: 256)
        var (darkest, lightest) = (255, 0)
        for row in stride(from: rows.lowerBound, to: rows.upperBound, by: max(1, rows.count / 40)) {
            for column in columns.dropLast() {
                let (one, next) = (Int(pixels[row * width + column]), Int(pixels[row * width + column + 1]))
                counts[abs(one - next)] += 1
                (darkest, lightest) = (min(darkest, one), max(lightest, one))
            }
        }
        // The steepest steps of all, without the few that a speck makes.
        var left = counts.reduce(0, +) / 50
        let step = counts.indices.reversed().first { index in
            left -= counts[index]
            return left < 0
        }
        return max(1, Double(lightest - darkest) / Double(max(1, step ?? 1)))
    }
}
