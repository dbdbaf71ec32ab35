/// A day of the Gregorian calendar, which is taken to hold for all time.
public struct CalendarDate: Hashable, Sendable {
    /// The year, 1 to 9999 where the date was made of numbers; any year where it was counted from a moment.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int
    /// The day of the month, 1 to 31.
    public let day: Int

    /// Makes a date; gives nothing for a day that the calendar does not have, and before the year 1 or after 9999.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year) else { return nil }
        self.init(ofAnyYear: year, month: month, day: day)
    }

    private init?(ofAnyYear year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), day >= 1, day <= Self.days(in: month, of: year) else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": years from March, in eras of 400.
extension CalendarDate {
    private static var daysOfEra: Int { 146_097 }
    /// 1 March of the year 0 is so many days before 1 January 1970.
    private static var daysTo1970: Int { 719_468 }

    /// The date so many days after 1 January 1970; before it where the number is negative.
    package init(daysSince1970 days: Int) {
        let shifted = days + Self.daysTo1970
        let era = Self.floor(shifted, by: Self.daysOfEra)
        let dayOfEra = shifted - era * Self.daysOfEra
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// The days from 1 January 1970; negative before it.
    package var daysSince1970: Int {
        let year = month <= 2 ? year - 1 : year
        let era = Self.floor(year, by: 400)
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return era * Self.daysOfEra + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - Self.daysTo1970
    }

    /// The date so many days later; earlier where the number is negative.
    package func adding(days: Int) -> CalendarDate { CalendarDate(daysSince1970: daysSince1970 + days) }

    private static func floor(_ value: Int, by divisor: Int) -> Int {
        value / divisor - (value % divisor < 0 ? 1 : 0)
    }
}

// Moments are seconds since 1970-01-01T00:00:00Z.
extension CalendarDate {
    /// Seconds of a day.
    package static var seconds: Int { 86_400 }
    /// Việt Nam is seven hours ahead of UTC all year.
    private static var aheadOfUTC: Int { 7 * 3600 }

    /// The date and the second of the day, 0 to 86,399, that UTC has at a moment.
    package static func utc(_ moment: Int) -> (date: CalendarDate, second: Int) {
        let second = moment % seconds
        return (CalendarDate(daysSince1970: floor(moment, by: seconds)), second < 0 ? second + seconds : second)
    }

    /// The date and the second of the day that Việt Nam has at a moment.
    package static func vietnam(_ moment: Int) -> (date: CalendarDate, second: Int) {
        let (local, isBeyond) = moment.addingReportingOverflow(aheadOfUTC)
        return utc(isBeyond ? .max : local)
    }

    /// The last moment of the day in Việt Nam.
    package var endInVietnam: Int { (daysSince1970 + 1) * Self.seconds - 1 - Self.aheadOfUTC }
}

extension CalendarDate: Comparable {
    /// Whether one day is before another.
    public static func < (one: CalendarDate, other: CalendarDate) -> Bool {
        (one.year, one.month, one.day) < (other.year, other.month, other.day)
    }
}

extension CalendarDate: CustomStringConvertible {
    /// The date as Vietnam writes it: `05/03/1980`.
    public var description: String {
        "\(day < 10 ? "0" : "")\(day)/\(month < 10 ? "0" : "")\(month)/\(year)"
    }

    /// The date of ISO 8601: `1980-03-05`.
    package var iso: String { "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))" }

    /// Reads the ten bytes of `1980-03-05`, of a year from 0 to 9999; gives nothing for anything else.
    package init?(iso text: ArraySlice<UInt8>) {
        let start = text.startIndex
        guard text.count == 10, let year = Int(digits: text.prefix(4)), text[start + 4] == UInt8(ascii: "-"),
            let month = Int(digits: text[start + 5..<start + 7]), text[start + 7] == UInt8(ascii: "-"),
            let day = Int(digits: text.suffix(2))
        else { return nil }
        self.init(ofAnyYear: year, month: month, day: day)
    }
}
