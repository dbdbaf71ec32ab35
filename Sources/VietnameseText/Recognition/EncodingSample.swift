/// The bytes that an encoding is guessed from, and what is plain to see in them.
struct EncodingSample {
    let bytes: [UInt8]
    /// What a byte order mark at the beginning says.
    let mark: TextEncoding?
    /// Whether the sample has no byte beyond ASCII and no zero.
    let isASCII: Bool
    /// How many zeros are at even and at odd offsets.
    private let zeros: [Int]
    /// How many characters of two bytes and more there are in UTF-8, and how many bytes that are no UTF-8.
    let unicode: (characters: Int, wrong: Int)

    init(_ sample: Span<UInt8>) {
        let bytes = sample.indices.map { sample[$0] }
        self.bytes = bytes
        mark = Self.mark(of: bytes)
        isASCII = bytes.allSatisfy { $0 < 0x80 && $0 != 0 }
        zeros = [0, 1].map { first in stride(from: first, to: bytes.count, by: 2).count { bytes[$0] == 0 } }
        let text = DecodedText.transcoded(Self.withoutCut(bytes), as: UTF8.self)
        let beyond = text.text.unicodeScalars.count { !$0.isASCII && $0 != "\u{FEFF}" }
        unicode = (max(0, beyond - text.unknown), text.unknown)
    }

    /// The encoding of UTF-16 that the mark or the zeros point to.
    var utf16: TextEncoding? {
        if let mark { return mark == .utf8 ? nil : mark }
        let sum = zeros[0] + zeros[1]
        // Half of a Vietnamese text's UTF-16 is ASCII letters at the least, and has a zero for each.
        guard sum * 8 >= bytes.count, sum > 0, max(zeros[0], zeros[1]) * 10 >= sum * 9 else { return nil }
        return zeros[1] > zeros[0] ? .utf16LE : .utf16BE
    }

    /// How the sample reads in an encoding, cell by cell.
    func reading(in encoding: TextEncoding) -> TextReading {
        var reading = TextReading()
        switch encoding {
        case .utf16LE, .utf16BE:
            let decoded = encoding.decode(Array(bytes.prefix(bytes.count / 2 * 2)).span)
            reading.add(cellsOf: Array(decoded.text.utf8), in: .utf8)
            reading.unknown += decoded.unknown
        case .utf8, .utf8TCVN3, .utf8VNI, .utf8Twice: reading.add(cellsOf: Array(Self.withoutCut(bytes)), in: encoding)
        case .windows1258, .tcvn3, .vni: reading.add(cellsOf: bytes, in: encoding)
        }
        return reading
    }

    private static func mark(of bytes: [UInt8]) -> TextEncoding? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
        if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LE }
        return bytes.starts(with: [0xFE, 0xFF]) ? .utf16BE : nil
    }

    /// The bytes without a character of UTF-8 that the sample's end cuts through.
    private static func withoutCut(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
        guard let lead = bytes.suffix(3).lastIndex(where: { $0 & 0xC0 != 0x80 }) else { return bytes[...] }
        let first = bytes[lead]
        let length = first < 0xC2 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 1
        return bytes.count - lead < length ? bytes[..<lead] : bytes[...]
    }
}
