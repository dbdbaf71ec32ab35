import Foundation
package import Layout
import Scanning
import TestSupport

/// A part of a PDF's page at 1200 dpi, to be measured to a hundredth of a millimetre.
package struct MeasuredPart {
    private static let dotsPerInch = 1200
    private let image: GreyImage
    private let origin: Point

    /// Rasterises a part of a page with Poppler.
    package init(_ pdf: String, page: Int, _ box: Rectangle) throws {
        func pixel(_ length: Length) -> Int { Int((length.points * Double(Self.dotsPerInch) / 72).rounded()) }
        let (left, top) = (pixel(box.minX), pixel(box.minY))
        let made = try Program.system("pdftoppm").run([
            "-gray", "-r", "\(Self.dotsPerInch)", "-f", "\(page)", "-l", "\(page)", "-x", "\(left)", "-y", "\(top)",
            "-W", "\(pixel(box.maxX) - left)", "-H", "\(pixel(box.maxY) - top)", pdf,
        ])
        var pages = GreyPages(made.output)
        guard made.status == 0, let part = pages.next() else { throw RasterError(description: made.errors) }
        image = part.image
        origin = Point(x: Self.length(Double(left)), y: Self.length(Double(top)))
    }

    private static func length(_ pixels: Double) -> Length { .pt(pixels * 72 / Double(dotsPerInch)) }

    /// Whether every pixel is white.
    package var isWhite: Bool { image.pixels.allSatisfy { $0 == 255 } }

    /// The dark runs from left to right, by their edges on the page.
    package var columns: [(start: Length, end: Length)] {
        var light = [Int](repeating: 0, count: image.width)
        for (place, pixel) in image.pixels.enumerated() { light[place % image.width] += Int(pixel) }
        return Self.runs(light.map { Double($0) / Double(image.height) }, from: origin.x)
    }

    /// The dark runs from top to bottom, by their edges on the page.
    package var rows: [(start: Length, end: Length)] {
        var light = [Int](repeating: 0, count: image.height)
        for (place, pixel) in image.pixels.enumerated() { light[place / image.width] += Int(pixel) }
        return Self.runs(light.map { Double($0) / Double(image.width) }, from: origin.y)
    }

    /// Runs darker than half, their edges at the share that the smoothed pixels at their ends are dark.
    private static func runs(_ light: [Double], from origin: Length) -> [(start: Length, end: Length)] {
        var runs: [(start: Length, end: Length)] = []
        var place = 0
        while place < light.count {
            guard light[place] < 128 else {
                place += 1
                continue
            }
            let start = place
            while place < light.count, light[place] < 128 { place += 1 }
            func dark(_ index: Int) -> Double { light.indices.contains(index) ? 1 - light[index] / 255 : 0 }
            let first = Double(start + 1) - dark(start) - dark(start - 1)
            let last = Double(place - 1) + dark(place - 1) + dark(place)
            runs.append((origin + length(first), origin + length(last)))
        }
        return runs
    }
}

/// Whether lengths are the same, each to 0.05 mm.
package func areSame(_ a: [Length], _ b: [Length]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { abs(($0 - $1).millimetres) <= 0.05 }
}
