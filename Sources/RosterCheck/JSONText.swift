/// JSON written piece by piece, for lists that are too long to be held whole.
package struct JSONText {
    package private(set) var bytes: [UInt8] = []

    package mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    /// Adds text that is JSON already.
    package mutating func append(raw text: StaticString) {
        for index in 0..<text.utf8CodeUnitCount { unsafe bytes.append(text.utf8Start[index]) }
    }

    /// Adds bytes that are JSON already.
    package mutating func append(raw more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

    package mutating func append(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }

    /// Adds text that is JSON already, and a text in quotation marks; control characters are escaped as RFC 8259 needs it.
    package mutating func append(_ raw: StaticString, _ text: String) {
        append(raw: raw)
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0x0A: append(raw: "\\n")
            case 0x0D: append(raw: "\\r")
            case 0x09: append(raw: "\\t")
            case ..<0x20:
                append(raw: "\\u00")
                bytes.append(Self.digit(byte >> 4))
                bytes.append(Self.digit(byte & 0xF))
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
