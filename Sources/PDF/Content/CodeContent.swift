import CCairo
import CairoDrawing
import Layout
import QRCode

/// Codes in a page's own content.
///
/// Cairo makes each picture an object of its own, with some 230 bytes beside its modules and a compressor made for it
/// alone, and writes a path's numbers as fractions. Here pictures stand within the content (ISO 32000-1, 8.9.7) and paths
/// are of whole modules.
extension PageContent {
    /// Adds a code with its first module at the origin of a space in which modules have the side 1.
    mutating func add(_ code: QRCode, _ rendering: CodeMark.Rendering, in space: cairo_matrix_t) {
        setColour(.black)
        append("q")
        switch rendering {
        case .mask:
            // A picture fills the square from 0 to 1 with its first row at the top, where y is 1.
            let side = Double(code.width)
            append(
                cairo_matrix_t(
                    xx: space.xx * side, yx: space.yx * side, xy: -space.xy * side, yy: -space.yy * side,
                    x0: space.x0 + space.xy * side, y0: space.y0 + space.yy * side))
            append(" ")
            addPicture(of: code)
        case .vector:
            append(space)
            addPath(of: code)
        }
        append(" Q\n")
    }

    private mutating func addPicture(of code: QRCode) {
        let bits = code.lightBits
        append("BI/IM true/W \(code.width)/H \(code.width)".utf8)
        // Readers that look for the end, instead of counting, must not find it among the bits.
        if zip(bits, bits.dropFirst()).contains(where: { $0 == UInt8(ascii: "E") && $1 == UInt8(ascii: "I") }) {
            append("/F/AHx ID ")
            for byte in bits { append([Self.digits[Int(byte >> 4)], Self.digits[Int(byte & 15)]]) }
            append(">")
        } else {
            append(" ID ")
            append(bits)
        }
        append("\nEI")
    }

    private static let digits = Array("0123456789ABCDEF".utf8)

    /// Runs of dark modules, filled at once, so that no hair line shows between rows.
    private mutating func addPath(of code: QRCode) {
        for row in 0..<code.width {
            for run in code.darkRuns(row: row) {
                append("\n")
                append(number: run.lowerBound)
                append(" ")
                append(number: row)
                append(" ")
                append(number: run.count)
                append(" 1 re")
            }
        }
        append(" f")
    }
}

extension QRCode {
    /// The modules row by row, each row in whole bytes, the leftmost in the highest bit, 1 for light: a PDF image mask
    /// paints where a bit is 0 (ISO 32000-1, 8.9.6.2).
    fileprivate var lightBits: [UInt8] {
        let octets = (width + 7) / 8
        var bits: [UInt8] = []
        bits.reserveCapacity(octets * width)
        for row in 0..<width {
            for start in stride(from: 0, to: octets, by: 8) {
                let word = (~word(start / 8, row: row)).withBitsReversedInBytes.littleEndian
                unsafe withUnsafeBytes(of: word) { unsafe bits.append(contentsOf: $0.prefix(octets - start)) }
            }
        }
        return bits
    }
}

extension UInt64 {
    /// The bytes, each with its bits in the opposite order.
    fileprivate var withBitsReversedInBytes: UInt64 {
        let pairs = self >> 1 & 0x5555_5555_5555_5555 | (self & 0x5555_5555_5555_5555) << 1
        let fours = pairs >> 2 & 0x3333_3333_3333_3333 | (pairs & 0x3333_3333_3333_3333) << 2
        return fours >> 4 & 0x0F0F_0F0F_0F0F_0F0F | (fours & 0x0F0F_0F0F_0F0F_0F0F) << 4
    }
}
