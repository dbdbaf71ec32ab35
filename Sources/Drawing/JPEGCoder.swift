import CCairo
import CTurboJPEG

/// Turns JPEG files into pixels and back.
enum JPEGCoder {
    /// Decodes a file, by itself whole.
    ///
    /// - Parameters:
    ///   - file: the JPEG file.
    ///   - least: a size in pixels; the picture is made smaller while it is decoded, but neither side below it.
    /// - Returns: the pixels.
    /// - Throws: `DrawingError.unreadablePicture`.
    static func pixels(of file: PictureFile, covering least: (width: Int, height: Int)?) throws(DrawingError) -> Picture
    {
        func refuse(_ reason: String) -> DrawingError { .unreadablePicture(path: file.path, reason: reason) }
        guard let decoder = unsafe tjInitDecompress() else { throw .failed("out of memory") }
        defer { unsafe tjDestroy(decoder) }
        let bytes = file.bytes
        var (width, height, sampling, colours): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
        guard
            unsafe tjDecompressHeader3(
                decoder, bytes, UInt(bytes.count), &width, &height, &sampling, &colours) == 0
        else { throw refuse("the JPEG picture is damaged") }
        try JPEGOutline(bytes).check(width: Int(width), height: Int(height), path: file.path)
        let (scaledWidth, scaledHeight) = scaled((Int(width), Int(height)), covering: least)
        let picture = try Picture(width: scaledWidth, height: scaledHeight)
        unsafe cairo_surface_flush(picture.surface)
        let data = unsafe cairo_image_surface_get_data(picture.surface)
        // A cut-off photograph still gives the pixels before the cut; only a hard error gives none.
        let status = unsafe tjDecompress2(
            decoder, bytes, UInt(bytes.count), data, Int32(scaledWidth),
            cairo_image_surface_get_stride(picture.surface), Int32(scaledHeight), Int32(TJPF_BGRX.rawValue), 0)
        guard unsafe status == 0 || tjGetErrorCode(decoder) == Int32(TJERR_WARNING.rawValue) else {
            let isForPress = colours == Int32(TJCS_CMYK.rawValue) || colours == Int32(TJCS_YCCK.rawValue)
            throw refuse(isForPress ? "its colours are CMYK: save it in RGB" : "the JPEG picture is damaged")
        }
        unsafe cairo_surface_mark_dirty(picture.surface)
        return picture
    }

    /// The smallest size that the decoder can make of a picture and that still covers another.
    private static func scaled(_ size: (Int, Int), covering least: (width: Int, height: Int)?) -> (Int, Int) {
        guard let least else { return size }
        var count: Int32 = 0
        guard let factors = unsafe tjGetScalingFactors(&count) else { return size }
        var best = size
        for index in 0..<Int(count) {
            let factor = unsafe factors[index]
            func side(_ length: Int) -> Int {
                (length * Int(factor.num) + Int(factor.denom) - 1) / Int(factor.denom)
            }
            let candidate = (side(size.0), side(size.1))
            if candidate.0 >= least.width, candidate.1 >= least.height, candidate.0 < best.0 { best = candidate }
        }
        return best
    }

    /// The file of a picture's pixels; the same pixels give the same bytes.
    ///
    /// Throws `DrawingError.failed`.
    static func file(of picture: Picture, quality: Int32) throws(DrawingError) -> [UInt8] {
        guard let coder = unsafe tjInitCompress() else { throw .failed("out of memory") }
        defer { unsafe tjDestroy(coder) }
        unsafe cairo_surface_flush(picture.surface)
        var output: UnsafeMutablePointer<UInt8>?
        var count: UInt = 0
        let status = unsafe tjCompress2(
            coder, cairo_image_surface_get_data(picture.surface), Int32(picture.width),
            cairo_image_surface_get_stride(picture.surface), Int32(picture.height), Int32(TJPF_BGRX.rawValue), &output,
            &count, Int32(TJSAMP_444.rawValue), quality, 0)
        defer { unsafe tjFree(output) }
        guard status == 0, let output = unsafe output else { throw .failed("a photograph cannot be made smaller") }
        return unsafe [UInt8](UnsafeBufferPointer(start: output, count: Int(count)))
    }
}
