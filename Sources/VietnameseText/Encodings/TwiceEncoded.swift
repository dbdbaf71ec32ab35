/// UTF-8 that was read as Windows-1252 and saved as UTF-8 again.
package enum TwiceEncoded {
    /// The text before the misreading: Nguyễn for `Nguyá»…n`.
    ///
    /// Letters that are no reading of UTF-8 stay and are counted.
    package static func decode(misread text: String) -> DecodedText {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return DecodedText(text: text, unknown: 0) }
        if let bytes = bytes(of: text), let whole = String(validating: bytes, as: UTF8.self) {
            return DecodedText(text: whole, unknown: 0)
        }
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        var unknown = 0, index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            if scalar.isASCII {
                result.append(scalar)
                index += 1
            } else if let (decoded, length) = sequence(scalars[index...]) {
                result.append(decoded)
                index += length
            } else {
                result.append(scalar)
                unknown += 1
                index += 1
            }
        }
        return DecodedText(text: String(result), unknown: unknown)
    }

    /// The bytes that the text is the reading of; nil where a letter is the reading of none.
    private static func bytes(of text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            guard let byte = Windows1252.byte(of: scalar.value) else { return nil }
            bytes.append(byte)
        }
        return bytes
    }

    /// The scalar of the UTF-8 sequence that letters are the reading of, and its length; nil for none.
    private static func sequence(_ scalars: ArraySlice<Unicode.Scalar>) -> (Unicode.Scalar, Int)? {
        guard let first = scalars.first, let lead = Windows1252.byte(of: first.value) else { return nil }
        let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
        let bytes = scalars.prefix(length).compactMap { Windows1252.byte(of: $0.value) }
        guard length > 0, bytes.count == length else { return nil }
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        return text.unicodeScalars.first.map { ($0, length) }
    }
}
