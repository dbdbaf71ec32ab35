/// The digits of a cell that holds one number.
package enum CellDigits {
    /// The digits without some signs between them, an apostrophe before them, and a spreadsheet's `.0` behind them.
    ///
    /// A plus before the digits is kept where one may stand there. Gives nothing for every other text.
    package static func digits(_ text: String, without signs: String, keepsPlus: Bool = false) -> String? {
        if let number = ExcelNumber(text), number.hasFraction, number.isWhole {
            return String(decoding: text.utf8.prefix(number.digits), as: UTF8.self)
        }
        var digits: [UInt8] = []
        for (index, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte)
            case UInt8(ascii: "+") where keepsPlus && digits.isEmpty: digits.append(byte)
            case UInt8(ascii: "'") where index == 0: break
            case _ where signs.utf8.contains(byte): break
            default: return nil
            }
        }
        return digits.isEmpty ? nil : String(decoding: digits, as: UTF8.self)
    }
}
