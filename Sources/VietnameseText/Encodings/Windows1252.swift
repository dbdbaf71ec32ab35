/// The letters that Windows-1252 shows for bytes, the common misreading of files in older encodings.
package enum Windows1252 {
    /// The characters of 0x80–0x9F; 0 where the code page has none.
    static let upper: [UInt16] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
        0x0178,
    ]

    /// The character of a byte; the control character of the same number where the code page has none.
    package static func scalar(of byte: UInt8) -> UInt32 {
        guard byte >= 0x80, byte < 0xA0 else { return UInt32(byte) }
        let scalar = UInt32(upper[Int(byte) - 0x80])
        return scalar == 0 ? UInt32(byte) : scalar
    }

    /// The byte of a character, also of the control characters U+0080–U+009F; nil for a character of no byte.
    package static func byte(of scalar: UInt32) -> UInt8? {
        if scalar < 0x100 { return UInt8(scalar) }
        guard scalar <= 0x2122, let index = upper.firstIndex(of: UInt16(scalar)) else { return nil }
        return UInt8(0x80 + index)
    }
}
