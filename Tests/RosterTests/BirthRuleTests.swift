import RosterValues
import Testing

@testable import Roster

@Suite("Rules of dates of birth")
struct BirthRuleTests {
    static let good: [RowCase] = [
        RowCase(.dateOfBirth, "05/03/1980"),
        RowCase(.dateOfBirth, "5-3-1980"),
        RowCase(.dateOfBirth, "1980-03-05"),
        RowCase(.dateOfBirth, "1931"),
        RowCase(.dateOfBirth, "05/03/1980 00:00"),
        RowCase(.dateOfBirth, "05/03/1980 00:00:00"),
        RowCase(.dateOfBirth, "1980-03-05T00:00:00"),
        RowCase(.dateOfBirth, "1980-03-05T00:00:00.000Z"),
        RowCase(.dateOfBirth, "05/03/1980 12:00:00 AM"),
        RowCase(.dateOfBirth, "05/03/1980 12:00:00 SA"),
        RowCase(.dateOfBirth, "1905"),
        RowCase(
            .dateOfBirth, "1900",
            .init(.oldAge, "1900 makes a person of 120 years")),
        RowCase(.dateOfBirth, "15/09/2021"),
        RowCase(.dateOfBirth, "2021"),
        RowCase(.dateOfBirth, "16/09/1905"),
    ]

    @Test("what is read", arguments: good)
    func goodRows(_ row: RowCase) throws {
        try row.check()
    }

    static let calendar: [RowCase] = [
        RowCase(
            .dateOfBirth, "31/02/1980",
            .init(.impossibleDate, "31/02/1980 is not a date")),
        RowCase(
            .dateOfBirth, "30-2-2001",
            .init(.impossibleDate, "30-2-2001 is not a date")),
        RowCase(
            .dateOfBirth, "12/25/1980",
            .init(.monthFirst, "12/25/1980 has the month where the day is written", certain: "25/12/1980")),
        RowCase(
            .dateOfBirth, "1980-25-12",
            .init(.monthFirst, "1980-25-12 has the month where the day is written", guess: "25/12/1980")),
        RowCase(
            .dateOfBirth, "00/00/1980",
            .init(.impossibleDate, "00/00/1980 has a day or a month of zero", certain: "1980")),
        RowCase(
            .dateOfBirth, "00/05/1980",
            .init(.impossibleDate, "00/05/1980 has a day or a month of zero", guess: "1980")),
        RowCase(
            .dateOfBirth, "16/09/2021",
            .init(.futureDate, "16/09/2021 is in the future")),
        RowCase(
            .dateOfBirth, "10/03/2091",
            .init(.futureDate, "10/03/2091 is in the future", guess: "10/03/1991")),
        RowCase(
            .dateOfBirth, "10/03/2029",
            .init(.futureDate, "10/03/2029 is in the future", guess: "10/03/1929")),
        RowCase(
            .dateOfBirth, "2029",
            .init(.futureDate, "2029 is in the future", guess: "1929")),
        RowCase(
            .dateOfBirth, "01/01/1899",
            .init(.tooEarly, "01/01/1899 is before 1900")),
        RowCase(
            .dateOfBirth, "1899",
            .init(.tooEarly, "1899 is before 1900")),
        RowCase(
            .dateOfBirth, "01/01/1903",
            .init(.oldAge, "01/01/1903 makes a person of 118 years")),
        RowCase(
            .dateOfBirth, "15/09/1905",
            .init(.oldAge, "15/09/1905 makes a person of 116 years")),
        RowCase(
            .dateOfBirth, "31/04/85",
            .init(.impossibleDate, "31/04/85 is not a date")),
        RowCase(
            .dateOfBirth, "05/03/0000",
            .init(.impossibleDate, "05/03/0000 is not a date")),
        RowCase(
            .dateOfBirth, "10/03/2029", with: [.nationalID: "046029001234"],
            .init(.futureDate, "10/03/2029 is in the future", certain: "10/03/1929")),
        RowCase(
            .dateOfBirth, "10/03/2029", with: [.nationalID: "046129001234"],
            .init(.futureDate, "10/03/2029 is in the future", certain: "10/03/1929")),
        RowCase(
            .dateOfBirth, "12/03/2085", with: [.nationalID: "046058001234"],
            .init(.futureDate, "12/03/2085 is in the future", guess: "12/03/1958")),
        RowCase(
            .dateOfBirth, "15/12/2021", with: [.nationalID: "046212001234"],
            .init(.futureDate, "15/12/2021 is in the future", guess: "15/12/2012")),
        RowCase(
            .dateOfBirth, "2029", with: [.nationalID: "046229001234"],
            .init(.futureDate, "2029 is in the future", guess: "1929")),
        RowCase(
            .dateOfBirth, "29/02/2084", with: [.nationalID: "046058001234"],
            .init(.futureDate, "29/02/2084 is in the future")),
        RowCase(
            .dateOfBirth, "21/04/1905",
            .init(
                .oldAge, "21/04/1905 makes a person of 116 years; a date cell shows it where the year 1938 was typed",
                guess: "1938")),
        RowCase(
            .dateOfBirth, "13/07/1905",
            .init(
                .oldAge, "13/07/1905 makes a person of 116 years; a date cell shows it where the year 2021 was typed",
                guess: "2021")),
        RowCase(
            .dateOfBirth, "14/07/1905",
            .init(.oldAge, "14/07/1905 makes a person of 116 years")),
        RowCase(
            .dateOfBirth, "21/04/1905", with: [.nationalID: "046005001234"],
            .init(.oldAge, "21/04/1905 makes a person of 116 years")),
        RowCase(
            .dateOfBirth, "15/12/2021",
            .init(.futureDate, "15/12/2021 is in the future")),
        RowCase(
            .dateOfBirth, "29/02/1900",
            .init(.impossibleDate, "29/02/1900 is not a date")),
        RowCase(
            .dateOfBirth, "ngày 12/25/1980",
            .init(.monthFirst, "ngày 12/25/1980 has the month where the day is written", guess: "25/12/1980")),
    ]

    @Test("days, years and the calendar", arguments: calendar)
    func calendarRows(_ row: RowCase) throws {
        try row.check()
    }

    static let numbers: [RowCase] = [
        RowCase(
            .dateOfBirth, "31456",
            .init(.serialDate, "31456 is a date as Excel counts days", guess: "13/02/1986")),
        RowCase(
            .dateOfBirth, "31456.5",
            .init(.serialDate, "31456.5 is a date as Excel counts days", guess: "13/02/1986")),
        RowCase(
            .dateOfBirth, "31456", with: [.nationalID: "046086001234"],
            .init(.serialDate, "31456 is a date as Excel counts days", certain: "13/02/1986")),
        RowCase(
            .dateOfBirth, "31456", with: [.nationalID: "046087001234"],
            .init(.serialDate, "31456 is a date as Excel counts days", guess: "13/02/1986")),
        RowCase(
            .dateOfBirth, "60000",
            .init(.serialDate, "60000 is a date as Excel counts days")),
        RowCase(
            .dateOfBirth, "10000",
            .init(.serialDate, "10000 is a date as Excel counts days", guess: "18/05/1927")),
        RowCase(
            .dateOfBirth, "80000",
            .init(.serialDate, "80000 is a date as Excel counts days")),
        RowCase(
            .dateOfBirth, "90000",
            .init(.notADate, "90000 is not a date")),
        RowCase(
            .dateOfBirth, "1980.0",
            .init(.notADate, "1980.0 is a year with a fraction", certain: "1980")),
        RowCase(
            .dateOfBirth, "5",
            .init(.notADate, "5 is not a date")),
        RowCase(
            .dateOfBirth, "366",
            .init(.notADate, "366 is not a date")),
        RowCase(
            .dateOfBirth, "12031985",
            .init(.notADate, "12031985 has no signs between day, month and year", certain: "12/03/1985")),
        RowCase(
            .dateOfBirth, "19850312",
            .init(.notADate, "19850312 has no signs between day, month and year", certain: "12/03/1985")),
        RowCase(
            .dateOfBirth, "5031980",
            .init(.notADate, "5031980 is not a date")),
        RowCase(
            .dateOfBirth, "99999999999999999999",
            .init(.notADate, "99999999999999999999 is not a date")),
    ]

    @Test("numbers of Excel", arguments: numbers)
    func numbersRows(_ row: RowCase) throws {
        try row.check()
    }

    static let short: [RowCase] = [
        RowCase(
            .dateOfBirth, "85",
            .init(.shortYear, "85 has two digits of a year", guess: "1985")),
        RowCase(
            .dateOfBirth, "12/03/85",
            .init(.shortYear, "12/03/85 has a year of two digits", guess: "12/03/1985")),
        RowCase(
            .dateOfBirth, "12/03/85", with: [.nationalID: "046085001234"],
            .init(.shortYear, "12/03/85 has a year of two digits", certain: "12/03/1985")),
        RowCase(
            .dateOfBirth, "12/03/21",
            .init(.shortYear, "12/03/21 has a year of two digits", guess: "12/03/2021")),
        RowCase(
            .dateOfBirth, "12/03/22",
            .init(.shortYear, "12/03/22 has a year of two digits", guess: "12/03/1922")),
        RowCase(
            .dateOfBirth, "12/25/85",
            .init(.shortYear, "12/25/85 has a year of two digits", guess: "25/12/1985")),
        RowCase(
            .dateOfBirth, "85-03-12",
            .init(.shortYear, "85-03-12 has a year of two digits", guess: "12/03/1985")),
        RowCase(
            .dateOfBirth, "12-Mar-85",
            .init(.shortYear, "12-Mar-85 has a year of two digits", guess: "12/03/1985")),
        RowCase(
            .dateOfBirth, "12/03/85", with: [.nationalID: "046086001234"],
            .init(.shortYear, "12/03/85 has a year of two digits", guess: "12/03/1985")),
        RowCase(
            .dateOfBirth, "12/03/05", with: [.nationalID: "046005001234"],
            .init(.shortYear, "12/03/05 has a year of two digits", certain: "12/03/1905")),
        RowCase(
            .dateOfBirth, "12/03/05", with: [.nationalID: "046205001234"],
            .init(.shortYear, "12/03/05 has a year of two digits", certain: "12/03/2005")),
        RowCase(
            .dateOfBirth, "12/25/85", with: [.nationalID: "046085001234"],
            .init(.shortYear, "12/25/85 has a year of two digits", certain: "25/12/1985")),
        RowCase(
            .dateOfBirth, "85", with: [.nationalID: "046085001234"],
            .init(.shortYear, "85 has two digits of a year", certain: "1985")),
        RowCase(
            .dateOfBirth, "12/03/85", with: [.nationalID: "999085001234"],
            .init(.shortYear, "12/03/85 has a year of two digits", guess: "12/03/1985"),
            .init(.idProvince, "999 is the code of no province")),
    ]

    @Test("years of two digits", arguments: short)
    func shortRows(_ row: RowCase) throws {
        try row.check()
    }

    static let words: [RowCase] = [
        RowCase(
            .dateOfBirth, "05/03/1980 17:00",
            .init(.notADate, "05/03/1980 17:00 is not a date")),
        RowCase(
            .dateOfBirth, "12 tháng 3 năm 1985",
            .init(.notADate, "12 tháng 3 năm 1985 is not written as dd/mm/yyyy", certain: "12/03/1985")),
        RowCase(
            .dateOfBirth, "ngày 12/3/1985",
            .init(.notADate, "ngày 12/3/1985 is not written as dd/mm/yyyy", certain: "12/03/1985")),
        RowCase(
            .dateOfBirth, "Ngày 12 tháng 3 năm 1985",
            .init(.notADate, "Ngày 12 tháng 3 năm 1985 is not written as dd/mm/yyyy", certain: "12/03/1985")),
        RowCase(
            .dateOfBirth, "sinh năm 1985",
            .init(.notADate, "sinh năm 1985 is not written as a year", certain: "1985")),
        RowCase(
            .dateOfBirth, "SN 1985",
            .init(.notADate, "SN 1985 is not written as a year", certain: "1985")),
        RowCase(
            .dateOfBirth, "01/1985",
            .init(.notADate, "01/1985 has no day of the month", guess: "1985")),
        RowCase(
            .dateOfBirth, "tháng 1/1985",
            .init(.notADate, "tháng 1/1985 has no day of the month", guess: "1985")),
        RowCase(
            .dateOfBirth, "1985/03/12",
            .init(.notADate, "1985/03/12 is not written as dd/mm/yyyy", certain: "12/03/1985")),
        RowCase(
            .dateOfBirth, "1985.03.12",
            .init(.notADate, "1985.03.12 is not written as dd/mm/yyyy", certain: "12/03/1985")),
        RowCase(
            .dateOfBirth, "12,3,1985",
            .init(.notADate, "12,3,1985 is not written as dd/mm/yyyy", certain: "12/03/1985")),
        RowCase(
            .dateOfBirth, "12 3 1985",
            .init(.notADate, "12 3 1985 is not written as dd/mm/yyyy", certain: "12/03/1985")),
        RowCase(
            .dateOfBirth, "12/3-1985",
            .init(.notADate, "12/3-1985 is not written as dd/mm/yyyy", certain: "12/03/1985")),
        RowCase(
            .dateOfBirth, "12 Mar 1985",
            .init(.notADate, "12 Mar 1985 is not written as dd/mm/yyyy", certain: "12/03/1985")),
        RowCase(
            .dateOfBirth, "March 12, 1985",
            .init(.notADate, "March 12, 1985 is not written as dd/mm/yyyy", certain: "12/03/1985")),
        RowCase(
            .dateOfBirth, "Mar 1985",
            .init(.notADate, "Mar 1985 has no day of the month", guess: "1985")),
        RowCase(
            .dateOfBirth, "--/--/1985",
            .init(.notADate, "--/--/1985 is not written as a year", certain: "1985")),
        RowCase(
            .dateOfBirth, "1980.",
            .init(.notADate, "1980. is not written as a year", certain: "1980")),
        RowCase(
            .dateOfBirth, "khoảng 1980",
            .init(.notADate, "khoảng 1980 is not a date", guess: "1980")),
        RowCase(
            .dateOfBirth, "5/3",
            .init(.notADate, "5/3 is not a date")),
        RowCase(
            .dateOfBirth, "abc",
            .init(.notADate, "abc is not a date")),
        RowCase(
            .dateOfBirth, "-",
            .init(.notADate, "- is not a date")),
        RowCase(
            .dateOfBirth, "1980-",
            .init(.notADate, "1980- is not written as a year", certain: "1980")),
    ]

    @Test("words and other signs", arguments: words)
    func wordsRows(_ row: RowCase) throws {
        try row.check()
    }
}
