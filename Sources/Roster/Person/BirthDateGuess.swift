import VietnameseText

/// What is wrong with a date of birth that cannot be read, and the date that it may mean.
struct BirthDateGuess: Equatable {
    let rule: Rule
    let reason: String
    private(set) var birth: BirthDate?
    private(set) var isCertain = false

    /// The birth as text for the cell.
    var proposal: Finding.Proposal? {
        birth.map { Finding.Proposal($0.description, isCertain: isCertain) }
    }

    /// Judges a clean text that ``BirthDate`` does not read.
    ///
    /// - Parameters:
    ///   - text: the cell.
    ///   - citizen: the row's CCCD, which knows the year of birth.
    ///   - today: no birth is guessed after it.
    init(_ text: String, citizen: CitizenID?, today: CalendarDate) {
        let known = citizen.flatMap { $0.hasKnownProvince ? $0.birthYear : nil }
        self = Self.guess(text, known, today)
        if let birth, birth.year < 1900 || birth.isAfter(today) {
            self.birth = nil
            isCertain = false
        }
    }

    private init(_ rule: Rule, _ reason: String, _ birth: BirthDate? = nil, isCertain: Bool = false) {
        self.rule = rule
        self.reason = reason
        self.birth = birth
        self.isCertain = isCertain && birth != nil
    }

    private static func guess(_ text: String, _ known: Int?, _ today: CalendarDate) -> BirthDateGuess {
        let shown = Shown.text(text)
        if let number = ExcelNumber(text) { return guess(number, shown, known, today) }
        guard let parts = DateParts(text) else { return BirthDateGuess(.notADate, "\(shown) is not a date") }
        let numbers = parts.numbers
        // A short number is a day, a month or a year of two digits, a long one a year.
        let shape = numbers.map { $0.digits <= 2 ? "2" : $0.digits == 4 ? "4" : "n" }.joined()
        switch shape {
        case "224": return guess(parts, year: 2, shown)
        case "422": return guess(parts, year: 0, shown)
        case "222" where numbers[2].digits == 2: return shortYear(parts, shown, known, today)
        case "24", "42":
            let year = numbers[shape == "42" ? 0 : 1].value
            return BirthDateGuess(.notADate, "\(shown) has no day of the month", .year(year))
        case "4":
            return BirthDateGuess(
                .notADate, "\(shown) is not written as a year", .year(numbers[0].value), isCertain: true)
        case "2" where numbers[0].digits == 2 && parts.namedMonth == nil:
            return shortYear(numbers[0].value, shown, known, today)
        default: return BirthDateGuess(.notADate, "\(shown) is not a date")
        }
    }

    /// A number without signs: days since 1900, a date without its signs, a year of two digits.
    private static func guess(
        _ number: ExcelNumber, _ shown: String, _ known: Int?, _ today: CalendarDate
    ) -> BirthDateGuess {
        let value = number.value
        switch number.digits {
        case 2 where !number.hasFraction:
            return shortYear(value, shown, known, today)
        case 4 where number.isWhole:
            return BirthDateGuess(.notADate, "\(shown) is a year with a fraction", .year(value), isCertain: true)
        case 5 where value >= 10_000 && value <= 80_000:
            let date = ExcelSerial.date(value)
            return BirthDateGuess(
                .serialDate, "\(shown) is a date as Excel counts days", date.map { .day($0) },
                isCertain: date?.year == known)
        case 8 where !number.hasFraction:
            // The third pair of digits is a month, or 19 or 20: only one of the two orders gives a date.
            let date =
                CalendarDate(year: value % 10_000, month: value / 10_000 % 100, day: value / 1_000_000)
                .flatMap { $0.year >= 1900 ? $0 : nil }
                ?? CalendarDate(year: value / 10_000, month: value / 100 % 100, day: value % 100)
            let reason = date == nil ? "is not a date" : "has no signs between day, month and year"
            return BirthDateGuess(.notADate, "\(shown) \(reason)", date.map { .day($0) }, isCertain: true)
        default:
            return BirthDateGuess(.notADate, "\(shown) is not a date")
        }
    }

    /// Two numbers and a year of four digits, which stands at a place of the three.
    private static func guess(_ parts: DateParts, year place: Int, _ shown: String) -> BirthDateGuess {
        let year = parts.numbers[place].value
        let isMonthNamedFirst = parts.namedMonth == 0
        let day = place == 0 ? parts.numbers[2].value : parts.numbers[isMonthNamedFirst ? 1 : 0].value
        let month = parts.numbers[isMonthNamedFirst ? 0 : 1].value
        if day == 0 || month == 0 {
            return BirthDateGuess(
                .impossibleDate, "\(shown) has a day or a month of zero", .year(year),
                isCertain: day == 0 && month == 0)
        }
        let isUsual = parts.isPlain(place == 0 ? "-" : "/-.")
        if let date = CalendarDate(year: year, month: month, day: day) {
            return BirthDateGuess(.notADate, "\(shown) is not written as dd/mm/yyyy", .day(date), isCertain: true)
        }
        guard parts.namedMonth == nil, let swapped = CalendarDate(year: year, month: day, day: month) else {
            return BirthDateGuess(.impossibleDate, "\(shown) is not a date")
        }
        return BirthDateGuess(
            .monthFirst, "\(shown) has the month where the day is written", .day(swapped),
            isCertain: place == 2 && isUsual)
    }

    /// Two numbers and a year of two digits: the day, the month, the year, or the year first where it can only be that.
    private static func shortYear(
        _ parts: DateParts, _ shown: String, _ known: Int?, _ today: CalendarDate
    ) -> BirthDateGuess {
        let values = parts.numbers.map(\.value)
        let isYearFirst = values[0] > 31
        let year = fullYear(values[isYearFirst ? 0 : 2], known, today)
        let isMonthNamedFirst = parts.namedMonth == 0
        let day = values[isYearFirst ? 2 : isMonthNamedFirst ? 1 : 0]
        let month = values[isMonthNamedFirst ? 0 : 1]
        let date =
            CalendarDate(year: year, month: month, day: day)
            ?? (parts.namedMonth == nil ? CalendarDate(year: year, month: day, day: month) : nil)
        guard let date else { return BirthDateGuess(.impossibleDate, "\(shown) is not a date") }
        return BirthDateGuess(
            .shortYear, "\(shown) has a year of two digits", .day(date), isCertain: year == known)
    }

    private static func shortYear(
        _ digits: Int, _ shown: String, _ known: Int?, _ today: CalendarDate
    ) -> BirthDateGuess {
        let year = fullYear(digits, known, today)
        return BirthDateGuess(.shortYear, "\(shown) has two digits of a year", .year(year), isCertain: year == known)
    }

    /// The year of two digits: that of the CCCD where it has them, else the last that is not after today's.
    private static func fullYear(_ digits: Int, _ known: Int?, _ today: CalendarDate) -> Int {
        if let known, known % 100 == digits, known <= today.year { return known }
        return 2000 + digits <= today.year ? 2000 + digits : 1900 + digits
    }
}
