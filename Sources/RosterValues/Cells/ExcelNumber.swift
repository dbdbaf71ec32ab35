/// A number as a spreadsheet writes it, with a point or a comma before its fraction.
package struct ExcelNumber: Equatable {
    /// The whole part.
    package let value: Int
    /// The digits of the whole part.
    package let digits: Int
    /// Whether digits stand behind a point or a comma.
    package let hasFraction: Bool
    /// Whether those digits are zeros, as in `46180001234.0`.
    package let isWhole: Bool

    /// Reads a clean text of at most 15 digits before the point and nothing else.
    package init?(_ text: String) {
        var value = 0, digits = 0, decimals = 0
        var hasPoint = false
        var isWhole = true
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                if hasPoint {
                    decimals += 1
                    isWhole = isWhole && byte == UInt8(ascii: "0")
                } else {
                    digits += 1
                    guard digits <= 15 else { return nil }
                    value = value * 10 + Int(byte - UInt8(ascii: "0"))
                }
            case UInt8(ascii: "."), UInt8(ascii: ","):
                guard !hasPoint, digits > 0 else { return nil }
                hasPoint = true
            default: return nil
            }
        }
        guard digits > 0, !hasPoint || decimals > 0 else { return nil }
        (self.value, self.digits) = (value, digits)
        hasFraction = hasPoint
        self.isWhole = isWhole
    }

    /// Whether a clean text is a number with an exponent, as in `4.6E+10` or `4,6E+10`, whose digits are lost.
    package static func hasExponent(_ text: String) -> Bool {
        guard let e = text.utf8.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) else { return false }
        var exponent = text[text.utf8.index(after: e)...]
        if exponent.utf8.first == UInt8(ascii: "+") { exponent = exponent.dropFirst() }
        return ExcelNumber(String(text[..<e])) != nil && !exponent.isEmpty
            && exponent.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
