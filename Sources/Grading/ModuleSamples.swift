package import Scanning

/// How light each module of a printed symbol is.
package struct ModuleSamples: Sendable, Equatable {
    /// The side of the square that is averaged, in modules: as large as ISO/IEC 15415's aperture, a circle 0.8 wide.
    private static let aperture = 0.7

    /// Of each module, row by row: from 0 for black to 255 for white.
    package let values: [Double]

    /// Averages the middle of each module.
    ///
    /// - Parameters:
    ///   - image: a picture of the symbol.
    ///   - position: the corners of the symbol's own modules, without the quiet zone.
    ///   - width: modules on a side.
    package init(of image: GreyImage, at position: Quadrilateral, width: Int) {
        let module = position.side / Double(width)
        // A sample a pixel, and in fine codes enough to notice a neighbour that creeps in.
        let count = max(2, min(6, Int((module * Self.aperture).rounded())))
        let offsets = (0..<count).map { 0.5 + Self.aperture * ((Double($0) + 0.5) / Double(count) - 0.5) }
        let steps = (0..<width).flatMap { module in offsets.map { Double(module) + $0 } }
        let projection = Projection(square: Double(width), onto: position)
        let (lastX, lastY) = (Double(image.width - 1), Double(image.height - 1))
        var sums = [Int](repeating: 0, count: width * width)
        let pixels = image.pixels.span
        for (line, down) in steps.enumerated() {
            let first = line / count * width
            let (startX, startY) = (projection.b * down + projection.c, projection.e * down + projection.f)
            let startDepth = projection.h * down + projection.i
            for (index, right) in steps.enumerated() {
                let depth = 1 / (projection.g * right + startDepth)
                let x = (projection.a * right + startX) * depth
                let y = (projection.d * right + startY) * depth
                // Points outside, or none at all, have the nearest pixel's grey.
                let column = x > 0 ? Int(x < lastX ? x : lastX) : 0
                let row = y > 0 ? Int(y < lastY ? y : lastY) : 0
                sums[first + index / count] += Int(pixels[row * image.width + column])
            }
        }
        values = sums.map { Double($0) / Double(count * count) }
    }
}
