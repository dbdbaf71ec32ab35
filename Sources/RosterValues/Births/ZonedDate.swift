package import Calendar

/// A date that a program wrote with the time and the zone: `1985-03-11T17:00:00Z`.
package struct ZonedDate {
    /// The day in the zone where it is midnight there, else in Việt Nam.
    package let date: CalendarDate
    /// Whether it is midnight in the zone or in Việt Nam, so that a day was meant.
    package let isMidnight: Bool

    /// Reads `yyyy-mm-ddThh:mm`, with seconds and their parts or without, and `Z` or `+07:00` behind; nothing else.
    package init?(_ text: String) {
        let form = /(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(?:Z|([+-])(\d{2}):?(\d{2})?)/
        guard let match = text.wholeMatch(of: form), let year = Int(match.1), let month = Int(match.2),
            let day = Int(match.3), let hour = Int(match.4), let minute = Int(match.5), hour < 24, minute < 60,
            let local = CalendarDate(year: year, month: month, day: day)
        else { return nil }
        let second = match.6.flatMap { Int($0) } ?? 0
        let zone =
            ((match.8.flatMap { Int($0) } ?? 0) * 60 + (match.9.flatMap { Int($0) } ?? 0)) * (match.7 == "-" ? -1 : 1)
        let seconds = hour * 3600 + minute * 60 + second
        if seconds == 0 {
            (date, isMidnight) = (local, true)
            return
        }
        let moment = local.daysSince1970 * CalendarDate.seconds + seconds - zone * 60
        let vietnam = CalendarDate.vietnam(moment)
        (date, isMidnight) = (vietnam.date, vietnam.second == 0)
    }
}
