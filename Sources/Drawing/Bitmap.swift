import CCairo
import QRCode

/// Owner of a picture of bits: a code's modules, or a screened picture's dots.
@safe struct Bitmap: ~Copyable {
    let surface: OpaquePointer

    init(_ code: QRCode) {
        self.init(width: code.width, height: code.width) { column, row in code[column, row] }
    }

    /// A picture of bits; Cairo answers a size that is too large with a surface that paints nothing.
    init(width: Int, height: Int, isSet: (_ column: Int, _ row: Int) -> Bool) {
        unsafe surface = cairo_image_surface_create(CAIRO_FORMAT_A1, Int32(width), Int32(height))
        guard let data = unsafe cairo_image_surface_get_data(surface) else { return }
        let stride = unsafe Int(cairo_image_surface_get_stride(surface))
        // Cairo keeps one-bit pixels in native words, which on a little-endian machine is the lowest bit first.
        for row in 0..<height {
            var byte: UInt8 = 0
            for column in 0..<width {
                if isSet(column, row) { byte |= 1 << UInt8(column & 7) }
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
