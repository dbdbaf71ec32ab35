package import Calendar
package import Messages
import VietnameseText

/// The text of the QR code on a CCCD, as a scanner types it.
///
/// `CCCD|CMND|name|ddMMyyyy|sex|address|ddMMyyyy`, the last the day of issue, and on newer cards more fields, which are
/// passed over. The CMND is empty for who had none. The text is not signed: it proves nothing.
package struct CitizenCardText: Hashable, Sendable {
    /// The number of the CCCD, 12 digits.
    package let nationalID: String
    /// The number of the CMND before it, 9 or 12 digits.
    package let formerID: String?
    /// The full name, NFC.
    package let name: String
    /// The day of birth, or the year alone where the card has no day.
    package let birth: BirthDate
    package let sex: Sex
    /// The place of residence.
    package let address: String
    /// The day of issue, where it can be read.
    package let issued: CalendarDate?

    /// Why a text is not that of a card.
    package enum Refusal: Error, Equatable, Sendable {
        case tooFewFields(found: Int)
        case noNationalID(String)
        case noFormerID(String)
        case noName(String)
        /// A name that lost letters, or holds keys, as a scanner types for a keyboard without Vietnamese letters.
        case garbledName(String)
        case noBirth(String)
        case noSex(String)
        /// A second card follows without a line break.
        case twoCards
    }

    /// The byte between two fields.
    package static let separator = UInt8(ascii: "|")

    /// Takes a card's text apart, with or without white space around it and its fields; throws for the first wrong one.
    package init(_ text: String) throws(Refusal) {
        let fields = text.utf8.split(separator: Self.separator, omittingEmptySubsequences: false)
            .map { CleanText(String(Substring($0))) }
        guard fields.count >= 7 else { throw .tooFewFields(found: fields.count) }
        guard !Self.hasSecondCard(fields) else { throw .twoCards }
        guard CitizenID(fields[0].text) != nil else { throw .noNationalID(fields[0].text) }
        let former = fields[1].text
        guard former.isEmpty || IDDigits.digits(former) == former && IDDigits.isLong(former) else {
            throw .noFormerID(former)
        }
        guard fields[2].hidden == nil, PersonName.isGood(fields[2].text) else { throw .noName(fields[2].text) }
        guard !DroppedLetters.isLikely(fields[2].text), TypingKeys.name(fields[2].text) == nil else {
            throw .garbledName(fields[2].text)
        }
        guard let birth = Self.date(fields[3].text) else { throw .noBirth(fields[3].text) }
        guard let sex = Sex(fields[4].text) else { throw .noSex(fields[4].text) }
        nationalID = fields[0].text
        formerID = former.isEmpty ? nil : former
        name = fields[2].text
        (self.birth, self.sex) = (birth, sex)
        address = fields[5].text
        issued = if case .day(let date) = Self.date(fields[6].text) { date } else { nil }
    }

    /// Whether a field ends with the number of a second card whose other fields follow.
    private static func hasSecondCard(_ fields: [CleanText]) -> Bool {
        fields.indices.dropFirst(6).contains { index in
            index + 7 <= fields.count && CitizenID(String(fields[index].text.suffix(12))) != nil
                && Sex(fields[index + 4].text) != nil
        }
    }

    /// A date of the form ddMMyyyy; a day and a month of zero leave the year.
    private static func date(_ text: String) -> BirthDate? {
        guard text.utf8.count == 8, let number = ExcelNumber(text) else { return nil }
        let (day, month, year) = (number.value / 1_000_000, number.value / 10_000 % 100, number.value % 10_000)
        if day == 0, month == 0, year > 0 { return .year(year) }
        return CalendarDate(year: year, month: month, day: day).map { .day($0) }
    }
}

extension CitizenCardText.Refusal {
    /// What to tell the person with the scanner.
    package var message: Message {
        switch self {
        case .tooFewFields(let found):
            Message(
                en: "the text of a card has 7 fields between “|”, this one has \(found)",
                vi: "nội dung thẻ có 7 mục cách nhau bằng “|”, ở đây chỉ có \(found)")
        case .noNationalID(let text):
            Shown.quoted(text).said(en: "is not a CCCD number of 12 digits", vi: "không phải số CCCD có 12 chữ số")
        case .noFormerID(let text):
            Shown.quoted(text).said(en: "is not a CMND number of 9 digits", vi: "không phải số CMND có 9 chữ số")
        case .noName(let text): Shown.quoted(text).said(en: "is not a name", vi: "không phải họ tên")
        case .garbledName(let text):
            Shown.quoted(text).said(
                en: "has lost letters with accents: set the scanner to Unicode, or to the keyboard of Windows",
                vi: "mất chữ có dấu: hãy đặt máy quét sang Unicode, hoặc đúng bàn phím của Windows")
        case .noBirth(let text):
            Shown.quoted(text).said(
                en: "is not a date of the form ddMMyyyy", vi: "không phải ngày viết theo ddMMyyyy")
        case .noSex(let text): Shown.quoted(text).said(en: "is neither Nam nor Nữ", vi: "không phải Nam hay Nữ")
        case .twoCards:
            Message(
                en: "two cards came in one line, and neither was taken: scan each again",
                vi: "hai thẻ dính vào một dòng, chưa nhận thẻ nào: hãy quét lại từng thẻ")
        }
    }
}
