import RosterValues
import Testing

@testable import Roster

@Suite("Birth dates")
struct BirthDateTests {
    @Test(
        "forms of a date",
        arguments: [
            ("05/03/1980", "05/03/1980"), ("5/3/1980", "05/03/1980"), ("05-03-1980", "05/03/1980"),
            ("5.3.1980", "05/03/1980"), ("1980-03-05", "05/03/1980"), ("1980-3-5", "05/03/1980"), ("1931", "1931"),
            ("29/02/2000", "29/02/2000"), ("29/2/2020", "29/02/2020"), ("31/12/1999", "31/12/1999"),
        ])
    func good(_ text: String, _ shown: String) throws {
        #expect(try #require(BirthDate(text)).description == shown)
    }

    @Test(
        "what is not a date",
        arguments: [
            "", " ", "31/02/1980", "29/02/1900", "29/02/2021", "31/04/1980", "00/01/1980", "01/00/1980", "01/13/1980",
            "12/25/1980", "0000", "01/01/0000", "5/3/80", "80", "198", "19800", "5/3", "03/1980", "5/3-1980",
            "5//1980", "/3/1980", "5/3/1980/", "5/3/1980 ", "1980/03/05", "1980.03.05", "29221", "005/03/1980",
            "05/03/1980 00:00", "-1980", "+1980", "năm 1980", "٠٥/٠٣/١٩٨٠", "1980-", "99999999999999999999",
        ])
    func bad(_ text: String) {
        #expect(BirthDate(text) == nil)
    }

    @Test("year, month and day")
    func parts() throws {
        let date = try #require(BirthDate("5/3/1980"))
        #expect((date.year, date.month, date.day) == (1980, 3, 5))
        #expect((BirthDate.year(1931).year, BirthDate.year(1931).month, BirthDate.year(1931).day) == (1931, nil, nil))
    }
}

extension BirthDateTests {
    @Test(
        "the future begins tomorrow",
        arguments: [("15/9/2021", false), ("16/9/2021", true), ("2021", false), ("2022", true)])
    func future(_ text: String, _ isAfter: Bool) throws {
        #expect(try #require(BirthDate(text)).isAfter(today) == isAfter)
    }
}

private func == (one: (Int, Int?, Int?), other: (Int, Int?, Int?)) -> Bool {
    one.0 == other.0 && one.1 == other.1 && one.2 == other.2
}
