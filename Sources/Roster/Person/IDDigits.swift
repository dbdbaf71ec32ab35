/// The digits of a cell that holds a CCCD's or CMND's number.
enum IDDigits {
    /// The digits, without the spaces, points and hyphens between them, an apostrophe before them, and a spreadsheet's `.0`
    /// behind them; nothing for every other text.
    static func digits(_ text: String) -> String? {
        let bytes = text.utf8Span.span
        var hasOther = false
        for index in bytes.indices where bytes[index] &- UInt8(ascii: "0") > 9 { hasOther = true }
        if !hasOther { return text }
        if let number = ExcelNumber(text), number.hasFraction, number.isWhole {
            return String(decoding: text.utf8.prefix(number.digits), as: UTF8.self)
        }
        var digits: [UInt8] = []
        for (index, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte)
            case UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: ","): break
            case UInt8(ascii: "'") where index == 0: break
            default: return nil
            }
        }
        return digits.isEmpty ? nil : String(decoding: digits, as: UTF8.self)
    }

    /// Whether digits have the length of a CCCD or a CMND.
    static func isLong(_ digits: String) -> Bool {
        digits.utf8.count == 12 || digits.utf8.count == 9
    }
}
