import Glibc
package import Scanning

/// A photograph that is made, not taken: pictures that lie on a table, seen by a camera with its faults.
package struct SyntheticPhotograph {
    /// The photograph as it is by now.
    package private(set) var image: GreyImage

    /// An empty table.
    package init(width: Int, height: Int, table: UInt8) {
        image = GreyImage(unchecked: Array(repeating: table, count: width * height), width: width, height: height)
    }

    /// A position in shares of the photograph's sides, by its corners clockwise from the picture's own top left.
    package func position(_ corners: [(x: Double, y: Double)]) -> Quadrilateral {
        let points = corners.map { PixelPoint(x: $0.x * Double(image.width), y: $0.y * Double(image.height)) }
        return Quadrilateral(
            topLeft: points[0], topRight: points[1], bottomRight: points[2], bottomLeft: points[3])
    }

    /// Lays a picture onto a position.
    package mutating func lay(_ picture: GreyImage, onto position: Quadrilateral) {
        let (xs, ys) = (position.corners.map(\.x), position.corners.map(\.y))
        let left = max(0, Int(xs.min() ?? 0))
        let top = max(0, Int(ys.min() ?? 0))
        let right = min(image.width, Int(xs.max() ?? 0) + 1)
        let bottom = min(image.height, Int(ys.max() ?? 0) + 1)
        guard left < right, top < bottom else { return }
        let moved = position.mapped { PixelPoint(x: $0.x - Double(left), y: $0.y - Double(top)) }
        let unit = Quadrilateral(x: 0, y: 0, width: Double(picture.width), height: Double(picture.height))
        let source = Projection(onto: unit).after(Projection(onto: moved).inverse)
        // 1 lies outside the picture: nothing else is of that grey.
        let part = picture.warped(width: right - left, height: bottom - top, from: source, paper: 1)
        var pixels = image.pixels
        for row in 0..<part.height {
            for column in 0..<part.width where part.pixels[row * part.width + column] != 1 {
                pixels[(top + row) * image.width + left + column] = part.pixels[row * part.width + column]
            }
        }
        image = GreyImage(unchecked: pixels, width: image.width, height: image.height)
    }

    /// Lets light fall off across the photograph, from its full strength on one side to a share of it on the other.
    package mutating func shade(to share: Double, along degrees: Double) {
        let (right, down) = (cos(degrees * .pi / 180), sin(degrees * .pi / 180))
        let reach = (abs(right) + abs(down)) / 2
        let across = (0..<image.width).map { (Double($0) / Double(image.width) - 0.5) * right / reach / 2 }
        var pixels = image.pixels
        for row in 0..<image.height {
            let start = (Double(row) / Double(image.height) - 0.5) * down / reach / 2 + 0.5
            for column in 0..<image.width {
                let light = 1 - (1 - share) * (start + across[column])
                let index = row * image.width + column
                pixels[index] = UInt8(Double(pixels[index]) * light)
            }
        }
        image = GreyImage(unchecked: pixels, width: image.width, height: image.height)
    }

    /// Takes it out of focus, by the standard deviation in pixels.
    package mutating func blur(_ sigma: Double) { image = image.blurred(sigma: sigma) }

    /// Adds grain, up to so many greys each way.
    package mutating func grain(_ greys: Int, using random: inout some RandomNumberGenerator) {
        var pixels = image.pixels
        for index in stride(from: 0, to: pixels.count - 7, by: 8) {
            var word = random.next()
            for next in index..<index + 8 {
                let noise = Int(word & 255) * (2 * greys + 1) / 256 - greys
                pixels[next] = UInt8(max(0, min(255, Int(pixels[next]) + noise)))
                word >>= 8
            }
        }
        image = GreyImage(unchecked: pixels, width: image.width, height: image.height)
    }

    /// Makes it a JPEG picture and reads that.
    package mutating func compress(quality: Int) throws {
        image = try JPEGPicture(image, quality: quality).image()
    }
}
