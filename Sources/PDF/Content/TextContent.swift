import CCairo
import Typesetting

/// Texts in a page's own content.
///
/// Cairo records a text, analyses it, and writes it in two fonts by turns, one of Western letters and one of all others,
/// each number through the C library. Here a line is one string of glyph numbers in one font (ISO 32000-1, 9.4).
extension PageContent {
    /// Adds glyphs of a font, in a space whose unit is the point.
    mutating func add(_ run: GlyphRun, in font: EmbeddedFont, space: cairo_matrix_t) {
        setColour(run.colour)
        append("BT/")
        append(font.name.utf8)
        append(" 1 Tf")
        // What every line's matrix begins with: the em, and glyphs upright in a space that is upside down.
        let em = run.size
        var line = PageContent()
        line.append("\n")
        line.append(numbers: [space.xx * em, space.yx * em, -space.xy * em, -space.yy * em])
        let advances = font.program.advances
        // Where the next glyph stands without more ado, and the line.
        var (pen, baseline) = (Double.infinity, Double.infinity)
        font.use(run.glyphs)
        // Glyphs in a row are added at once.
        unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4 * run.glyphs.count) { row in
            var length = 0
            func endRow() {
                unsafe append(UnsafeBufferPointer(rebasing: row[..<length]))
                length = 0
            }
            for glyph in run.glyphs {
                let number = Int(glyph.index)
                let gap = (glyph.x - pen) / em * 1000
                if abs(gap) > Self.widestGap || abs(glyph.y - baseline) > em / 2000 {
                    endRow()
                    if baseline.isFinite { append(")]TJ") }
                    append(line.bytes)
                    append(numbers: space.mapped(glyph.x, glyph.y))
                    append(" Tm[(")
                    (pen, baseline) = (glyph.x, glyph.y)
                } else if abs(gap) >= 0.5 {
                    endRow()
                    // What is left over is made good at the next glyph.
                    let thousandths = gap.rounded()
                    append(")")
                    append(number: -Int(thousandths))
                    append("(")
                    pen += thousandths / 1000 * em
                }
                unsafe length += Self.write(UInt8(number >> 8), to: row, at: length)
                unsafe length += Self.write(UInt8(number & 0xFF), to: row, at: length)
                pen += advances[number] * em
            }
            endRow()
        }
        append(baseline.isFinite ? ")]TJ ET\n" : " ET\n")
    }

    /// A gap in thousandths of an em that begins a line anew, so that readers of texts see another text.
    private static var widestGap: Double { 3000 }

    /// Writes a byte of a string; gives how many bytes that took.
    private static func write(_ byte: UInt8, to row: UnsafeMutableBufferPointer<UInt8>, at index: Int) -> Int {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"), UInt8(ascii: "\r"):
            unsafe row[index] = UInt8(ascii: "\\")
            // A carriage return within a string would be read as a line feed.
            unsafe row[index + 1] = byte == UInt8(ascii: "\r") ? UInt8(ascii: "r") : byte
            return 2
        default:
            unsafe row[index] = byte
            return 1
        }
    }
}
