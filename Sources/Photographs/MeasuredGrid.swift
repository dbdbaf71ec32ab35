import Scanning

/// The modules of a code whose three finder patterns are known, measured one by one in a picture that is too blurred or too
/// slanted for ZBar, and drawn anew for it.
///
/// What is drawn still has to pass ZBar's error correction: nothing is read that is not there.
struct MeasuredGrid {
    /// The straightened picture.
    private let image: GreyImage
    /// Modules on a side.
    let width: Int
    /// From modules, from the code's top left corner, to the picture's pixels.
    let projection: Projection

    /// Lays a grid over a picture in even light in which the patterns stand upright.
    ///
    /// The middle of the top left pattern is at `corner`, those of the others at a distance across and down, all in pixels;
    /// the estimate of modules on a side is right to within a seventh.
    init?(_ image: GreyImage, corner: PixelPoint, distance: Double, estimate: Double) {
        self.image = image
        // Which of the versions that are near has the timing lines that are there?
        var best: (score: Double, width: Int, projection: Projection)?
        let slack = max(4, estimate / 7)
        for version in 1...40 where abs(Double(17 + 4 * version) - estimate) <= slack {
            let width = 17 + 4 * version
            let module = distance / Double(width - 7)
            let start = PixelPoint(x: corner.x - 3.5 * module, y: corner.y - 3.5 * module)
            let side = Double(width) * module
            let flat = Projection(
                square: Double(width), onto: Quadrilateral(x: start.x, y: start.y, width: side, height: side))
            let score = Self.timing(image, flat, width: width)
            if score > best?.score ?? 0 { best = (score, width, flat) }
        }
        guard let best else { return nil }
        width = best.width
        projection = width > 21 ? Self.fitted(image, best.projection, width: width) : best.projection
    }

    /// The modules drawn anew, with a quiet zone; so many pixels each.
    func redrawn(pixels: Int) -> GreyImage {
        let modules = modules()
        let quiet = 4
        let side = (width + 2 * quiet) * pixels
        var result = [UInt8](repeating: 255, count: side * side)
        for row in 0..<width {
            for column in 0..<width where modules[row * width + column] {
                let first = (row + quiet) * pixels * side + (column + quiet) * pixels
                for line in 0..<pixels {
                    for index in first + line * side..<first + line * side + pixels { result[index] = 0 }
                }
            }
        }
        return GreyImage(unchecked: result, width: side, height: side)
    }

    /// From the drawing's pixels to modules.
    static func module(of point: PixelPoint, pixels: Int) -> PixelPoint {
        PixelPoint(x: point.x / Double(pixels) - 4, y: point.y / Double(pixels) - 4)
    }

    /// Which modules are dark, measured against those around them; finder patterns and timing lines are known.
    private func modules() -> [Bool] {
        let width = width
        var greys = (0..<width * width).map { index in
            Self.grey(image, projection, Double(index % width) + 0.5, Double(index / width) + 0.5)
        }
        // A blur mixes each module with its neighbours: what they gave is taken back.
        let mixed = greys
        for row in 1..<width - 1 {
            for column in 1..<width - 1 {
                let index = row * width + column
                let around = mixed[index - 1] + mixed[index + 1] + mixed[index - width] + mixed[index + width]
                greys[index] += 0.6 * (mixed[index] - around / 4)
            }
        }
        let reach = 4
        return (0..<width * width).map { index in
            let (x, y) = (index % width, index / width)
            if let known = Self.known(x, y, width: width) { return known }
            let columns = max(0, x - reach)...min(width - 1, x + reach)
            let rows = max(0, y - reach)...min(width - 1, y + reach)
            var sum = 0.0
            for row in rows { for column in columns { sum += mixed[row * width + column] } }
            return greys[index] < sum / Double(columns.count * rows.count)
        }
    }

    /// Whether a module of a finder pattern or a timing line is dark; nil for all others.
    private static func known(_ x: Int, _ y: Int, width: Int) -> Bool? {
        for (left, top) in [(0, 0), (width - 7, 0), (0, width - 7)]
        where (left - 1...left + 7).contains(x) && (top - 1...top + 7).contains(y) {
            let ring = max(abs(x - left - 3), abs(y - top - 3))
            return ring != 2 && ring != 4
        }
        if y == 6 { return x % 2 == 0 }
        if x == 6 { return y % 2 == 0 }
        return nil
    }

    /// The mean grey of a module's middle, by its own middle in modules.
    private static func grey(_ image: GreyImage, _ projection: Projection, _ x: Double, _ y: Double) -> Double {
        var sum = 0
        for down in [-0.25, 0, 0.25] {
            for right in [-0.25, 0, 0.25] {
                sum += Int(image.pixels[image.index(nearest: projection.point(x + right, y + down))])
            }
        }
        return Double(sum) / 9
    }

    /// How well both timing lines alternate, as a mean difference of greys.
    private static func timing(_ image: GreyImage, _ projection: Projection, width: Int) -> Double {
        let steps = 8..<width - 8
        let sum = steps.reduce(0.0) { sum, step in
            let both =
                grey(image, projection, Double(step) + 0.5, 6.5) + grey(image, projection, 6.5, Double(step) + 0.5)
            return step % 2 == 0 ? sum - both : sum + both
        }
        return sum / Double(2 * steps.count)
    }

    /// The grid with its lower right corner moved to where the alignment pattern stands there, so that it fits a slanted
    /// view.
    private static func fitted(_ image: GreyImage, _ flat: Projection, width: Int) -> Projection {
        let (near, far) = (3.5, Double(width) - 3.5)
        let pattern = Double(width) - 6.5
        func quadrilateral(_ last: PixelPoint) -> Quadrilateral {
            Quadrilateral(
                topLeft: PixelPoint(x: near, y: near), topRight: PixelPoint(x: far, y: near), bottomRight: last,
                bottomLeft: PixelPoint(x: near, y: far))
        }
        let model = quadrilateral(PixelPoint(x: pattern, y: pattern))
        let modules = Projection(onto: model).inverse
        var best = (score: -Double.infinity, projection: flat)
        // A slanted view moves that corner by a few modules.
        let reach = max(2.5, Double(width) / 12)
        for down in stride(from: -reach, through: reach, by: 0.25) {
            for right in stride(from: -reach, through: reach, by: 0.25) {
                var score = -(right * right + down * down) / (reach * reach) * 10
                for y in -2...2 {
                    for x in -2...2 {
                        let ring = max(abs(x), abs(y))
                        let point = flat.point(pattern + right + Double(x), pattern + down + Double(y))
                        let grey = Double(image.pixels[image.index(nearest: point)])
                        // Nine dark or light modules weigh as much as the sixteen of the outer ring.
                        score += ring == 1 ? grey / 8 : -grey / 17
                    }
                }
                guard score > best.score else { continue }
                let found = model.mapped { flat($0) }
                let corner = flat.point(pattern + right, pattern + down)
                let position = Quadrilateral(
                    topLeft: found.topLeft, topRight: found.topRight, bottomRight: corner, bottomLeft: found.bottomLeft)
                best = (score, Projection(onto: position).after(modules))
            }
        }
        return best.projection
    }
}
