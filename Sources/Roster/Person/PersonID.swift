import Messages
import RosterValues
import VietnameseText

extension Cells<Person.Column> {
    /// The digits of the CCCD or CMND, judged by the row's sex and birth; nothing where they are not 9 or 12.
    mutating func nationalID(_ text: String, _ citizen: CitizenID?, sex: Sex?, birth: BirthDate?) -> String? {
        guard let digits = IDDigits.digits(text), IDDigits.isLong(digits) else {
            add(IDGuess.finding(text, sex: sex, birth: birth), .nationalID)
            return nil
        }
        guard let citizen else { return digits }
        if !citizen.hasKnownProvince {
            find(
                .idProvince, .nationalID,
                String(digits.prefix(3)).said(en: "is the code of no province", vi: "không phải mã tỉnh nào"))
        }
        guard let birth, birth.year != citizen.birthYear else { return digits }
        if birth.year / 100 != citizen.birthYear / 100 {
            let century = citizen.birthYear / 100 * 100
            find(
                .idCentury, .nationalID,
                digits.said(
                    en: "says a birth in the \(century)s, date_of_birth is \(birth)",
                    vi: "là số của người sinh trong \(century)–\(century + 99), ngày sinh ghi \(birth)"))
        }
        if birth.year % 100 != citizen.birthYear % 100 {
            let year = digits.dropFirst(4).prefix(2)
            find(
                .idYear, .nationalID,
                digits.said(
                    en: "says a year of birth that ends in \(year), date_of_birth is \(birth)",
                    vi: "là số của người sinh năm tận cùng \(year), ngày sinh ghi \(birth)"))
        }
        return digits
    }
}
