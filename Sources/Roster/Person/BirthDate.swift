/// When a person was born: a day, or a year alone, as for many of the old.
public enum BirthDate: Hashable, Sendable {
    /// The day.
    case day(CalendarDate)
    /// The year alone.
    case year(Int)

    /// The year.
    public var year: Int {
        switch self {
        case .day(let date): date.year
        case .year(let year): year
        }
    }

    /// The month, 1 to 12, where the day is known.
    public var month: Int? {
        if case .day(let date) = self { date.month } else { nil }
    }

    /// The day of the month, 1 to 31, where it is known.
    public var day: Int? {
        if case .day(let date) = self { date.day } else { nil }
    }

    /// Reads `dd/mm/yyyy`, `d/m/yyyy`, the same with `-` or `.`, `yyyy-mm-dd`, or `yyyy`.
    ///
    /// Gives nothing for other text and for a day that the calendar does not have.
    ///
    /// - Parameter text: the date and nothing else; the year has four digits.
    public init?(_ text: String) {
        var numbers = (0, 0, 0)
        var digits = (0, 0, 0)
        var part = 0
        var separator: UInt8?
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                let digit = Int(byte - UInt8(ascii: "0"))
                switch part {
                case 0: (numbers.0, digits.0) = (numbers.0 * 10 + digit, digits.0 + 1)
                case 1: (numbers.1, digits.1) = (numbers.1 * 10 + digit, digits.1 + 1)
                default: (numbers.2, digits.2) = (numbers.2 * 10 + digit, digits.2 + 1)
                }
                guard digits.0 <= 4, digits.1 <= 4, digits.2 <= 4 else { return nil }
            case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."):
                guard separator == nil || separator == byte, part < 2 else { return nil }
                separator = byte
                part += 1
            default:
                return nil
            }
        }
        switch (digits.0, digits.1, digits.2) {
        case (4, 0, 0) where part == 0 && numbers.0 > 0:
            self = .year(numbers.0)
        case (1...2, 1...2, 4):
            guard let date = CalendarDate(year: numbers.2, month: numbers.1, day: numbers.0) else { return nil }
            self = .day(date)
        case (4, 1...2, 1...2) where separator == UInt8(ascii: "-"):
            guard let date = CalendarDate(year: numbers.0, month: numbers.1, day: numbers.2) else { return nil }
            self = .day(date)
        default:
            return nil
        }
    }

    /// Whether the birth is after a day; a year alone is where it is after the day's year.
    public func isAfter(_ today: CalendarDate) -> Bool {
        switch self {
        case .day(let date): date > today
        case .year(let year): year > today.year
        }
    }
}

extension BirthDate: CustomStringConvertible {
    /// The date as Vietnam writes it, `05/03/1980`, or the year.
    public var description: String {
        switch self {
        case .day(let date): date.description
        case .year(let year): String(year)
        }
    }
}
