import Tables

/// A day as Excel counts it: 1 is 1 January 1900, and 29 February 1900 is counted though it never was.
enum ExcelSerial {
    /// The day of a number, from 61 (1 March 1900); nil for a number of no four-digit year.
    static func date(_ serial: Int) -> CalendarDate? {
        guard serial > 60, let date = CellDate(serial: Double(serial), from1904: false) else { return nil }
        return CalendarDate(year: date.year, month: date.month, day: date.day)
    }
}
