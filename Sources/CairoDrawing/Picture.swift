import CCairo
import Foundation
import Messages
import Pictures

@safe final class Picture {
    let surface: OpaquePointer
    let width, height: Double

    /// Pixels of a size, black, and transparent where they may be.
    ///
    /// Throws `PictureError.failed` where there is no memory for them.
    init(width: Int, height: Int, hasAlpha: Bool = false) throws(PictureError) {
        unsafe surface = cairo_image_surface_create(
            hasAlpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
        (self.width, self.height) = (Double(width), Double(height))
        guard unsafe cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else {
            throw .failed(Message(en: "out of memory", vi: "hết bộ nhớ"))
        }
    }

    deinit { unsafe cairo_surface_destroy(surface) }

    /// Decodes a PNG file; throws `PictureError`.
    convenience init(png file: PictureFile) throws(PictureError) {
        let png = try PNGFile(file)
        try self.init(width: png.width, height: png.height, hasAlpha: png.hasAlpha)
        if let pixels = unsafe pixels { try unsafe png.read(to: pixels, stride: stride) }
        unsafe cairo_surface_mark_dirty(surface)
    }

    /// Decodes a JPEG file, by itself whole.
    ///
    /// - Parameters:
    ///   - file: the JPEG file.
    ///   - least: a size in pixels; the picture is made smaller while it is decoded, but neither side below it.
    /// - Throws: `PictureError`.
    convenience init(jpeg file: PictureFile, covering least: (width: Int, height: Int)? = nil) throws(PictureError) {
        let jpeg = try JPEGFile(file)
        let size = least.map(jpeg.size(covering:)) ?? (width: jpeg.width, height: jpeg.height)
        try self.init(width: size.width, height: size.height)
        try unsafe jpeg.read(.colour, to: pixels, size: size, stride: stride)
        unsafe cairo_surface_mark_dirty(surface)
    }

    /// The pixels as the bytes of a JPEG file; the same pixels give the same bytes.
    ///
    /// Throws `PictureError.failed`.
    func jpeg(quality: Int32) throws(PictureError) -> [UInt8] {
        try unsafe JPEGFile.bytes(of: pixels, width: Int(width), height: Int(height), stride: stride, quality: quality)
    }

    /// The pixels as they are now: four bytes each, blue, green, red and alpha, in rows ``stride`` bytes apart.
    @unsafe var pixels: UnsafeMutablePointer<UInt8>? {
        unsafe cairo_surface_flush(surface)
        return unsafe cairo_image_surface_get_data(surface)
    }

    var stride: Int { unsafe Int(cairo_image_surface_get_stride(surface)) }

    /// Lets a PDF hold these bytes, the same picture as a JPEG file, instead of the pixels.
    func attach(jpeg bytes: [UInt8]) {
        guard let copy = unsafe malloc(bytes.count) else { return }
        unsafe copy.copyMemory(from: bytes, byteCount: bytes.count)
        let status = unsafe cairo_surface_set_mime_data(
            surface, "image/jpeg", copy.assumingMemoryBound(to: UInt8.self), UInt(bytes.count), { unsafe free($0) },
            copy)
        if status != CAIRO_STATUS_SUCCESS { unsafe free(copy) }
    }
}
