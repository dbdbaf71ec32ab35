/// The bytes that an encoding is guessed from, and what is plain to see in them.
struct EncodingSample {
    /// What a byte order mark at the beginning says.
    enum Mark {
        case utf8, utf16LE, utf16BE
    }

    let bytes: [UInt8]
    let isBeginning: Bool
    let mark: Mark?
    /// Whether the sample has no byte beyond ASCII and no zero.
    let isASCII: Bool
    /// How many zeros are at even and at odd offsets.
    private let zeros: [Int]
    /// How many characters of two bytes and more there are in UTF-8, and how many bytes that are no UTF-8.
    let unicode: (characters: Int, wrong: Int)

    init(_ sample: Span<UInt8>, isBeginning: Bool) {
        let bytes = sample.indices.map { sample[$0] }
        self.bytes = bytes
        self.isBeginning = isBeginning
        mark = isBeginning ? Self.mark(of: bytes) : nil
        isASCII = bytes.allSatisfy { $0 < 0x80 && $0 != 0 }
        zeros = [0, 1].map { first in stride(from: first, to: bytes.count, by: 2).count { bytes[$0] == 0 } }
        let text = DecodedText.transcoded(Self.withoutCuts(bytes[...], isBeginning: isBeginning), as: UTF8.self)
        let beyond = text.text.unicodeScalars.count { !$0.isASCII && $0 != "\u{FEFF}" }
        unicode = (max(0, beyond - text.unknown), text.unknown)
    }

    /// The encodings of UTF-16 that the zeros point to, the likelier first, with the offset where its text begins.
    var utf16: [(encoding: TextEncoding, start: Int)] {
        switch mark {
        case .utf16LE: return [(.utf16LE, 0)]
        case .utf16BE: return [(.utf16BE, 0)]
        case .utf8: return []
        case nil: break
        }
        let sum = zeros[0] + zeros[1]
        // Half of a Vietnamese text's UTF-16 is ASCII letters at the least, and has a zero for each.
        guard sum * 8 >= bytes.count, sum > 0, max(zeros[0], zeros[1]) * 10 >= sum * 9 else { return [] }
        let isLittle = zeros[1] > zeros[0]
        let straight = (isLittle ? TextEncoding.utf16LE : .utf16BE, 0)
        return isBeginning ? [straight] : [straight, (isLittle ? .utf16BE : .utf16LE, 1)]
    }

    /// How the sample reads in an encoding, cell by cell, from an offset on.
    func reading(in encoding: TextEncoding, from start: Int = 0) -> TextReading {
        var reading = TextReading()
        switch encoding {
        case .utf16LE, .utf16BE:
            let even = bytes[start...].prefix((bytes.count - start) / 2 * 2)
            let decoded = encoding.decode(Array(even).span)
            reading.add(cellsOf: Array(decoded.text.utf8), in: .utf8)
            reading.unknown += decoded.unknown
        case .utf8, .utf8TCVN3, .utf8VNI, .utf8Twice:
            reading.add(cellsOf: Array(Self.withoutCuts(bytes[...], isBeginning: isBeginning)), in: encoding)
        case .windows1258, .tcvn3, .vni:
            reading.add(cellsOf: bytes, in: encoding)
        }
        return reading
    }

    private static func mark(of bytes: [UInt8]) -> Mark? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
        if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LE }
        return bytes.starts(with: [0xFE, 0xFF]) ? .utf16BE : nil
    }

    /// The bytes without a character of UTF-8 that the sample's ends cut through.
    private static func withoutCuts(_ bytes: ArraySlice<UInt8>, isBeginning: Bool) -> ArraySlice<UInt8> {
        var bytes = bytes
        if !isBeginning { bytes = bytes.dropFirst(bytes.prefix(3).prefix { $0 & 0xC0 == 0x80 }.count) }
        let tail = bytes.suffix(3)
        guard let lead = tail.lastIndex(where: { $0 & 0xC0 != 0x80 }) else { return bytes }
        let first = bytes[lead]
        let length = first < 0xC2 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 1
        return bytes.endIndex - lead < length ? bytes[..<lead] : bytes
    }
}
