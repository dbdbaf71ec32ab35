import CCairo
import CTurboJPEG

/// The grey pixels of a PNG or JPEG file, as a scanner reads them.
package struct GreyPicture {
    /// Pixels from left to right and from top to bottom.
    package let width, height: Int
    /// The pixels, row by row, 0 for black; transparent ones are white, as on paper.
    package let pixels: [UInt8]

    /// Reads a PNG or JPEG file; throws `DrawingError.unreadablePicture`.
    package init(path: String) throws(DrawingError) { try self.init(PictureFile(path: path)) }

    /// Decodes a PNG or JPEG file's bytes; throws `DrawingError.unreadablePicture`.
    init(_ file: PictureFile) throws(DrawingError) {
        switch file.form {
        case .jpeg: try self.init(jpeg: file)
        case .png: try self.init(try Picture(png: file).inUsualForm(), path: file.path)
        case .other: throw .unreadablePicture(path: file.path, reason: "it is neither a PNG nor a JPEG picture")
        }
    }

    private init(_ picture: Picture, path: String) throws(DrawingError) {
        let width = Int(picture.width)
        let height = Int(picture.height)
        let hasAlpha = picture.format == CAIRO_FORMAT_ARGB32
        unsafe cairo_surface_flush(picture.surface)
        guard let data = unsafe cairo_image_surface_get_data(picture.surface) else {
            throw .unreadablePicture(path: path, reason: "it has no pixels")
        }
        let stride = unsafe Int(cairo_image_surface_get_stride(picture.surface))
        self.width = width
        self.height = height
        pixels = unsafe [UInt8](unsafeUninitializedCapacity: width * height) { buffer, count in
            for row in 0..<height {
                for column in 0..<width {
                    // Blue, green, red, times their share of the paper, whose white shows through; weights of BT.601 in
                    // 256ths, which come to 256.
                    let pixel = unsafe data + row * stride + column * 4
                    let grey = unsafe 29 * Int(pixel[0]) + 150 * Int(pixel[1]) + 77 * Int(pixel[2])
                    let white = unsafe hasAlpha ? 256 * (255 - Int(pixel[3])) : 0
                    unsafe buffer[row * width + column] = UInt8(min(255, (grey + white) >> 8))
                }
            }
            count = width * height
        }
    }

    private init(jpeg file: PictureFile) throws(DrawingError) {
        let path = file.path
        guard let decoder = unsafe tjInitDecompress() else { throw .failed("out of memory") }
        defer { unsafe tjDestroy(decoder) }
        let bytes = file.bytes
        var (width, height, sampling, colours): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
        let header = unsafe tjDecompressHeader3(
            decoder, bytes, UInt(bytes.count), &width, &height, &sampling, &colours)
        guard header == 0 else { throw .unreadablePicture(path: path, reason: "the JPEG picture is damaged") }
        try JPEGOutline(bytes).check(width: Int(width), height: Int(height), path: path)
        var pixels = [UInt8](repeating: 255, count: Int(width) * Int(height))
        // A cut-off photograph still gives the pixels before the cut; only a hard error gives none.
        let status = unsafe tjDecompress2(
            decoder, bytes, UInt(bytes.count), &pixels, width, 0, height, Int32(TJPF_GRAY.rawValue), 0)
        guard unsafe status == 0 || tjGetErrorCode(decoder) == Int32(TJERR_WARNING.rawValue) else {
            throw .unreadablePicture(path: path, reason: "the JPEG picture is damaged")
        }
        self.width = Int(width)
        self.height = Int(height)
        self.pixels = pixels
    }
}
