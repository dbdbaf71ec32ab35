import CCairo
import CHarfBuzz
import CRSVG
import LateLibrary
import Pictures

extension RSVGFunctions {
    fileprivate static let library = unsafe LateLibrary<RSVGFunctions>(
        "librsvg-2", names: String(cString: RSVGFunctionsNames()))
}

/// Owner of an SVG picture, which is drawn as vectors.
@safe final class VectorPicture {
    private let rsvg: RSVGFunctions
    private let handle: UnsafeMutablePointer<RsvgHandle>
    private let path: String
    /// The extent of its `viewBox`, or else of its width and height: only their ratio matters.
    let width, height: Double

    /// Reads an SVG file; `colour`, `#RRGGBB`, is what it draws in where it says `currentColor`.
    ///
    /// Refuses texts, whose fonts would be the machine's choice, and other files, which are not looked for.
    /// Throws `PictureError.unreadable`, or `MissingLibrary` where librsvg is not there.
    init(_ file: PictureFile, colour: String) throws {
        func refuse(_ reason: String) -> PictureError { .unreadable(path: file.path, reason: reason) }
        guard file.bytes.count <= PictureLimits.mostSVGBytes else {
            throw refuse("it is longer than \(PictureLimits.mostSVGBytes >> 20) MiB: save it with fewer points")
        }
        let source = String(decoding: file.bytes, as: UTF8.self)
        guard source.contains("<svg") else { throw refuse("it is neither an SVG, a PNG nor a JPEG picture") }
        guard !source.contains(/<([A-Za-z]+:)?text[\s\/>]/) else {
            throw refuse("it has texts, which would be set in whatever font is there: turn them into paths")
        }
        guard !source.contains(/<([A-Za-z]+:)?image[\s\/>]/) else {
            throw refuse("it has pictures of pixels within: place them in the template instead")
        }
        // What such names stand for cannot be seen here, and names of names grow without end.
        guard !source.contains("<!ENTITY") else {
            throw refuse("it has names of its own for text (<!ENTITY): save it as plain SVG")
        }
        guard !source.contains(/<([A-Za-z]+:)?(filter|foreignObject)[\s\/>]/) else {
            throw refuse("it has effects, which would be pixels: save it without filters")
        }
        rsvg = try RSVGFunctions.library.functions
        let rsvg = rsvg
        var failure: UnsafeMutablePointer<GError>?
        let read = unsafe Self.work(file.path).call {
            unsafe rsvg.handle_new_from_data(file.bytes, UInt(file.bytes.count), &failure)
        }
        guard let handle = unsafe read else {
            throw refuse(unsafe "it cannot be read as SVG: \(Self.message(failure))")
        }
        unsafe self.handle = handle
        path = file.path
        unsafe rsvg.handle_set_dpi(handle, 72)
        let style = Array("svg { color: \(colour) }".utf8)
        _ = unsafe rsvg.handle_set_stylesheet(handle, style, UInt(style.count), nil)
        var (hasWidth, hasHeight, hasBox): (gboolean, gboolean, gboolean) = (0, 0, 0)
        var (lengthX, lengthY) = (RsvgLength(), RsvgLength())
        var box = RsvgRectangle()
        unsafe rsvg.handle_get_intrinsic_dimensions(handle, &hasWidth, &lengthX, &hasHeight, &lengthY, &hasBox, &box)
        var (width, height) = (box.width, box.height)
        if hasBox == 0 {
            (width, height) = (0, 0)
            _ = unsafe rsvg.handle_get_intrinsic_size_in_pixels(handle, &width, &height)
        }
        (self.width, self.height) = (width, height)
        guard width > 0, height > 0 else { throw refuse("its <svg> has no viewBox, so that its size is not known") }
    }

    deinit { unsafe g_object_unref(handle) }

    /// Draws it into a box of its own ratio, in the context's units.
    func draw(in context: OpaquePointer, x: Double, y: Double, width: Double, height: Double) throws(DrawingError) {
        var viewport = RsvgRectangle(x: x, y: y, width: width, height: height)
        var failure: UnsafeMutablePointer<GError>?
        let isDrawn = Self.work(path).call {
            unsafe rsvg.handle_render_document(handle, context, &viewport, &failure) != 0
        }
        guard isDrawn else { throw unsafe .failed("an SVG picture cannot be drawn: \(Self.message(failure))") }
    }

    private static func work(_ path: String) -> WatchedWork { WatchedWork(path, seconds: PictureLimits.vectorSeconds) }

    private static func message(_ failure: UnsafeMutablePointer<GError>?) -> String {
        guard let failure = unsafe failure else { return "no reason is given" }
        defer { unsafe g_error_free(failure) }
        return unsafe String(cString: failure.pointee.message)
    }
}
