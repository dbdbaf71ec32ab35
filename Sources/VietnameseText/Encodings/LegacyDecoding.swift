extension LegacyEncoding {
    /// The text of bytes, NFC; a byte without meaning becomes U+FFFD.
    package func decode(_ bytes: Span<UInt8>) -> DecodedText {
        if isPlain(bytes), let text = try? UTF8Span(validating: bytes) {
            return DecodedText(text: String(copying: text), unknown: 0)
        }
        var decoder = LegacyDecoder(self, capacity: bytes.count)
        for index in bytes.indices { decoder.take(bytes[index]) }
        return decoder.finish()
    }

    /// The text whose bytes a program showed as Windows-1252: `NguyÔn` is Nguyễn where the bytes were TCVN3.
    ///
    /// Takes the control characters U+0080–U+009F for bytes too. Characters of no byte stay, and so do those whose byte
    /// has no meaning, which are counted.
    package func decode(misread text: String) -> DecodedText {
        let bytes = text.utf8Span.span
        if isPlain(bytes) { return DecodedText(text: text, unknown: 0) }
        var decoder = LegacyDecoder(self, capacity: bytes.count)
        for scalar in text.unicodeScalars {
            if let byte = Windows1252.byte(of: scalar.value) {
                decoder.take(byte, shownAs: scalar.value)
            } else {
                decoder.take(scalar.value)
            }
        }
        return decoder.finish()
    }

    /// Whether all bytes mean what they mean in ASCII.
    private func isPlain(_ bytes: Span<UInt8>) -> Bool {
        // TCVN3 has capitals among the control characters below 0x18.
        let lowest: UInt8 = self == .tcvn3 ? 0x18 : 0
        for index in bytes.indices where bytes[index] >= 0x80 || bytes[index] < lowest { return false }
        return true
    }
}
