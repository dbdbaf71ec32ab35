extension [UInt8] {
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

extension Span<UInt8> {
    /// The scalar that begins at an index of valid UTF-8, and how many bytes it has; of four bytes, which no letter here
    /// has, the largest number.
    @inline(__always)
    func scalar(at index: Int) -> (value: UInt32, length: Int) {
        let value = UInt32(self[index])
        func tail(_ offset: Int) -> UInt32 { UInt32(self[index + offset] & 0x3F) }
        return switch value {
        case ..<0x80: (value, 1)
        case ..<0xE0: ((value & 0x1F) << 6 | tail(1), 2)
        case ..<0xF0: ((value & 0x0F) << 12 | tail(1) << 6 | tail(2), 3)
        default: (.max, 4)
        }
    }
}
