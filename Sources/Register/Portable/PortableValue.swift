/// A value of the portable text: JSON's text, whole number or null.
enum PortableValue: Equatable {
    case nothing
    case whole(Int64)
    case text(String)
}

extension [PortableValue] {
    // Beyond this, programs that read JSON's numbers as floating point lose digits.
    private static var exact: ClosedRange<Int64> { -(1 << 53)...(1 << 53) }

    /// The values as a line: a JSON array, always the same for the same values.
    var line: [UInt8] {
        var line: [UInt8] = [UInt8(ascii: "[")]
        for (index, value) in enumerated() {
            if index > 0 { line.append(UInt8(ascii: ",")) }
            switch value {
            case .nothing: line += "null".utf8
            case .whole(let number):
                line += (Self.exact.contains(number) ? "\(number)" : "\"\(number)\"").utf8
            case .text(let text): line.append(quoted: text)
            }
        }
        line += "]\n".utf8
        return line
    }

    /// Reads a line; nil where it is no array of texts, whole numbers and nulls.
    init?(line: some Sequence<UInt8>) {
        var scanner = LineScanner(bytes: Array<UInt8>(line))
        guard let values = scanner.array() else { return nil }
        self = values
    }
}

extension [UInt8] {
    fileprivate mutating func append(quoted text: String) {
        append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): self += [UInt8(ascii: "\\"), byte]
            case 0..<0x20:
                let digits = Array("0123456789abcdef".utf8)
                self += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: append(byte)
            }
        }
        append(UInt8(ascii: "\""))
    }
}

/// Reads JSON's arrays of plain values; anything else ends it.
private struct LineScanner {
    let bytes: [UInt8]
    var offset = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func array() -> [PortableValue]? {
        guard take("[") else { return nil }
        var values: [PortableValue] = []
        repeat {
            guard let value = value() else { return nil }
            values.append(value)
        } while take(",")
        guard take("]") else { return nil }
        skipSpaces()
        return offset == bytes.count ? values : nil
    }

    private mutating func value() -> PortableValue? {
        skipSpaces()
        guard offset < bytes.count else { return nil }
        if bytes[offset] == UInt8(ascii: "\"") { return text().map { .text($0) } }
        let start = offset
        while offset < bytes.count, ![UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: " ")].contains(bytes[offset]) {
            offset += 1
        }
        let word = String(decoding: bytes[start..<offset], as: UTF8.self)
        return word == "null" ? .nothing : Int64(word).map { .whole($0) }
    }

    private mutating func text() -> String? {
        offset += 1
        var text: [UInt8] = []
        while offset < bytes.count {
            let byte = bytes[offset]
            offset += 1
            switch byte {
            case UInt8(ascii: "\""): return String(validating: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard let escaped = escape() else { return nil }
                text += escaped
            default: text.append(byte)
            }
        }
        return nil
    }

    private mutating func escape() -> [UInt8]? {
        guard offset < bytes.count else { return nil }
        let byte = bytes[offset]
        offset += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "u"): return unicode()
        default: return nil
        }
    }

    private mutating func unicode() -> [UInt8]? {
        guard var code = fourDigits() else { return nil }
        if 0xD800..<0xDC00 ~= code {
            guard take("\\"), take("u"), let low = fourDigits(), 0xDC00..<0xE000 ~= low else { return nil }
            code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        }
        return UnicodeScalar(code).map { Array(String(Character($0)).utf8) }
    }

    private mutating func fourDigits() -> UInt32? {
        guard offset + 4 <= bytes.count else { return nil }
        defer { offset += 4 }
        return UInt32(String(decoding: bytes[offset..<offset + 4], as: UTF8.self), radix: 16)
    }

    private mutating func take(_ character: Character) -> Bool {
        skipSpaces()
        guard offset < bytes.count, bytes[offset] == character.asciiValue else { return false }
        offset += 1
        return true
    }

    private mutating func skipSpaces() {
        while offset < bytes.count, bytes[offset] == UInt8(ascii: " ") || bytes[offset] == 0x0D { offset += 1 }
    }
}
