import Calendar
import RosterValues
import Tables
import Testing

@testable import Roster

@Suite("Values of Excel")
struct ExcelValueTests {
    @Test(
        "days as numbers",
        arguments: [
            (61, "01/03/1900"), (366, "31/12/1900"), (367, "01/01/1901"), (29_285, "05/03/1980"),
            (36_585, "29/02/2000"),
            (36_586, "01/03/2000"), (44_196, "31/12/2020"), (2_958_465, "31/12/9999"),
        ])
    func serials(_ serial: Int, _ date: String) {
        #expect(CalendarDate(excelSerial: serial)?.description == date)
    }

    @Test("numbers of no day", arguments: [-1, 0, 60, 2_958_466])
    func noSerials(_ serial: Int) {
        #expect(CalendarDate(excelSerial: serial) == nil)
    }

    @Test("every day follows the one before")
    func order() {
        var last = CalendarDate(excelSerial: 61)
        for serial in 62...80_000 {
            let date = CalendarDate(excelSerial: serial)
            guard let earlier = last, let later = date, earlier < later else {
                Issue.record("\(serial)")
                return
            }
            #expect(later.day == earlier.day + 1 || later.day == 1)
            last = date
        }
    }

    @Test(
        "numbers with an exponent",
        arguments: [
            ("4.6E+10", true), ("4,6E+10", true), ("4E10", true), ("4.6e+10", true), ("E10", false), ("4.6E", false),
            ("4.6E+", false), ("4.6E+1x", false), ("4.6", false), ("", false),
        ])
    func exponents(_ text: String, _ hasOne: Bool) {
        #expect(ExcelNumber.hasExponent(text) == hasOne)
    }
}
