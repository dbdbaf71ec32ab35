package import Calendar
import Messages
import VietnameseText

/// Says what is wrong with a date of birth that cannot be read, and which date it may mean.
package struct BirthDateGuess {
    private let shown: String
    private let known: Int?
    private let today: CalendarDate

    /// Judges a clean text that ``BirthDate`` does not read; `known` is the year of birth where the row's CCCD tells it.
    package static func finding(_ text: String, knownYear known: Int?, today: CalendarDate) -> CellFinding {
        BirthDateGuess(shown: Shown.text(text), known: known, today: today).finding(text)
    }

    /// A finding of the text, with the birth that it may mean unless nobody alive can have it.
    private func found(
        _ rule: Rule, en: String, vi: String, _ birth: BirthDate? = nil, isCertain: Bool = false
    ) -> CellFinding {
        let meant = birth.flatMap { $0.year < 1900 || $0.isAfter(today) ? nil : $0 }
        return CellFinding(
            rule, shown.said(en: en, vi: vi), meant.map { Finding.Proposal($0.description, isCertain: isCertain) })
    }

    private func finding(_ raw: String) -> CellFinding {
        if let zoned = ZonedDate(raw) {
            return found(
                .notADate, en: "is written with a time and its zone", vi: "viết kèm giờ và múi giờ", .day(zoned.date),
                isCertain: zoned.isMidnight)
        }
        let bare = raw.hasPrefix("'") || raw.hasPrefix("\u{2019}") ? raw.dropFirst() : raw[...]
        let text = String(String.UnicodeScalarView(bare.unicodeScalars.map(Self.plain)))
        if text != raw, let birth = BirthDate(text) {
            return found(
                .notADate, en: "has digits or signs that only look right", vi: "có chữ số hoặc dấu chỉ trông giống",
                birth,
                isCertain: true)
        }
        if let number = ExcelNumber(text) { return finding(number) }
        guard let parts = DateParts(text) else {
            // A year among words: khoảng 1985, Ất Sửu 1985, 12/03/1985 (ÂL).
            let years = text.split { !$0.isASCII || !$0.isNumber }.filter { $0.utf8.count == 4 }
            let year = years.count == 1 ? Int(years[0]) : nil
            return found(.notADate, en: "is not a date", vi: "không phải ngày", year.map { .year($0) })
        }
        let numbers = parts.numbers
        // A short number is a day, a month or a year of two digits, a long one a year.
        let shape = numbers.map { $0.digits <= 2 ? "2" : $0.digits == 4 ? "4" : "n" }.joined()
        switch shape {
        case "224": return finding(parts, yearAt: 2)
        case "422": return finding(parts, yearAt: 0)
        case "222" where numbers[2].digits == 2: return shortYear(parts)
        case "24", "42":
            return found(
                .notADate, en: "has no day of the month", vi: "thiếu ngày trong tháng",
                .year(numbers[shape == "42" ? 0 : 1].value))
        case "4":
            return found(
                .notADate, en: "is not written as a year", vi: "không viết thành năm", .year(numbers[0].value),
                isCertain: true)
        case "2" where numbers[0].digits == 2 && parts.namedMonth == nil: return shortYear(numbers[0].value)
        default: return found(.notADate, en: "is not a date", vi: "không phải ngày")
        }
    }

    /// The digit or sign that a look-alike stands for: digits of full width, hyphens and slashes of other kinds.
    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(UInt8(scalar.value - 0xFEE0))
        case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xAD: "-"
        case 0x2044, 0x2215, 0x29F8: "/"
        case 0xB7, 0x2022, 0x3002: "."
        case 0x3000, 0xA0: " "
        default: scalar
        }
    }

    /// A number without signs: days since 1900, a date without its signs, a year of two digits.
    private func finding(_ number: ExcelNumber) -> CellFinding {
        let value = number.value
        switch number.digits {
        case 2 where !number.hasFraction: return shortYear(value)
        case 4 where number.isWhole:
            return found(
                .notADate, en: "is a year with a fraction", vi: "là năm có phần lẻ", .year(value), isCertain: true)
        case 5 where value >= 10_000 && value <= 80_000:
            let date = CalendarDate(excelSerial: value)
            return found(
                .serialDate, en: "is a date as Excel counts days", vi: "là số đếm ngày của Excel",
                date.map { .day($0) },
                isCertain: date?.year == known)
        case 8 where !number.hasFraction:
            // The third pair of digits is a month, or 19 or 20: only one of the two orders gives a date.
            let date =
                CalendarDate(year: value % 10_000, month: value / 10_000 % 100, day: value / 1_000_000)
                .flatMap { $0.year >= 1900 ? $0 : nil }
                ?? CalendarDate(year: value / 10_000, month: value / 100 % 100, day: value % 100)
            guard let date else { return found(.notADate, en: "is not a date", vi: "không phải ngày") }
            return found(
                .notADate, en: "has no signs between day, month and year", vi: "thiếu dấu giữa ngày, tháng, năm",
                .day(date),
                isCertain: true)
        default: return found(.notADate, en: "is not a date", vi: "không phải ngày")
        }
    }

    /// Two numbers and a year of four digits, the first or the last of the three.
    private func finding(_ parts: DateParts, yearAt index: Int) -> CellFinding {
        let year = parts.numbers[index].value
        let isMonthNamedFirst = parts.namedMonth == 0
        let day = index == 0 ? parts.numbers[2].value : parts.numbers[isMonthNamedFirst ? 1 : 0].value
        let month = parts.numbers[isMonthNamedFirst ? 0 : 1].value
        if day == 0 || month == 0 {
            return found(
                .impossibleDate, en: "has a day or a month of zero", vi: "có ngày hoặc tháng bằng 0", .year(year),
                isCertain: day == 0 && month == 0)
        }
        if let date = CalendarDate(year: year, month: month, day: day) {
            return found(
                .notADate, en: "is not written as dd/mm/yyyy", vi: "không viết theo dd/mm/yyyy", .day(date),
                isCertain: true)
        }
        guard parts.namedMonth == nil, let swapped = CalendarDate(year: year, month: day, day: month) else {
            return found(.impossibleDate, en: "is not a date", vi: "không phải ngày")
        }
        return found(
            .monthFirst, en: "has the month where the day is written", vi: "ghi tháng ở chỗ của ngày", .day(swapped),
            isCertain: index == 2 && parts.isPlain("/-."))
    }

    /// Two numbers and a year of two digits: the day, the month, the year, or the year first where it can only be that.
    private func shortYear(_ parts: DateParts) -> CellFinding {
        let values = parts.numbers.map(\.value)
        let isYearFirst = values[0] > 31
        let year = fullYear(values[isYearFirst ? 0 : 2])
        let isMonthNamedFirst = parts.namedMonth == 0
        let day = values[isYearFirst ? 2 : isMonthNamedFirst ? 1 : 0]
        let month = values[isMonthNamedFirst ? 0 : 1]
        let date =
            CalendarDate(year: year, month: month, day: day)
            ?? (parts.namedMonth == nil ? CalendarDate(year: year, month: day, day: month) : nil)
        guard let date else { return found(.impossibleDate, en: "is not a date", vi: "không phải ngày") }
        return found(
            .shortYear, en: "has a year of two digits", vi: "có năm chỉ hai chữ số", .day(date),
            isCertain: year == known)
    }

    private func shortYear(_ digits: Int) -> CellFinding {
        let year = fullYear(digits)
        return found(
            .shortYear, en: "has two digits of a year", vi: "chỉ có hai chữ số của năm", .year(year),
            isCertain: year == known)
    }

    /// The year of two digits: that of the CCCD where it has them, else the last that is not after today's.
    private func fullYear(_ digits: Int) -> Int {
        if let known, known % 100 == digits, known <= today.year { return known }
        return 2000 + digits <= today.year ? 2000 + digits : 1900 + digits
    }
}
