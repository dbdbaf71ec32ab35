import Messages
import VietnameseText

/// Says what is wrong with a cell that is no number of a CCCD or a CMND, and which number it may mean.
package enum IDGuess {
    /// Judges a clean text whose digits are not 9 or 12; a number that agrees with the row's sex and birth is certain.
    package static func finding(_ text: String, sex: Sex?, birth: BirthDate?) -> CellFinding {
        let shown = Shown.text(text)
        if ExcelNumber.hasExponent(text) {
            return CellFinding(
                .idExponent,
                shown.said(
                    en: "has lost its digits: format the column as text in the original workbook and save it again",
                    vi: "đã mất chữ số: định dạng cột là Văn bản trong tệp Excel gốc rồi lưu lại"))
        }
        func proposing(_ number: String) -> Finding.Proposal {
            let isCertain = CitizenID(number)?.agrees(sex: sex, birth: birth) ?? false
            return Finding.Proposal(number, isCertain: isCertain)
        }
        guard let digits = IDDigits.digits(text), digits.utf8.contains(where: { $0 != UInt8(ascii: "0") }) else {
            return AbsentValue.finding(.idNotDigits, text)
                ?? CellFinding(
                    .idNotDigits,
                    shown.said(en: "is not a number of 9 or 12 digits", vi: "không phải số có 9 hoặc 12 chữ số"),
                    number(within: text).map(proposing))
        }
        let count = digits.utf8.count
        if let number = withLostZeros(digits) {
            let isOne = number.utf8.count - count == 1
            return CellFinding(
                .idLostZero,
                shown.said(
                    en: "has \(count) digits: the \(isOne ? "zero in front is" : "two zeros in front are") lost",
                    vi: "có \(count) chữ số: mất \(isOne ? "số 0" : "hai số 0") ở đầu"),
                proposing(number))
        }
        return CellFinding(
            .idLength,
            shown.said(
                en: "has \(count) \(count == 1 ? "digit" : "digits"), it needs 9 or 12",
                vi: "có \(count) chữ số, cần 9 hoặc 12"),
            count > 12 ? number(within: text).map(proposing) : nil)
    }

    /// The number whose zeros in front a spreadsheet took: a CCCD of a known province, or a CMND.
    private static func withLostZeros(_ digits: String) -> String? {
        guard digits.utf8.first != UInt8(ascii: "0") else { return nil }
        switch digits.utf8.count {
        case 8: return "0" + digits
        case 10, 11:
            let number = String(repeating: "0", count: 12 - digits.utf8.count) + digits
            return CitizenID(number)?.hasKnownProvince == true ? number : nil
        default: return nil
        }
    }

    /// The number in a text that holds more: the only CCCD, as beside an old CMND, or one typed with the letters O, I and l.
    private static func number(within text: String) -> String? {
        let numbers = text.split { !$0.isASCII || !$0.isNumber }.filter { CitizenID(String($0)) != nil }
        if numbers.count == 1 { return String(numbers[0]) }
        let typed = String(
            decoding: text.utf8.map { byte in
                switch byte {
                case UInt8(ascii: "O"), UInt8(ascii: "o"): UInt8(ascii: "0")
                case UInt8(ascii: "I"), UInt8(ascii: "l"): UInt8(ascii: "1")
                default: byte
                }
            }, as: UTF8.self)
        return IDDigits.digits(typed).flatMap { IDDigits.isLong($0) ? $0 : nil }
    }
}
