import Calendar

/// A day and time of a cell, as Excel counts them.
package struct CellDate: Equatable {
    /// The day, 0 and up; 29 February 1900 and 0 January 1900 are days of Excel.
    package let year: Int, month: Int, day: Int
    /// Minutes from midnight, the seconds dropped; nil at midnight.
    let minutes: Int?

    /// The last second of 9999 is before this day of the calendar from 1900.
    private static let end = Double(CalendarDate.excelEnd)

    /// A date from the days since the calendar's beginning.
    ///
    /// Counted from 1900, day 1 is 1 January 1900 and day 60 the 29 February 1900 that there never was; counted from
    /// 1904, day 0 is 1 January 1904.
    ///
    /// - Returns: nil where Excel shows no date: below 0 and from the year 10000 on.
    package init?(serial: Double, from1904: Bool) {
        let serial = from1904 ? serial + 1_462 : serial
        guard serial >= (from1904 ? 1_462 : 0), serial < Self.end else { return nil }
        let seconds = Int(((serial - serial.rounded(.down)) * 86_400).rounded())
        let number = Int(serial) + seconds / 86_400
        guard Double(number) < Self.end else { return nil }
        switch number {
        case 0: (year, month, day) = (1900, 1, 0)
        case 60: (year, month, day) = (1900, 2, 29)
        default:
            let date = CalendarDate(daysSince1970: number - CalendarDate.excelDaysTo1970 + (number < 60 ? 1 : 0))
            (year, month, day) = (date.year, date.month, date.day)
        }
        minutes = seconds % 86_400 == 0 ? nil : seconds % 86_400 / 60
    }

    /// A date in the form of ISO 8601, such as `1985-03-12` or `1985-03-12T07:30:00Z`; nil for any other form.
    init?(iso text: some Collection<UInt8>) {
        let text = Array(text)
        guard text.count >= 10, let year = Int(digits: text[0..<4]), text[4] == 0x2D,
            let month = Int(digits: text[5..<7]), text[7] == 0x2D, let day = Int(digits: text[8..<10]),
            (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
        if text.count >= 16 {
            guard text[10] == UInt8(ascii: "T"), let hour = Int(digits: text[11..<13]), text[13] == 0x3A,
                let minute = Int(digits: text[14..<16]), hour < 24, minute < 60
            else { return nil }
            let seconds = text.count >= 19 ? Int(digits: text[17..<19]) ?? 0 : 0
            minutes = hour + minute + seconds == 0 ? nil : hour * 60 + minute
        } else {
            guard text.count == 10 else { return nil }
            minutes = nil
        }
    }

    /// Adds `dd/mm/yyyy`, and ` hh:mm` where there is a time.
    ///
    /// A time alone is given the day 30 or 31 December 1899 in ISO form, and is `hh:mm` here.
    func append(to text: inout [UInt8]) {
        if year == 1899, month == 12, day >= 30 { return Self.append(minutes: minutes ?? 0, to: &text) }
        text += "\(day.padded(to: 2))/\(month.padded(to: 2))/\(year.padded(to: 4))".utf8
        guard let minutes else { return }
        text.append(0x20)
        Self.append(minutes: minutes, to: &text)
    }

    /// Adds `hh:mm`.
    static func append(minutes: Int, to text: inout [UInt8]) {
        text += "\((minutes / 60).padded(to: 2)):\((minutes % 60).padded(to: 2))".utf8
    }
}
