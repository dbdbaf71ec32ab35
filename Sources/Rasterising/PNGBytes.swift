import CCairo
package import Scanning

extension GreyImage {
    /// The picture as the bytes of a PNG file; empty where there is no memory for it.
    package var png: [UInt8] {
        let surface = unsafe cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
        defer { unsafe cairo_surface_destroy(surface) }
        unsafe cairo_surface_flush(surface)
        guard let data = unsafe cairo_image_surface_get_data(surface) else { return [] }
        let stride = unsafe Int(cairo_image_surface_get_stride(surface))
        for row in 0..<height {
            let line = unsafe UnsafeMutableRawPointer(data + row * stride).assumingMemoryBound(to: UInt32.self)
            for column in 0..<width { unsafe line[column] = UInt32(pixels[row * width + column]) * 0x01_0101 }
        }
        unsafe cairo_surface_mark_dirty(surface)
        let sink = ByteSink()
        let status = withExtendedLifetime(sink) {
            unsafe cairo_surface_write_to_png_stream(
                surface,
                { sink, bytes, count in
                    guard let sink = unsafe sink, let bytes = unsafe bytes else { return CAIRO_STATUS_WRITE_ERROR }
                    let buffer = unsafe UnsafeBufferPointer(start: bytes, count: Int(count))
                    unsafe Unmanaged<ByteSink>.fromOpaque(sink).takeUnretainedValue().bytes.append(contentsOf: buffer)
                    return CAIRO_STATUS_SUCCESS
                }, Unmanaged.passUnretained(sink).toOpaque())
        }
        return status == CAIRO_STATUS_SUCCESS ? sink.bytes : []
    }
}

private final class ByteSink {
    var bytes: [UInt8] = []
}
