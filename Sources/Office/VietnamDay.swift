package import Payload
package import Roster

/// A calendar day in Vietnam, seven hours ahead of UTC all year.
package struct VietnamDay: Hashable, Sendable, CustomStringConvertible {
    private static let offset: Int64 = 7 * 3600
    private static let secondsADay: Int64 = 86_400

    /// Days since 1970-01-01.
    private let days: Int64

    /// The day that a moment falls on.
    package init(_ moment: Timestamp) {
        let local = moment.secondsSince1970 + Self.offset
        days = local >= 0 ? local / Self.secondsADay : (local - Self.secondsADay + 1) / Self.secondsADay
    }

    private init(days: Int64) { self.days = days }

    package func adding(days more: Int) -> VietnamDay { VietnamDay(days: days + Int64(more)) }

    /// The day's last second.
    package var end: Timestamp { Timestamp(secondsSince1970: (days + 1) * Self.secondsADay - 1 - Self.offset) }

    /// The day as Vietnam writes it, `08/11/2021`.
    package var description: String {
        let (year, month, day) = civil
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(day))/\(two(month))/\(year)"
    }

    /// A moment as Vietnam writes it, `14:03 on 08/11/2021`.
    package static func description(of moment: Timestamp) -> String {
        let day = VietnamDay(moment)
        let minutes = (moment.secondsSince1970 + offset - day.days * secondsADay) / 60
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(minutes / 60)):\(two(minutes % 60)) on \(day)"
    }

    package var calendarDate: CalendarDate? {
        CalendarDate(year: Int(civil.year), month: Int(civil.month), day: Int(civil.day))
    }

    /// Year, month and day of the proleptic Gregorian calendar, counted in eras of 400 years from 1 March.
    private var civil: (year: Int64, month: Int64, day: Int64) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }
}
