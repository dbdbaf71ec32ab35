extension [UInt8] {
    /// Adds a scalar's UTF-8.
    package mutating func append(utf8Of scalar: UInt32) {
        switch scalar {
        case ..<0x80: append(UInt8(truncatingIfNeeded: scalar))
        case ..<0x800:
            append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
            append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
        case ..<0x10000:
            append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
            append(0x80 | UInt8(truncatingIfNeeded: scalar >> 6 & 0x3F))
            append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
        default:
            append(0xF0 | UInt8(truncatingIfNeeded: scalar >> 18))
            append(0x80 | UInt8(truncatingIfNeeded: scalar >> 12 & 0x3F))
            append(0x80 | UInt8(truncatingIfNeeded: scalar >> 6 & 0x3F))
            append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
        }
    }
}
