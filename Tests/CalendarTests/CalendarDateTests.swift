import Testing

@testable import Calendar

@Suite("Dates of the calendar")
struct CalendarDateTests {
    @Test(
        "days from 1970 and back",
        arguments: [
            (0, "1970-01-01"), (-1, "1969-12-31"), (59, "1970-03-01"), (11_016, "2000-02-29"),
            (11_017, "2000-03-01"), (20_781, "2026-11-24"), (47_540, "2100-02-28"), (47_541, "2100-03-01"),
            (-719_528, "0000-01-01"), (-719_529, "-0001-12-31"), (2_932_896, "9999-12-31"),
            (2_932_897, "10000-01-01"),
        ])
    func days(number: Int, iso: String) {
        let date = CalendarDate(daysSince1970: number)
        #expect(date.iso == iso && date.daysSince1970 == number)
    }

    @Test("every day of 400 years follows the one before")
    func order() {
        var last = CalendarDate(daysSince1970: -1)
        for days in 0..<146_097 {
            let date = CalendarDate(daysSince1970: days)
            let isNext =
                date.day == last.day + 1 && date.month == last.month
                || date.day == 1 && (date.month == last.month + 1 || date.month == 1 && date.year == last.year + 1)
            guard isNext, date > last, date.daysSince1970 == days, last.adding(days: 1) == date,
                CalendarDate(year: date.year, month: date.month, day: date.day) == date,
                CalendarDate(iso: Array(date.iso.utf8)[...]) == date
            else {
                Issue.record("\(date) after \(last)")
                return
            }
            last = date
        }
    }

    @Test(
        "days that the calendar does not have",
        arguments: [
            (2021, 2, 29), (1900, 2, 29), (2021, 4, 31), (2021, 13, 1), (2021, 0, 1), (2021, 1, 0), (2021, 1, 32),
            (0, 1, 1), (10_000, 1, 1),
        ])
    func absent(year: Int, month: Int, day: Int) {
        #expect(CalendarDate(year: year, month: month, day: day) == nil)
    }

    @Test(
        "texts that are no date of ISO 8601",
        arguments: ["", "2021-02-29", "2021-2-03", "2021/02/03", "20210203", "2021-02-03T", "+021-02-03", "2021-02- 3"])
    func wrongTexts(text: String) {
        #expect(CalendarDate(iso: Array(text.utf8)[...]) == nil)
    }

    @Test("a slice is read from its own beginning")
    func slices() {
        #expect(CalendarDate(iso: Array("on 2021-02-03".utf8)[3...])?.description == "03/02/2021")
    }

    @Test(
        "moments in UTC and in Việt Nam",
        arguments: [
            (0, "1970-01-01", 0, "1970-01-01", 25_200), (61_199, "1970-01-01", 61_199, "1970-01-01", 86_399),
            (61_200, "1970-01-01", 61_200, "1970-01-02", 0), (-1, "1969-12-31", 86_399, "1970-01-01", 25_199),
            (-25_201, "1969-12-31", 61_199, "1969-12-31", 86_399),
        ])
    func moments(moment: Int, utc: String, second: Int, vietnam: String, local: Int) {
        let (there, here) = (CalendarDate.utc(moment), CalendarDate.vietnam(moment))
        #expect(there.date.iso == utc && there.second == second)
        #expect(here.date.iso == vietnam && here.second == local)
        #expect(here.date.endInVietnam - moment == 86_399 - local)
    }

    @Test("the first and the last moment that there are", arguments: [Int.min, .max])
    func farMoments(moment: Int) {
        let (date, second) = CalendarDate.utc(moment)
        #expect((0..<86_400).contains(second) && date.year.magnitude > 292_000_000_000)
        #expect(CalendarDate(daysSince1970: date.daysSince1970) == date)
        #expect(CalendarDate.vietnam(moment).date >= date)
    }

    @Test("numbers with zeros in front", arguments: [(7, 2, "07"), (1234, 2, "1234"), (0, 1, "0"), (-7, 4, "-0007")])
    func padding(number: Int, width: Int, text: String) {
        #expect(number.padded(to: width) == text)
    }
}
