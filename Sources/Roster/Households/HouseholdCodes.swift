import Files

/// The codes of households, one behind the other, for messages.
struct HouseholdCodes: Sendable {
    // Longer ones are no codes.
    private static let longest = 64

    private var bytes = Segments<UInt8>()
    private var ends = Segments<UInt32>()

    /// Adds the next household's code.
    mutating func append(_ code: String) {
        let text = code.utf8Span.span
        if bytes.count < Int(UInt32.max) - Self.longest, text.count <= Self.longest {
            for index in text.indices { bytes.append(text[index]) }
        }
        ends.append(UInt32(bytes.count))
    }

    /// A household's code; empty for one of more than 64 bytes.
    subscript(household: Int) -> String {
        let start = household == 0 ? 0 : Int(ends[household - 1])
        return String(decoding: bytes[start..<Int(ends[household])], as: UTF8.self)
    }
}
