import Files
import Foundation
import Layout
import TestSupport
import Testing

/// The pages of a PDF as grey pixels, as Poppler draws them.
struct Raster {
    /// A page.
    struct Page {
        let width, height: Int
        let pixels: [UInt8]
        let dotsPerInch: Int

        /// The extent of what is darker than a grey within a box; nil where nothing is.
        func dark(in box: Rectangle, below grey: UInt8 = 128) -> Rectangle? {
            func pixel(_ length: Length) -> Int { Int((length.millimetres / 25.4 * Double(dotsPerInch)).rounded()) }
            let columns = max(0, pixel(box.minX))..<min(width, pixel(box.maxX))
            let rows = max(0, pixel(box.minY))..<min(height, pixel(box.maxY))
            var (left, right, top, bottom) = (Int.max, -1, Int.max, -1)
            for y in rows {
                for x in columns where pixels[y * width + x] < grey {
                    (left, right) = (min(left, x), max(right, x))
                    (top, bottom) = (min(top, y), max(bottom, y))
                }
            }
            guard right >= 0 else { return nil }
            func length(_ pixels: Int) -> Length { .mm(Double(pixels) * 25.4 / Double(dotsPerInch)) }
            return Rectangle(
                origin: Point(x: length(left), y: length(top)),
                size: Size(width: length(right + 1 - left), height: length(bottom + 1 - top)))
        }
    }

    let pages: [Page]

    init(_ pdf: String, dotsPerInch: Int, in folder: TemporaryFolder) throws {
        let name = folder.next("raster")
        try folder.write(name + "/none", "")
        let drawing = try Program.system("pdftoppm")
            .run(["-r", "\(dotsPerInch)", "-gray", "-aa", "no", "-aaVector", "no", pdf, folder(name + "/page")])
        try #require(drawing.status == 0, "\(drawing.errors)")
        pages = try folder.names(in: name).filter { $0.hasSuffix(".pgm") }.map { file in
            let data = try folder.data(name + "/" + file)
            let header = try #require(String(data: data.prefix(40), encoding: .isoLatin1))
            let match = try #require(header.prefixMatch(of: /P5\s+(\d+)\s+(\d+)\s+255\s/))
            return Page(
                width: try #require(Int(match.1)), height: try #require(Int(match.2)),
                pixels: [UInt8](
                    data.dropFirst(header.distance(from: header.startIndex, to: match.range.upperBound))),
                dotsPerInch: dotsPerInch)
        }
        try FileManager.default.removeItem(atPath: folder(name))
    }
}
