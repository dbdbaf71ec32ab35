extension TextEncoding {
    /// The text of a whole file, of a part of it, or of a field; a byte order mark at its beginning is left out.
    ///
    /// What has no meaning becomes U+FFFD and is counted.
    package func decode(_ bytes: Span<UInt8>) -> DecodedText {
        switch self {
        case .utf8: Self.unicode(bytes)
        case .utf16LE, .utf16BE: utf16(bytes)
        case .windows1258: LegacyEncoding.windows1258.decode(bytes)
        case .tcvn3: LegacyEncoding.tcvn3.decode(bytes)
        case .vni: LegacyEncoding.vni.decode(bytes)
        case .utf8TCVN3, .utf8VNI, .utf8Twice: sum(Self.unicode(bytes))
        }
    }

    /// The text that a field of a UTF-8 file stands for; the field itself where the encoding is not of misread letters.
    package func reread(_ text: String) -> DecodedText {
        switch self {
        case .utf8TCVN3: LegacyEncoding.tcvn3.decode(misread: text)
        case .utf8VNI: LegacyEncoding.vni.decode(misread: text)
        case .utf8Twice: TwiceEncoded.decode(misread: text)
        default: DecodedText(text: text, unknown: 0)
        }
    }

    /// A UTF-8 text, and the sum of what it and its second reading do not know.
    private func sum(_ first: DecodedText) -> DecodedText {
        let second = reread(first.text)
        return DecodedText(text: second.text, unknown: first.unknown + second.unknown)
    }

    private static func unicode(_ bytes: Span<UInt8>) -> DecodedText {
        let hasMark = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
        let content = bytes.extracting(droppingFirst: hasMark ? 3 : 0)
        if let text = try? UTF8Span(validating: content) { return DecodedText(text: String(copying: text), unknown: 0) }
        return .transcoded(content.indices.map { content[$0] }[...], as: UTF8.self)
    }

    private func utf16(_ bytes: Span<UInt8>) -> DecodedText {
        let isLittle = self == .utf16LE
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        for index in 0..<bytes.count / 2 {
            let (one, two) = (UInt16(bytes[2 * index]), UInt16(bytes[2 * index + 1]))
            units.append(isLittle ? one | two << 8 : one << 8 | two)
        }
        return .transcoded(units.dropFirst(units.first == 0xFEFF ? 1 : 0), as: UTF16.self, alsoUnknown: bytes.count % 2)
    }
}
