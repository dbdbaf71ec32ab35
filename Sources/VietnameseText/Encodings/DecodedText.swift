/// Text read from bytes, and how many of them meant nothing.
package struct DecodedText: Equatable, Sendable {
    /// The text, in NFC where the encoding is a legacy one.
    package let text: String
    /// How many bytes, or letters that stood for bytes, have no meaning in the encoding.
    package let unknown: Int

    package init(text: String, unknown: Int) { (self.text, self.unknown) = (text, unknown) }

    /// Code units of Unicode as text, with U+FFFD for each that is wrong.
    static func transcoded<Codec: UnicodeCodec>(
        _ units: ArraySlice<Codec.CodeUnit>, as codec: Codec.Type, alsoUnknown: Int = 0
    ) -> DecodedText {
        var text = String.UnicodeScalarView()
        var unknown = alsoUnknown
        var codec = Codec()
        var iterator = units.makeIterator()
        while true {
            switch codec.decode(&iterator) {
            case .scalarValue(let scalar): text.append(scalar)
            case .emptyInput: return DecodedText(text: String(text), unknown: unknown)
            case .error:
                text.append("\u{FFFD}")
                unknown += 1
            }
        }
    }
}
