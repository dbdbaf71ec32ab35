import CCairo
import QRCode

/// Owner of a picture of bits: a code's modules, or a screened picture's dots.
@safe struct Bitmap: ~Copyable {
    let surface: OpaquePointer

    /// A code's modules.
    init(_ code: QRCode) { self.init([code], gap: 0) }

    /// The modules of codes, side by side with a gap of light columns.
    init(_ codes: [QRCode], gap: Int) {
        let width = codes.reduce(-gap) { $0 + $1.width + gap }
        let height = codes.reduce(0) { max($0, $1.width) }
        unsafe surface = cairo_image_surface_create(CAIRO_FORMAT_A1, Int32(width), Int32(height))
        guard let data = unsafe cairo_image_surface_get_data(surface) else { return }
        let stride = unsafe Int(cairo_image_surface_get_stride(surface))
        var first = 0
        for code in codes {
            for row in 0..<code.width {
                for number in 0..<(code.width + 7) / 8 {
                    // Cairo keeps one-bit pixels in native words, which on a little-endian machine is the lowest bit first.
                    let bits = UInt16(code.octet(number, row: row)) << UInt16(first & 7)
                    let place = row * stride + first >> 3 + number
                    unsafe data[place] |= UInt8(truncatingIfNeeded: bits)
                    if bits > 255 { unsafe data[place + 1] |= UInt8(bits >> 8) }
                }
            }
            first += code.width + gap
        }
        unsafe cairo_surface_mark_dirty(surface)
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
