import CCairo
import Layout
import Messages
import Pictures
package import Typesetting

/// A page as a PNG picture, for looking at.
package enum PNGPicture {
    // Three sheets of A4 side by side at 600 dots an inch.
    private static let mostPixels = 150_000_000.0

    /// Writes rows of pages, a gap between them, at a resolution in dots an inch.
    ///
    /// The file must not be there yet. Throws `DrawingError.cannotWrite`, or `PictureError` of a picture that cannot be used.
    package static func write(
        _ rows: [[TypesetPage]], path: String, dotsPerInch: Double, typesetter: Typesetter
    ) throws {
        let gap = Length.mm(4)
        let pixelsPerPoint = dotsPerInch / 72
        func height(_ row: [TypesetPage]) -> Length { row.map(\.size.height).max() ?? .zero }
        let width = rows.map { row in row.reduce(gap) { $0 + $1.size.width + gap } }.max() ?? gap
        let extent = rows.reduce(gap) { $0 + height($1) + gap }
        let across = (width.points * pixelsPerPoint).rounded(.up)
        let down = (extent.points * pixelsPerPoint).rounded(.up)
        guard max(across, down) <= Double(PictureLimits.longestSide), across * down <= mostPixels else {
            throw DrawingError.cannotWrite(
                path: path,
                reason: Message(
                    en: "it would have too many pixels: choose fewer dots an inch",
                    vi: "sẽ có quá nhiều điểm ảnh: hãy chọn ít điểm trên inch hơn"))
        }
        let picture = try Picture(width: Int(across), height: Int(down))
        defer { withExtendedLifetime(picture) {} }
        let canvas = unsafe Canvas(surface: picture.surface)
        canvas.prepare(pixelsPerPoint: pixelsPerPoint)
        var y = gap
        for row in rows {
            var x = gap
            for page in row {
                try canvas.draw(page, at: Point(x: x, y: y), typesetter: typesetter)
                x = x + page.size.width + gap
            }
            y = y + height(row) + gap
        }
        try canvas.check()
        let sink = try FileSink(path: path)
        let status = unsafe cairo_surface_write_to_png_stream(
            picture.surface, FileSink.cairoWrite, Unmanaged.passUnretained(sink).toOpaque())
        try sink.close()
        guard status == CAIRO_STATUS_SUCCESS else {
            throw DrawingError.failed(Message(verbatim: unsafe String(cString: cairo_status_to_string(status))))
        }
    }
}
