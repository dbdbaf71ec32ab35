import VietnameseText

/// Turns UTF-16 into UTF-8 chunk by chunk; half a character at a chunk's end waits for the next.
struct UTF16Transcoder {
    private let isLittleEndian: Bool
    private var lowHalf: UInt8?
    private var leading: UInt16?

    init(isLittleEndian: Bool) { self.isLittleEndian = isLittleEndian }

    /// The UTF-8 of the next bytes; a lone surrogate becomes the byte 0xFF, which no UTF-8 has, so that its row is found
    /// to be damaged.
    mutating func utf8(of bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count * 3 / 2 + 3)
        for byte in bytes {
            guard let first = lowHalf else {
                lowHalf = byte
                continue
            }
            lowHalf = nil
            let unit = isLittleEndian ? UInt16(first) | UInt16(byte) << 8 : UInt16(first) << 8 | UInt16(byte)
            append(unit, to: &result)
        }
        return result
    }

    /// What half a character at the end of the file becomes.
    mutating func finish() -> [UInt8] {
        defer { (lowHalf, leading) = (nil, nil) }
        return lowHalf == nil && leading == nil ? [] : [0xFF]
    }

    private mutating func append(_ unit: UInt16, to result: inout [UInt8]) {
        if let first = leading {
            leading = nil
            if UTF16.isTrailSurrogate(unit) {
                result.append(utf8Of: 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(unit) - 0xDC00))
                return
            }
            result.append(0xFF)
        }
        switch unit {
        case ..<0x80: result.append(UInt8(truncatingIfNeeded: unit))
        case 0xD800..<0xDC00: leading = unit
        case 0xDC00..<0xE000: result.append(0xFF)
        default: result.append(utf8Of: UInt32(unit))
        }
    }
}
