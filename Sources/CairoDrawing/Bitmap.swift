import CCairo
package import QRCode

/// Owner of a picture of bits: a code's modules, or a screened picture's dots.
@safe struct Bitmap: ~Copyable {
    let surface: OpaquePointer

    init(_ code: QRCode) {
        self.init(width: code.width, rows: code.width) { octet, row in code.octet(octet, row: row) }
    }

    /// A picture of bits; Cairo answers a size that is too large with a surface that paints nothing.
    init(width: Int, height: Int, isSet: (_ column: Int, _ row: Int) -> Bool) {
        self.init(width: width, rows: height) { octet, row in
            (octet * 8..<min(width, octet * 8 + 8)).reduce(0) { byte, column in
                isSet(column, row) ? byte | 1 << UInt8(column & 7) : byte
            }
        }
    }

    /// A picture of eight bits at a time, the leftmost in the lowest bit, 0 beyond the width.
    private init(width: Int, rows height: Int, octet: (_ number: Int, _ row: Int) -> UInt8) {
        unsafe surface = cairo_image_surface_create(CAIRO_FORMAT_A1, Int32(width), Int32(height))
        guard let data = unsafe cairo_image_surface_get_data(surface) else { return }
        let stride = unsafe Int(cairo_image_surface_get_stride(surface))
        // Cairo keeps one-bit pixels in native words, which on a little-endian machine is the lowest bit first.
        for row in 0..<height {
            for number in 0..<(width + 7) / 8 { unsafe data[row * stride + number] = octet(number, row) }
        }
        unsafe cairo_surface_mark_dirty(surface)
    }

    deinit { unsafe cairo_surface_destroy(surface) }
}

extension QRCode {
    package func darkRuns(row: Int) -> [Range<Int>] {
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
