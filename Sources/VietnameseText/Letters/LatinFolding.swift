/// Latin text without accents, đ and case, by table: `Hòa Đình` and `hoà đình` both become `hoa dinh`.
package enum LatinFolding {
    /// The text folded; what is no Latin letter stays as it is.
    ///
    /// Takes composed and decomposed text alike.
    package static func folded(_ text: String) -> String {
        let bytes = text.utf8Span.span
        let count = bytes.count
        var result: [UInt8] = []
        result.reserveCapacity(count)
        var index = 0
        while index < count {
            let byte = bytes[index]
            let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            var value = UInt32(byte)
            switch length {
            case 1:
                result.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
                index += 1
                continue
            case 2: value = (value & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F)
            case 3:
                value = (value & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
            default: value = .max
            }
            if let letters = LatinLetter.letters[value] {
                result.append(letters.base)
                if letters.second != 0 { result.append(letters.second) }
            } else if !LatinLetter.isCombiningMark(value) {
                for offset in 0..<length { result.append(bytes[index + offset]) }
            }
            index += length
        }
        return String(decoding: result, as: UTF8.self)
    }
}
