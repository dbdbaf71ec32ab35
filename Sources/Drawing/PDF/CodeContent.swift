import CCairo
import Layout
import QRCode

/// The codes of one side as a PDF content stream, which a page draws after what Cairo drew.
///
/// Cairo makes each picture an object of its own, with some 230 bytes beside its modules and a compressor made for it
/// alone, and writes a path's numbers as fractions. Here pictures stand within the content (ISO 32000-1, 8.9.7) and paths
/// are of whole modules. Places are in Cairo's device space, whose y axis points down: its content leaves the page so.
struct CodeContent {
    /// The content; empty where there is no code.
    private(set) var bytes: [UInt8] = []

    /// Adds a code with its first module at the origin of a space in which modules have the side 1.
    mutating func add(_ code: QRCode, _ rendering: CodeMark.Rendering, in space: cairo_matrix_t) {
        // Nothing before has set another colour, but a print shop's form looks for the operator.
        if bytes.isEmpty { bytes += "0 0 0 rg\n".utf8 }
        bytes += "q".utf8
        switch rendering {
        case .mask:
            // A picture fills the square from 0 to 1 with its first row at the top, where y is 1.
            let side = Double(code.width)
            bytes.append(
                numbers: [
                    space.xx * side, space.yx * side, -space.xy * side, -space.yy * side,
                    space.x0 + space.xy * side, space.y0 + space.yy * side,
                ])
            bytes += " cm ".utf8
            addPicture(of: code)
        case .vector:
            bytes.append(numbers: [space.xx, space.yx, space.xy, space.yy, space.x0, space.y0])
            bytes += " cm".utf8
            addPath(of: code)
        }
        bytes += " Q\n".utf8
    }

    private mutating func addPicture(of code: QRCode) {
        let bits = code.lightBits
        bytes += "BI/IM true/W \(code.width)/H \(code.width)".utf8
        // Readers that look for the end, instead of counting, must not find it among the bits.
        if zip(bits, bits.dropFirst()).contains(where: { $0 == UInt8(ascii: "E") && $1 == UInt8(ascii: "I") }) {
            bytes += "/F/AHx ID ".utf8
            for byte in bits { bytes += [Self.digits[Int(byte >> 4)], Self.digits[Int(byte & 15)]] }
            bytes += ">".utf8
        } else {
            bytes += " ID ".utf8
            bytes += bits
        }
        bytes += "\nEI".utf8
    }

    private static let digits = Array("0123456789ABCDEF".utf8)

    /// Runs of dark modules, filled at once, so that no hair line shows between rows.
    private mutating func addPath(of code: QRCode) {
        for row in 0..<code.width {
            for run in code.darkRuns(row: row) {
                bytes += "\n\(run.lowerBound) \(row) \(run.count) 1 re".utf8
            }
        }
        bytes += " f".utf8
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
            for number in 0..<octets { bits.append(~octet(number, row: row).reversedBits) }
        }
        return bits
    }
}

extension UInt8 {
    /// The bits in the opposite order.
    fileprivate var reversedBits: UInt8 {
        var byte = self >> 4 | self << 4
        byte = byte >> 2 & 0x33 | byte << 2 & 0xCC
        return byte >> 1 & 0x55 | byte << 1 & 0xAA
    }
}

extension [UInt8] {
    /// Adds numbers to the ten thousandth, each after a space.
    fileprivate mutating func append(numbers: [Double]) {
        for number in numbers {
            let rounded = Int((number * 10_000).rounded())
            self += (rounded < 0 ? " -" : " ").utf8
            self += "\(abs(rounded) / 10_000)".utf8
            var fraction = abs(rounded) % 10_000
            guard fraction > 0 else { continue }
            append(UInt8(ascii: "."))
            while fraction > 0 {
                append(UInt8(ascii: "0") + UInt8(fraction / 1000))
                fraction = fraction % 1000 * 10
            }
        }
    }
}
