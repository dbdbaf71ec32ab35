import CCairo
import QRCode

/// Owner of a code as a picture of one bit a module.
@safe struct Bitmap: ~Copyable {
    let surface: OpaquePointer

    init(_ code: QRCode) {
        let width = code.width
        unsafe surface = cairo_image_surface_create(CAIRO_FORMAT_A1, Int32(width), Int32(width))
        guard let data = unsafe cairo_image_surface_get_data(surface) else { return }
        let stride = unsafe Int(cairo_image_surface_get_stride(surface))
        // Cairo keeps one-bit pixels in native words, which on a little-endian machine is the lowest bit first.
        for row in 0..<width {
            var byte: UInt8 = 0
            for column in 0..<width {
                byte |= code.modules[row * width + column] << UInt8(column & 7)
                if column & 7 == 7 || column == width - 1 {
                    unsafe data[row * stride + column >> 3] = byte
                    byte = 0
                }
            }
        }
        unsafe cairo_surface_mark_dirty(surface)
    }

    deinit { unsafe cairo_surface_destroy(surface) }
}

extension QRCode {
    /// The runs of dark modules in a row, from left to right.
    func darkRuns(row: Int) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var column = 0
        while column < width {
            let start = column
            while column < width, self[column, row] { column += 1 }
            if column > start { runs.append(start..<column) } else { column += 1 }
        }
        return runs
    }
}
