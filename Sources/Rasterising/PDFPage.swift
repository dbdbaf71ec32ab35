import CCairo
import CPoppler
import LateLibrary
package import Layout
package import Scanning

/// A page of a PDF file as a printer gets it: pixels of any part of it at any resolution, and its text; for one thread.
///
/// Poppler reads the page once, in the way for printing, which leaves images unsmoothed, into a recording of Cairo's; each
/// raster replays what of it is inside. So ten small pictures of a sheet cost much less than the sheet.
@safe package final class PDFPage {
    package let size: Size

    private let poppler: PopplerFunctions
    private let page: OpaquePointer
    private let recording: OpaquePointer
    private let buffer: PixelBuffer
    private let work: WatchedWork

    // Images are recorded for a resolution; a recording at that of the finest raster never loses any.
    private static let recordedDotsPerInch = 600.0

    /// Whether a page of so many points is as large as a sheet may be, and not without extent.
    static func isSheet(width: Double, height: Double) -> Bool {
        guard width > 0, height > 0, max(width, height) / 72 * 25.4 <= PDFLimits.longestSide else { return false }
        return width * height * (300.0 / 72 * 300 / 72) <= PDFLimits.mostPixels
    }

    /// Records a page, of which it becomes the owner, and whose rasters share a buffer; nil where Poppler or Cairo fails.
    init?(_ page: OpaquePointer, _ poppler: PopplerFunctions, _ buffer: PixelBuffer, _ work: WatchedWork) {
        (self.poppler, self.buffer, self.work) = (poppler, buffer, work)
        unsafe self.page = page
        var (width, height) = (0.0, 0.0)
        unsafe poppler.page_get_size(page, &width, &height)
        size = Size(width: .pt(width), height: .pt(height))
        let scale = Self.recordedDotsPerInch / 72
        var extents = cairo_rectangle_t(x: 0, y: 0, width: width * scale, height: height * scale)
        unsafe recording = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents)
        let context = unsafe cairo_create(recording)
        defer { unsafe cairo_destroy(context) }
        unsafe cairo_scale(context, scale, scale)
        work.call { unsafe poppler.page_render_for_printing(page, context) }
        guard unsafe cairo_status(context) == CAIRO_STATUS_SUCCESS else { return nil }
    }

    deinit {
        unsafe cairo_surface_destroy(recording)
        unsafe g_object_unref(UnsafeMutableRawPointer(page))
    }

    /// The pixels of a part of the page, on white paper.
    ///
    /// Holes, and what is outside the page, are white; nil where there would be no pixels, or more than a sheet of A3 has at
    /// 600 dots an inch.
    package func raster(of box: Rectangle, dotsPerInch: Double, without holes: [Rectangle] = []) -> GreyImage? {
        let pixelsPerPoint = dotsPerInch / 72
        // PDF files round their lengths: a hundredth of a pixel is none.
        let width = (box.size.width.points * pixelsPerPoint - 0.01).rounded(.up)
        let height = (box.size.height.points * pixelsPerPoint - 0.01).rounded(.up)
        guard width >= 1, height >= 1, width * height <= PDFLimits.mostPixels,
            let surface = unsafe buffer.whiteSurface(width: Int(width), height: Int(height))
        else { return nil }
        defer { unsafe cairo_surface_destroy(surface) }
        let context = unsafe cairo_create(surface)
        defer { unsafe cairo_destroy(context) }
        unsafe cairo_translate(context, -box.minX.points * pixelsPerPoint, -box.minY.points * pixelsPerPoint)
        if !holes.isEmpty { unsafe Self.clip(context, outside: holes, of: box, pixelsPerPoint) }
        let scale = dotsPerInch / Self.recordedDotsPerInch
        unsafe cairo_scale(context, scale, scale)
        unsafe cairo_set_source_surface(context, recording, 0, 0)
        work.call { unsafe cairo_paint(context) }
        guard unsafe cairo_status(context) == CAIRO_STATUS_SUCCESS else { return nil }
        return unsafe GreyImage(surface: surface)
    }

    package var isBlank: Bool {
        var (x, y, width, height) = (0.0, 0.0, 0.0, 0.0)
        unsafe cairo_recording_surface_ink_extents(recording, &x, &y, &width, &height)
        return width <= 0 || height <= 0
    }

    /// The whole page's pixels, with parts of it left white.
    package func raster(dotsPerInch: Double, without holes: [Rectangle] = []) -> GreyImage? {
        raster(of: Rectangle(origin: .zero, size: size), dotsPerInch: dotsPerInch, without: holes)
    }

    /// Keeps whole pixels alone, so that Cairo clips by rectangles and not by a mask.
    private static func clip(
        _ context: OpaquePointer?, outside holes: [Rectangle], of box: Rectangle, _ pixelsPerPoint: Double
    ) {
        func add(_ box: Rectangle) {
            let (x, y) = (box.minX.points * pixelsPerPoint, box.minY.points * pixelsPerPoint)
            let (right, bottom) = (box.maxX.points * pixelsPerPoint, box.maxY.points * pixelsPerPoint)
            unsafe cairo_rectangle(
                context, x.rounded(), y.rounded(), right.rounded() - x.rounded(), bottom.rounded() - y.rounded())
        }
        for hole in holes {
            // Holes one by one: two that overlap would open what they have in common.
            unsafe cairo_set_antialias(context, CAIRO_ANTIALIAS_NONE)
            unsafe cairo_set_fill_rule(context, CAIRO_FILL_RULE_EVEN_ODD)
            add(box.inset(by: .mm(-1)))
            add(hole)
            unsafe cairo_clip(context)
        }
    }

    /// The glyphs that can be copied out of the page, in Poppler's reading order.
    package func text() -> PageText {
        guard let text = unsafe work.call({ unsafe poppler.page_get_text(page) }) else { return PageText() }
        defer { unsafe g_free(text) }
        var rectangles: UnsafeMutablePointer<PopplerRectangle>?
        var count: UInt32 = 0
        let hasLayout = work.call { unsafe poppler.page_get_text_layout(page, &rectangles, &count) != 0 }
        guard hasLayout, let rectangles = unsafe rectangles else { return PageText() }
        defer { unsafe g_free(rectangles) }
        // Poppler has one rectangle for each Unicode scalar of its text.
        let scalars = unsafe String(cString: text).unicodeScalars
        let glyphs = scalars.prefix(Int(count)).enumerated().map { index, scalar in
            let box = unsafe rectangles[index]
            let centre = Point(x: .pt((box.x1 + box.x2) / 2), y: .pt((box.y1 + box.y2) / 2))
            let size = Size(width: .pt(abs(box.x2 - box.x1)), height: .pt(abs(box.y2 - box.y1)))
            return PageText.Glyph(scalar: scalar, centre: centre, size: size)
        }
        return PageText(glyphs: glyphs)
    }
}

extension GreyImage {
    fileprivate init?(surface: OpaquePointer) {
        unsafe cairo_surface_flush(surface)
        guard let data = unsafe cairo_image_surface_get_data(surface) else { return nil }
        let stride = unsafe Int(cairo_image_surface_get_stride(surface))
        let width = unsafe Int(cairo_image_surface_get_width(surface))
        let height = unsafe Int(cairo_image_surface_get_height(surface))
        let pixels = unsafe [UInt8](unsafeUninitializedCapacity: width * height) { buffer, count in
            guard let target = buffer.baseAddress else { return }
            for row in 0..<height {
                let source = unsafe UnsafeRawPointer(data + row * stride).assumingMemoryBound(to: UInt32.self)
                let line = unsafe target + row * width
                for column in 0..<width {
                    // Red, green, blue from the highest byte on; weights of BT.601 in 256ths.
                    let pixel = unsafe source[column]
                    let grey = (pixel & 255) &* 29 &+ (pixel >> 8 & 255) &* 150 &+ (pixel >> 16 & 255) &* 77
                    unsafe line[column] = UInt8(truncatingIfNeeded: grey >> 8)
                }
            }
            count = width * height
        }
        self.init(width: width, height: height, pixels: pixels)
    }
}
