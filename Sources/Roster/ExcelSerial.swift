/// A day as Excel counts it: 1 is 1 January 1900, and 29 February 1900 is counted though it never was.
enum ExcelSerial {
    /// The day of a number, from 61 (1 March 1900); nil for a number of no four-digit year.
    static func date(_ serial: Int) -> CalendarDate? {
        guard serial > 60, serial < 2_958_466 else { return nil }
        // Days from 1 March of year 0 to 30 December 1899, the day 0 of Excel.
        let days = serial + 693_899
        // Years begin in March, so that the leap day is the last: an era has 400 of them and 146,097 days.
        let era = days / 146_097
        let dayOfEra = days % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * month + 2) / 5 + 1
        let year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
        return CalendarDate(year: year, month: month < 10 ? month + 3 : month - 9, day: day)
    }
}
