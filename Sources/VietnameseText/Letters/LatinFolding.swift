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
            let (value, length) = bytes.scalar(at: index)
            if length == 1 {
                let byte = bytes[index]
                result.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
                index += 1
                continue
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
