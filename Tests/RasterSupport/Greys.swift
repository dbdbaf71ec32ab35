package import Layout
package import Scanning

extension GreyImage {
    /// The greys that the picture has.
    package var greys: Set<UInt8> { greys(rows: 0..<height, columns: 0..<width) }

    /// The greys in a box of a page.
    package func greys(in box: Rectangle, dotsPerInch: Int) -> Set<UInt8> {
        func pixels(_ from: Length, _ to: Length, _ limit: Int) -> Range<Int> {
            let scale = Double(dotsPerInch) / 72
            let start = max(0, Int((from.points * scale).rounded(.down)))
            return start..<max(start, min(limit, Int((to.points * scale).rounded(.up))))
        }
        return greys(rows: pixels(box.minY, box.maxY, height), columns: pixels(box.minX, box.maxX, width))
    }

    private func greys(rows: Range<Int>, columns: Range<Int>) -> Set<UInt8> {
        var isThere = [Bool](repeating: false, count: 256)
        for row in rows {
            for pixel in pixels[row * width + columns.lowerBound..<row * width + columns.upperBound] {
                isThere[Int(pixel)] = true
            }
        }
        return Set((0...255).filter { isThere[Int($0)] })
    }
}
