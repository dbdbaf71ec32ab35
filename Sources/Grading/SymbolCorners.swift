package import QRCode
package import Scanning

extension Quadrilateral {
    /// The corners of a symbol's own modules in a picture that holds exactly its box, quiet zone included.
    package init(symbolOf code: QRCode, fillingWidth width: Double, height: Double) {
        let modules = Double(code.width + 2 * QRCode.quietZone)
        let quiet = Double(QRCode.quietZone)
        self.init(
            x: width * quiet / modules, y: height * quiet / modules, width: width * Double(code.width) / modules,
            height: height * Double(code.width) / modules)
    }

    /// The corners moved to where the symbol really is, for a picture that is a little turned, shifted or warped.
    ///
    /// First the whole is shifted, then each corner by itself in smaller and smaller steps, as long as dark modules get darker
    /// and light ones lighter; it must be right within one and a half modules before. Some milliseconds a code: only for
    /// pictures that need it.
    package func refined(for code: QRCode, in image: GreyImage) -> Quadrilateral {
        var best = self
        var clearest = clearness(of: code, in: image)
        func attempt(_ position: Quadrilateral) -> Bool {
            let clearness = position.clearness(of: code, in: image)
            guard clearness > clearest else { return false }
            (best, clearest) = (position, clearness)
            return true
        }
        var step = side / Double(code.width) / 2
        for right in -3...3 {
            for down in -3...3 { _ = attempt(moving(-1, Double(right) * step, Double(down) * step)) }
        }
        while step > 0.2 {
            var isBetter = false
            for corner in -1..<4 {
                for (x, y) in [(step, 0), (-step, 0), (0, step), (0, -step)] where attempt(best.moving(corner, x, y)) {
                    isBetter = true
                }
            }
            if !isBetter { step /= 2 }
        }
        return best
    }

    /// A corner, clockwise from 0 at the top left, or all of them (-1), somewhere else.
    private func moving(_ corner: Int, _ x: Double, _ y: Double) -> Quadrilateral {
        var index = -1
        return mapped { point in
            index += 1
            guard corner == index || corner < 0 else { return point }
            return PixelPoint(x: point.x + x, y: point.y + y)
        }
    }

    /// The light modules' sum of greys less the dark ones', at four points in each.
    private func clearness(of code: QRCode, in image: GreyImage) -> Int {
        let projection = Projection(square: Double(code.width), onto: self)
        let pixels = image.pixels.span
        var sum = 0
        for row in 0..<code.width {
            for column in 0..<code.width {
                var grey = 0
                for (right, down) in [(0.2, 0.2), (0.8, 0.2), (0.2, 0.8), (0.8, 0.8)] {
                    let point = projection.point(Double(column) + right, Double(row) + down)
                    grey += Int(pixels[image.index(nearest: point)])
                }
                sum += code[column, row] ? -grey : grey
            }
        }
        return sum
    }
}
