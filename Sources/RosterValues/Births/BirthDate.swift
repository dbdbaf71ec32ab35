package import Calendar

/// When a person was born: a day, or a year alone, as for many of the old.
package enum BirthDate: Hashable, Sendable {
    case day(CalendarDate)
    case year(Int)

    package var year: Int {
        switch self {
        case .day(let date): date.year
        case .year(let year): year
        }
    }

    /// The month, 1 to 12, where the day is known.
    package var month: Int? { if case .day(let date) = self { date.month } else { nil } }

    /// The day of the month, 1 to 31, where it is known.
    package var day: Int? { if case .day(let date) = self { date.day } else { nil } }

    /// Reads `dd/mm/yyyy`, `d/m/yyyy`, the same with `-` or `.`, `yyyy-mm-dd`, or `yyyy`, and nothing else around it.
    ///
    /// Gives nothing for other text and for a day that the calendar does not have.
    package init?(_ text: String) {
        guard let written = WrittenNumbers(text) else { return nil }
        let (first, second, third) = written.numbers
        switch written.digits {
        case (4, 0, 0) where written.signs == 0 && first > 0: self = .year(first)
        case (1...2, 1...2, 4):
            guard let date = CalendarDate(year: third, month: second, day: first) else { return nil }
            self = .day(date)
        case (4, 1...2, 1...2) where written.sign == UInt8(ascii: "-"):
            guard let date = CalendarDate(year: first, month: second, day: third) else { return nil }
            self = .day(date)
        default: return nil
        }
    }

    /// Whether the birth is after a day; a year alone is where it is after the day's year.
    package func isAfter(_ today: CalendarDate) -> Bool {
        switch self {
        case .day(let date): date > today
        case .year(let year): year > today.year
        }
    }
}

extension BirthDate: CustomStringConvertible {
    /// The date as Vietnam writes it, `05/03/1980`, or the year.
    package var description: String {
        switch self {
        case .day(let date): date.description
        case .year(let year): String(year)
        }
    }
}
