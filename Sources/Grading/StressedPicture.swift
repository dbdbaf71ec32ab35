import Files
import Glibc
import Scanning

extension GreyImage {
    /// Dark areas grown by so many pixels at each edge, or shrunk where it is negative.
    func spread(by pixels: Double) -> GreyImage {
        let reach = abs(pixels)
        let whole = Int(reach)
        let darkest = pixels > 0
        let near = (0..<whole).reduce(self) { image, _ in image.extreme(darkest: darkest) }
        let far = near.extreme(darkest: darkest)
        // A share of a pixel is a share of its grey.
        let weight = Int(((reach - Double(whole)) * 256).rounded())
        let greys = zip(near.pixels, far.pixels).map { one, other in
            UInt8(truncatingIfNeeded: (Int(one) * (256 - weight) + Int(other) * weight + 128) >> 8)
        }
        return GreyImage(unchecked: greys, width: width, height: height)
    }

    /// The darkest or lightest of each pixel and its eight neighbours.
    private func extreme(darkest: Bool) -> GreyImage {
        // Rows first, then columns: a square is a row of columns.
        extreme(reach: 1, from: 1, darkest: darkest).extreme(reach: width, from: width, darkest: darkest)
    }

    /// The extreme of each pixel and the two that are `reach` before and after it; the first and last ones stay.
    private func extreme(reach: Int, from first: Int, darkest: Bool) -> GreyImage {
        var result = pixels
        unsafe pixels.withUnsafeBufferPointer { pixels in
            unsafe result.withUnsafeMutableBufferPointer { result in
                for index in first..<max(first, pixels.count - first) {
                    let (one, two) = unsafe (pixels[index - reach], pixels[index + reach])
                    let own = unsafe pixels[index]
                    unsafe result[index] = darkest ? min(own, min(one, two)) : max(own, max(one, two))
                }
            }
        }
        return GreyImage(unchecked: result, width: width, height: height)
    }

    func grainy(deviation: Double, _ numbers: inout SplitMix64) -> GreyImage {
        let factor = Int(deviation * 255 / SplitMix64.bellDeviation * 65_536)
        var result = pixels
        for index in result.indices {
            let pixel = Int(result[index]) + (numbers.bell() * factor) >> 16
            result[index] = UInt8(max(0, min(255, pixel)))
        }
        return GreyImage(unchecked: result, width: width, height: height)
    }

    /// The picture with light that falls off; of each point, in shares of the sides, how much is left.
    func shaded(_ light: (_ right: Double, _ down: Double) -> Double) -> GreyImage {
        var result = pixels
        for y in 0..<height {
            for x in 0..<width {
                let share = light(Double(x) / Double(width), Double(y) / Double(height))
                result[y * width + x] = UInt8(Double(result[y * width + x]) * share)
            }
        }
        return GreyImage(unchecked: result, width: width, height: height)
    }

    /// The picture with a share of its contrast left, about mid grey.
    func faded(to share: Double) -> GreyImage {
        let greys = (0...255).map { UInt8((127.5 + (Double($0) - 127.5) * share).rounded()) }
        return GreyImage(unchecked: pixels.map { greys[Int($0)] }, width: width, height: height)
    }
}

extension SymbolPicture {
    /// What a stain looks like, whatever is below it: tar, ink, dried mud.
    private static let stainGrey: UInt8 = 40
    /// How much light is left in the corner that stands up.
    private static let shade = 0.7

    /// The picture with its lower right corner moved inwards, in a shadow that begins at the middle.
    func withLiftedCorner(_ share: Double) -> SymbolPicture {
        let (width, height) = (Double(image.width), Double(image.height))
        let upright = Quadrilateral(x: 0, y: 0, width: width, height: height)
        var raised = upright
        raised.bottomRight = PixelPoint(x: width * (1 - share), y: height * (1 - share))
        // From the picture by way of the unit square onto the raised shape.
        let move = Projection(onto: raised).after(Projection(onto: upright).inverse)
        var moved = moved(by: move, width: image.width, height: image.height)
        moved.image = moved.image.shaded { right, down in
            // From the middle on, along the diagonal.
            1 - (1 - Self.shade) * max(0, right + down - 1)
        }
        return moved
    }

    /// The picture turned about its middle, on a canvas that holds all of it.
    func rotated(by degrees: Double) -> SymbolPicture {
        let angle = degrees * .pi / 180
        let (cosine, sine) = (cos(angle), sin(angle))
        let (width, height) = (Double(image.width), Double(image.height))
        let newWidth = (width * abs(cosine) + height * abs(sine)).rounded(.up)
        let newHeight = (width * abs(sine) + height * abs(cosine)).rounded(.up)
        let upright = Quadrilateral(x: 0, y: 0, width: width, height: height)
        let turned = upright.mapped { point in
            let (x, y) = (point.x - width / 2, point.y - height / 2)
            return PixelPoint(x: newWidth / 2 + x * cosine - y * sine, y: newHeight / 2 + x * sine + y * cosine)
        }
        let move = Projection(onto: turned).after(Projection(onto: upright).inverse)
        return moved(by: move, width: Int(newWidth), height: Int(newHeight))
    }

    /// The picture with a dark spot of uneven outline over a share of the symbol's area.
    ///
    /// Its middle lies where the spot stays off the finder patterns, from version 4: without one of those no code can be
    /// read, whatever its level.
    func stained(_ share: Double, _ numbers: inout SplitMix64) -> GreyImage {
        let middle = Projection(onto: position).point(0.45 + 0.23 * numbers.share(), 0.45 + 0.23 * numbers.share())
        let (first, second) = (numbers.share() * 2 * .pi, numbers.share() * 2 * .pi)
        // The outline r (1 + 0.12 sin 3φ + 0.08 sin 5φ) encloses π r² (1 + (0.12² + 0.08²) / 2).
        let radius = position.side * (share / (.pi * 1.0104)).squareRoot()
        let outline = (0..<360).map { degree in
            let angle = Double(degree) * .pi / 180
            let reach = radius * (1 + 0.12 * sin(3 * angle + first) + 0.08 * sin(5 * angle + second))
            return reach * reach
        }
        var pixels = image.pixels
        let reach = radius * 1.2
        func range(_ middle: Double, _ size: Int) -> Range<Int> {
            let low = max(0, min(size, Int(middle - reach)))
            return low..<max(low, min(size, Int(middle + reach) + 2))
        }
        for y in range(middle.y, image.height) {
            for x in range(middle.x, image.width) {
                let (right, down) = (Double(x) + 0.5 - middle.x, Double(y) + 0.5 - middle.y)
                let degree = Int((atan2(down, right) / .pi + 1) * 180) % 360
                if right * right + down * down <= outline[degree] { pixels[y * image.width + x] = Self.stainGrey }
            }
        }
        return GreyImage(unchecked: pixels, width: image.width, height: image.height)
    }
}

extension SplitMix64 {
    /// A number of a distribution close to the normal one, with mean 0: the sum of eight bytes, less their mean.
    fileprivate mutating func bell() -> Int {
        let word = next()
        let lanes = (word & 0x00FF_00FF_00FF_00FF) &+ ((word >> 8) & 0x00FF_00FF_00FF_00FF)
        return Int((lanes &* 0x0001_0001_0001_0001) >> 48) - 1020
    }

    /// The standard deviation of ``bell()``: eight times (256² - 1) / 12, under the root.
    fileprivate static let bellDeviation = 209.02

    fileprivate mutating func share() -> Double { Double(next() >> 11) / Double(1 << 53) }
}
