/// Base64url without padding (RFC 4648 section 5), the form of JOSE and of poster addresses.
package enum Base64URL {
    /// Why a text is not the base64url of any bytes.
    package enum DecodingError: Error, Sendable, Hashable {
        /// A character at this UTF-8 offset is not of the alphabet; padding and white space are not either.
        case wrongCharacter(offset: Int)
        /// No bytes encode to this many characters.
        case wrongLength
        /// The last character carries bits that belong to no byte.
        case trailingBits
    }

    /// Encodes bytes, three to four characters.
    package static func encode(_ bytes: some Collection<UInt8>) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 4 / 3 + 2)
        var bits: UInt32 = 0
        var bitCount: UInt32 = 0
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            bitCount += 8
            while bitCount >= 6 {
                bitCount -= 6
                text.append(character(bits >> bitCount & 0x3f))
            }
        }
        if bitCount > 0 {
            text.append(character(bits << (6 - bitCount) & 0x3f))
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Decodes the only base64url form of some bytes; anything else is an error.
    package static func decode(_ text: some Collection<UInt8>) throws(DecodingError) -> [UInt8] {
        guard text.count % 4 != 1 else { throw .wrongLength }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 4 * 3 + 2)
        var bits: UInt32 = 0
        var bitCount: UInt32 = 0
        var offset = 0
        for character in text {
            guard let value = value(character) else { throw .wrongCharacter(offset: offset) }
            offset += 1
            bits = bits << 6 | value
            bitCount += 6
            if bitCount >= 8 {
                bitCount -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> bitCount))
            }
        }
        guard bits & (1 << bitCount - 1) == 0 else { throw .trailingBits }
        return bytes
    }

    /// Decodes text, as ``decode(_:)`` does its UTF-8.
    package static func decode(_ text: String) throws(DecodingError) -> [UInt8] {
        try decode(text.utf8)
    }

    private static func character(_ value: UInt32) -> UInt8 {
        let value = UInt8(truncatingIfNeeded: value)
        return switch value {
        case 0..<26: UInt8(ascii: "A") + value
        case 26..<52: UInt8(ascii: "a") + value - 26
        case 52..<62: UInt8(ascii: "0") + value - 52
        case 62: UInt8(ascii: "-")
        default: UInt8(ascii: "_")
        }
    }

    private static func value(_ character: UInt8) -> UInt32? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(character - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(character - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(character - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "-"): 62
        case UInt8(ascii: "_"): 63
        default: nil
        }
    }
}

extension Base64URL.DecodingError: CustomStringConvertible {
    /// The fault in words.
    package var description: String {
        switch self {
        case .wrongCharacter(let offset): "character \(offset + 1) is not of base64url"
        case .wrongLength: "no bytes have a base64url of this length"
        case .trailingBits: "the last base64url character carries stray bits"
        }
    }
}
