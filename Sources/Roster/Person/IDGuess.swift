import VietnameseText

/// What is wrong with a cell that is no number of a CCCD or a CMND, and the number that it may mean.
struct IDGuess: Equatable {
    let rule: Rule
    let reason: String
    private(set) var proposal: Finding.Proposal?

    /// Judges a clean text whose digits are not 9 or 12.
    ///
    /// - Parameters:
    ///   - text: the cell.
    ///   - sex: the row's sex, and
    ///   - birth: its date of birth; a number that agrees with both is certain.
    init(_ text: String, sex: Sex?, birth: BirthDate?) {
        let shown = Shown.text(text)
        if ExcelNumber.hasExponent(text) {
            rule = .idExponent
            reason =
                "\(shown) has lost its digits: format the column as text in the original workbook and save it again"
            return
        }
        func proposing(_ number: String) -> Finding.Proposal {
            let isCertain = CitizenID(number)?.agrees(sex: sex, birth: birth) ?? false
            return Finding.Proposal(number, isCertain: isCertain)
        }
        guard let digits = IDDigits.digits(text), digits.utf8.contains(where: { $0 != UInt8(ascii: "0") }) else {
            rule = .idNotDigits
            if AbsentValue.isOne(text) {
                reason = "“\(shown)” is no number; leave the cell empty"
                proposal = Finding.Proposal("", isCertain: true)
            } else {
                reason = "\(shown) is not a number of 9 or 12 digits"
                proposal = Self.number(within: text).map(proposing)
            }
            return
        }
        let count = digits.utf8.count
        if let number = Self.withLostZeros(digits) {
            rule = .idLostZero
            let zeros = number.utf8.count - count
            reason =
                "\(shown) has \(count) digits: the \(zeros == 1 ? "zero" : "two zeros") in front "
                + (zeros == 1 ? "is lost" : "are lost")
            proposal = proposing(number)
        } else {
            rule = .idLength
            reason = "\(shown) has \(count) \(count == 1 ? "digit" : "digits"), it needs 9 or 12"
            proposal = count > 12 ? Self.number(within: text).map(proposing) : nil
        }
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
