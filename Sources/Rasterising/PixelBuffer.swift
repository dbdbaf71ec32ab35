import CCairo
import Glibc

/// Memory that one raster after the other is drawn into; for one thread.
@safe final class PixelBuffer {
    private var memory: UnsafeMutableRawPointer?
    private var capacity = 0

    deinit { unsafe free(memory) }

    /// A white surface of 32-bit colours, which must be gone before the next one is made; nil where there is no memory.
    func whiteSurface(width: Int, height: Int) -> OpaquePointer? {
        let stride = Int(cairo_format_stride_for_width(CAIRO_FORMAT_RGB24, Int32(width)))
        if stride * height > capacity {
            unsafe free(memory)
            capacity = stride * height
            unsafe memory = malloc(capacity)
        }
        guard let memory = unsafe memory else {
            capacity = 0
            return nil
        }
        unsafe memset(memory, 255, stride * height)
        return unsafe cairo_image_surface_create_for_data(
            memory.assumingMemoryBound(to: UInt8.self), CAIRO_FORMAT_RGB24, Int32(width), Int32(height), Int32(stride))
    }
}
