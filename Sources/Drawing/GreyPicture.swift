import CCairo
import CTurboJPEG
import Foundation

/// The grey pixels of a PNG or JPEG file, as a scanner reads them.
package struct GreyPicture {
    /// Pixels from left to right and from top to bottom.
    package let width, height: Int
    /// The pixels, row by row, 0 for black; transparent ones are white, as on paper.
    package let pixels: [UInt8]

    // Larger than any telephone's photograph; what claims to be larger may be made to fill the memory.
    private static let mostPixels = 100_000_000

    /// Reads a PNG or JPEG file; throws `DrawingError.unreadablePicture`.
    package init(path: String) throws(DrawingError) {
        let file: Data
        do { file = try Data(contentsOf: URL(fileURLWithPath: path)) } catch {
            throw .unreadablePicture(path: path, reason: "there is no such file, or you may not read it")
        }
        if file.starts(with: [0xFF, 0xD8, 0xFF]) {
            try self.init(jpeg: file, path: path)
        } else if file.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
            // The picture's head, before Cairo makes room for the pixels that it announces (PNG, section 11.2.2).
            func number(at offset: Int) -> Int { file.dropFirst(offset).prefix(4).reduce(0) { $0 << 8 | Int($1) } }
            guard number(at: 16) * number(at: 20) <= Self.mostPixels else {
                throw .unreadablePicture(path: path, reason: "it is too large")
            }
            try self.init(picture: try Picture(path: path), path: path)
        } else {
            throw .unreadablePicture(path: path, reason: "it is neither a PNG nor a JPEG picture")
        }
    }

    private init(picture: Picture, path: String) throws(DrawingError) {
        let width = Int(picture.width)
        let height = Int(picture.height)
        // Painting onto white paper turns every PNG form into one.
        let surface = unsafe cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
        defer { unsafe cairo_surface_destroy(surface) }
        guard let surface = unsafe surface else { throw .failed("out of memory") }
        unsafe Canvas.paint(picture, onWhite: surface)
        unsafe cairo_surface_flush(surface)
        guard let data = unsafe cairo_image_surface_get_data(surface) else {
            throw .unreadablePicture(path: path, reason: "it is too large")
        }
        let stride = unsafe Int(cairo_image_surface_get_stride(surface))
        self.width = width
        self.height = height
        pixels = unsafe [UInt8](unsafeUninitializedCapacity: width * height) { buffer, count in
            for row in 0..<height {
                for column in 0..<width {
                    // Blue, green, red; weights of BT.601 in 256ths.
                    let pixel = unsafe data + row * stride + column * 4
                    let grey = unsafe 29 * Int(pixel[0]) + 150 * Int(pixel[1]) + 77 * Int(pixel[2])
                    unsafe buffer[row * width + column] = UInt8(grey >> 8)
                }
            }
            count = width * height
        }
    }

    private init(jpeg file: Data, path: String) throws(DrawingError) {
        guard let decoder = unsafe tjInitDecompress() else { throw .failed("out of memory") }
        defer { unsafe tjDestroy(decoder) }
        let bytes = [UInt8](file)
        var (width, height, sampling, colours): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
        let header = unsafe tjDecompressHeader3(
            decoder, bytes, UInt(bytes.count), &width, &height, &sampling, &colours)
        guard header == 0, Int(width) * Int(height) <= Self.mostPixels else {
            throw .unreadablePicture(
                path: path, reason: header == 0 ? "it is too large" : "the JPEG picture is damaged")
        }
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
