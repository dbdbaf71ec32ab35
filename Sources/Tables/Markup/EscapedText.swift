/// The escapes of characters that XML cannot hold: `_x000D_` (ECMA-376 part 1, 22.4.2.4).
enum EscapedText {
    /// Replaces the escapes in the bytes from an offset on.
    ///
    /// Two escapes of a surrogate pair are one character; one without the other stays as it is written.
    static func replace(in bytes: inout [UInt8], from start: Int) {
        guard let first = bytes[start...].firstIndex(of: UInt8(ascii: "_")) else { return }
        var read = first
        var write = first
        while read < bytes.count {
            if let (scalar, length) = scalar(in: bytes, at: read) {
                for byte in Unicode.UTF8.encode(scalar) ?? .init() {
                    bytes[write] = byte
                    write += 1
                }
                read += length
            } else {
                bytes[write] = bytes[read]
                read += 1
                write += 1
            }
        }
        bytes.removeLast(read - write)
    }

    private static func scalar(in bytes: [UInt8], at offset: Int) -> (Unicode.Scalar, length: Int)? {
        guard let high = unit(in: bytes, at: offset) else { return nil }
        if let scalar = Unicode.Scalar(high) { return (scalar, 7) }
        guard UTF16.isLeadSurrogate(high), let low = unit(in: bytes, at: offset + 7), UTF16.isTrailSurrogate(low) else {
            return nil
        }
        return (UTF16.decode(UTF16.EncodedScalar([high, low])), 14)
    }

    private static func unit(in bytes: [UInt8], at offset: Int) -> UInt16? {
        guard offset + 7 <= bytes.count, bytes[offset] == UInt8(ascii: "_"), bytes[offset + 1] == UInt8(ascii: "x"),
            bytes[offset + 6] == UInt8(ascii: "_")
        else { return nil }
        var unit: UInt16 = 0
        for byte in bytes[offset + 2..<offset + 6] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }
}
