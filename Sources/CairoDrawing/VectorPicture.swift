import CCairo
import CHarfBuzz
import CRSVG
import LateLibrary
import Messages
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
        func refuse(en english: String, vi vietnamese: String) -> PictureError {
            .unreadable(path: file.path, reason: Message(en: english, vi: vietnamese))
        }
        guard file.bytes.count <= PictureLimits.mostSVGBytes else {
            throw refuse(
                en: "it is longer than \(PictureLimits.mostSVGBytes >> 20) MiB: save it with fewer points",
                vi: "dài hơn \(PictureLimits.mostSVGBytes >> 20) MiB: hãy lưu lại với ít điểm hơn")
        }
        let source = String(decoding: file.bytes, as: UTF8.self)
        guard source.contains("<svg") else {
            throw refuse(
                en: "it is neither an SVG, a PNG nor a JPEG picture", vi: "không phải là hình SVG, PNG hay JPEG")
        }
        guard !source.contains(/<([A-Za-z]+:)?text[\s\/>]/) else {
            throw refuse(
                en: "it has texts, which would be set in whatever font is there: turn them into paths",
                vi: "hình có chữ, sẽ hiện bằng phông chữ bất kỳ: hãy chuyển chữ thành nét vẽ")
        }
        guard !source.contains(/<([A-Za-z]+:)?image[\s\/>]/) else {
            throw refuse(
                en: "it has pictures of pixels within: place them in the template instead",
                vi: "hình có ảnh điểm bên trong: hãy đặt ảnh đó vào mẫu")
        }
        // What such names stand for cannot be seen here, and names of names grow without end.
        guard !source.contains("<!ENTITY") else {
            throw refuse(
                en: "it has names of its own for text (<!ENTITY): save it as plain SVG",
                vi: "hình đặt tên riêng cho đoạn chữ (<!ENTITY): hãy lưu lại thành SVG thường")
        }
        guard !source.contains(/<([A-Za-z]+:)?(filter|foreignObject)[\s\/>]/) else {
            throw refuse(
                en: "it has effects, which would be pixels: save it without filters",
                vi: "hình có hiệu ứng sẽ thành điểm ảnh: hãy lưu lại không có bộ lọc")
        }
        rsvg = try RSVGFunctions.library.functions
        let rsvg = rsvg
        var failure: UnsafeMutablePointer<GError>?
        let read = unsafe Self.work(file.path).call {
            unsafe rsvg.handle_new_from_data(file.bytes, UInt(file.bytes.count), &failure)
        }
        guard let handle = unsafe read else {
            let reason = unsafe Self.message(failure)
            throw refuse(
                en: "it cannot be read as SVG: \(reason.english)", vi: "không đọc được như SVG: \(reason.vietnamese)")
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
        guard width > 0, height > 0 else {
            throw refuse(
                en: "its <svg> has no viewBox, so that its size is not known",
                vi: "thẻ <svg> không có viewBox nên không biết cỡ hình")
        }
    }

    deinit { unsafe g_object_unref(handle) }

    /// Draws it into a box of its own ratio, in the context's units.
    func draw(in context: OpaquePointer, x: Double, y: Double, width: Double, height: Double) throws(DrawingError) {
        var viewport = RsvgRectangle(x: x, y: y, width: width, height: height)
        var failure: UnsafeMutablePointer<GError>?
        let isDrawn = Self.work(path).call {
            unsafe rsvg.handle_render_document(handle, context, &viewport, &failure) != 0
        }
        guard isDrawn else {
            let reason = unsafe Self.message(failure)
            throw .failed(
                Message(
                    en: "an SVG picture cannot be drawn: \(reason.english)",
                    vi: "không vẽ được hình SVG: \(reason.vietnamese)"))
        }
    }

    private static func work(_ path: String) -> WatchedWork { WatchedWork(path, seconds: PictureLimits.vectorSeconds) }

    private static func message(_ failure: UnsafeMutablePointer<GError>?) -> Message {
        guard let failure = unsafe failure else { return .noReason }
        defer { unsafe g_error_free(failure) }
        return Message(verbatim: unsafe String(cString: failure.pointee.message))
    }
}
