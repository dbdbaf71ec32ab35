import Files
package import Layout
import Scanning
import TestSupport

/// The pages of a PDF as grey pixels, as Poppler draws them.
package struct Raster {
    /// A page.
    package struct Page {
        package let width, height: Int
        package let pixels: [UInt8]
        package let dotsPerInch: Int

        /// The extent of what is darker than a grey within a box; nil where nothing is.
        package func dark(in box: Rectangle, below grey: UInt8 = 128) -> Rectangle? {
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

    package let pages: [Page]

    package init(_ pdf: String, dotsPerInch: Int) throws {
        let drawing = try Program.system("pdftoppm")
            .run(["-r", "\(dotsPerInch)", "-gray", "-aa", "no", "-aaVector", "no", pdf])
        guard drawing.status == 0 else { throw RasterError(description: drawing.errors) }
        var parts = GreyPages(drawing.output)
        var pages: [Page] = []
        while let part = parts.next() {
            pages.append(
                Page(
                    width: part.image.width, height: part.image.height, pixels: part.image.pixels,
                    dotsPerInch: dotsPerInch))
        }
        self.pages = pages
    }
}
