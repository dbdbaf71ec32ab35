/// A writer of deterministic CBOR (RFC 8949 section 4.2.1): every head in its shortest form, definite lengths only.
///
/// The caller writes the items in order, map keys included: a map's keys must come in the bytewise order of their
/// encoding, and each header must be followed by as many items as it announces.
package struct CBORWriter: Sendable {
    package private(set) var bytes: [UInt8]

    package init(capacity: Int = 128) {
        bytes = []
        bytes.reserveCapacity(capacity)
    }

    package mutating func unsigned(_ value: UInt64) { head(.unsigned, value) }

    package mutating func integer(_ value: Int64) {
        if value >= 0 {
            head(.unsigned, UInt64(value))
        } else {
            head(.negative, UInt64(bitPattern: ~value))
        }
    }

    package mutating func byteString(_ value: some Collection<UInt8>) {
        head(.byteString, UInt64(value.count))
        bytes.append(contentsOf: value)
    }

    /// Writes a text string as UTF-8 (major type 3), as it stands: normalising is the caller's.
    package mutating func text(_ value: String) {
        head(.text, UInt64(value.utf8.count))
        bytes.append(contentsOf: value.utf8)
    }

    package mutating func array(_ count: Int) { head(.array, UInt64(count)) }
    package mutating func map(_ count: Int) { head(.map, UInt64(count)) }

    /// Writes a tag (major type 6); the tagged item follows.
    package mutating func tag(_ value: UInt64) { head(.tag, value) }

    package mutating func encoded(_ items: some Collection<UInt8>) { bytes.append(contentsOf: items) }

    private mutating func head(_ type: CBORMajorType, _ argument: UInt64) {
        let major = type.rawValue << 5
        switch argument {
        case 0..<24: bytes.append(major | UInt8(argument))
        case 24...0xff:
            bytes.append(major | 24)
            bytes.append(UInt8(argument))
        case 0x100...0xffff:
            bytes.append(major | 25)
            bytes.append(UInt8(argument >> 8))
            bytes.append(UInt8(argument & 0xff))
        case 0x1_0000...0xffff_ffff:
            bytes.append(major | 26)
            appendBigEndian(argument, byteCount: 4)
        default:
            bytes.append(major | 27)
            appendBigEndian(argument, byteCount: 8)
        }
    }

    private mutating func appendBigEndian(_ value: UInt64, byteCount: Int) {
        for index in (0..<byteCount).reversed() { bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(8 * index))) }
    }
}

/// The major types of RFC 8949 section 3.1, the upper three bits of an item's first byte.
enum CBORMajorType: UInt8, Sendable {
    case unsigned, negative, byteString, text, array, map, tag, simple
}
