import CCairo

/// The grey pixels of a PNG file.
package struct GreyPicture {
    /// Pixels from left to right and from top to bottom.
    package let width, height: Int
    /// The pixels, row by row, 0 for black; transparent ones are white, as on paper.
    package let pixels: [UInt8]

    /// Reads a PNG file; throws `DrawingError.unreadablePicture`.
    package init(png path: String) throws(DrawingError) {
        let picture = try Picture(path: path)
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
}
