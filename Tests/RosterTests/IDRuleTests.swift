import RosterValues
import Testing

@testable import Roster

@Suite("Rules of CCCD and CMND")
struct IDRuleTests {
    static let good: [RowCase] = [
        RowCase(.nationalID, "046 080 001 234"),
        RowCase(.nationalID, "046.080.001.234"),
        RowCase(.nationalID, "046-080-001234"),
        RowCase(.nationalID, "'046080001234"),
        RowCase(.nationalID, "191234567"),
        RowCase(.nationalID, "096080001234"),
        RowCase(.nationalID, "001180001234"),
        RowCase(.nationalID, "046301001234", with: [.dateOfBirth: "2001"]),
        RowCase(.nationalID, "046201001234", with: [.dateOfBirth: "05/03/2001"]),
    ]

    @Test("what is read", arguments: good)
    func goodRows(_ row: RowCase) throws {
        try row.check()
    }

    static let refused: [RowCase] = [
        RowCase(
            .nationalID, "46080001234",
            .init(.idLostZero, "46080001234 has 11 digits: the zero in front is lost", guess: "046080001234")),
        RowCase(
            .nationalID, "46080001234", with: [.sex: "Nam"],
            .init(.idLostZero, "46080001234 has 11 digits: the zero in front is lost", certain: "046080001234")),
        RowCase(
            .nationalID, "46080001234", with: [.sex: "Nữ"],
            .init(.idLostZero, "46080001234 has 11 digits: the zero in front is lost", guess: "046080001234")),
        RowCase(
            .nationalID, "46080001234.0", with: [.sex: "Nam"],
            .init(.idLostZero, "46080001234.0 has 11 digits: the zero in front is lost", certain: "046080001234")),
        RowCase(
            .nationalID, "46.080.001.234", with: [.sex: "Nam"],
            .init(.idLostZero, "46.080.001.234 has 11 digits: the zero in front is lost", certain: "046080001234")),
        RowCase(
            .nationalID, "1080001234", with: [.sex: "Nam"],
            .init(.idLostZero, "1080001234 has 10 digits: the two zeros in front are lost", certain: "001080001234")),
        RowCase(
            .nationalID, "3080001234", with: [.sex: "Nam"],
            .init(.idLength, "3080001234 has 10 digits, it needs 9 or 12")),
        RowCase(
            .nationalID, "04608000123",
            .init(.idLength, "04608000123 has 11 digits, it needs 9 or 12")),
        RowCase(
            .nationalID, "19123456",
            .init(.idLostZero, "19123456 has 8 digits: the zero in front is lost", guess: "019123456")),
        RowCase(
            .nationalID, "1912345",
            .init(.idLength, "1912345 has 7 digits, it needs 9 or 12")),
        RowCase(
            .nationalID, "4.6E+10",
            .init(
                .idExponent,
                "4.6E+10 has lost its digits: format the column as text in the original workbook and save it again")),
        RowCase(
            .nationalID, "4,61E+10",
            .init(
                .idExponent,
                "4,61E+10 has lost its digits: format the column as text in the original workbook and save it again")),
        RowCase(
            .nationalID, "4.6080001234E10",
            .init(
                .idExponent,
                "4.6080001234E10 has lost its digits: format the column as text in the original workbook and save it again"
            )),
        RowCase(
            .nationalID, "O46080001234", with: [.sex: "Nam"],
            .init(.idNotDigits, "O46080001234 is not a number of 9 or 12 digits", certain: "046080001234")),
        RowCase(
            .nationalID, "C1234567",
            .init(.idNotDigits, "C1234567 is not a number of 9 or 12 digits")),
        RowCase(
            .nationalID, "046080001234 / 191234567",
            .init(.idNotDigits, "046080001234 / 191234567 is not a number of 9 or 12 digits", guess: "046080001234")),
        RowCase(
            .nationalID, "046080001234 191234567",
            .init(.idLength, "046080001234 191234567 has 21 digits, it needs 9 or 12", guess: "046080001234")),
        RowCase(
            .nationalID, "không có",
            .init(.idNotDigits, "“không có” is no number; leave the cell empty", certain: "")),
        RowCase(
            .nationalID, "chưa cấp",
            .init(.idNotDigits, "“chưa cấp” is no number; leave the cell empty", certain: "")),
        RowCase(
            .nationalID, "-",
            .init(.idNotDigits, "“-” is no number; leave the cell empty", certain: "")),
        RowCase(
            .nationalID, "0",
            .init(.idNotDigits, "“0” is no number; leave the cell empty", certain: "")),
        RowCase(
            .nationalID, "1",
            .init(.idLength, "1 has 1 digit, it needs 9 or 12")),
        RowCase(
            .nationalID, "0460800012345",
            .init(.idLength, "0460800012345 has 13 digits, it needs 9 or 12")),
        RowCase(
            .nationalID, "46301001234", with: [.sex: "Nữ", .dateOfBirth: "2001"],
            .init(.idLostZero, "46301001234 has 11 digits: the zero in front is lost", certain: "046301001234")),
        RowCase(
            .nationalID, "46301001234", with: [.sex: "Nữ", .dateOfBirth: "1901"],
            .init(.oldAge, "1901 makes a person of 119 years"),
            .init(.idLostZero, "46301001234 has 11 digits: the zero in front is lost", guess: "046301001234")),
        RowCase(
            .nationalID, "3080001234", with: [.sex: "Nam"],
            .init(.idLength, "3080001234 has 10 digits, it needs 9 or 12")),
        RowCase(
            .nationalID, "99080001234",
            .init(.idLength, "99080001234 has 11 digits, it needs 9 or 12")),
        RowCase(
            .nationalID, "46080001234", with: [.sex: "Nam", .dateOfBirth: "31/02/1980"],
            .init(.impossibleDate, "31/02/1980 is not a date"),
            .init(.idLostZero, "46080001234 has 11 digits: the zero in front is lost", guess: "046080001234")),
        RowCase(
            .nationalID, "1E5",
            .init(
                .idExponent,
                "1E5 has lost its digits: format the column as text in the original workbook and save it again")),
        RowCase(
            .nationalID, "E5",
            .init(.idNotDigits, "E5 is not a number of 9 or 12 digits")),
    ]

    @Test("lengths, zeros and signs", arguments: refused)
    func refusedRows(_ row: RowCase) throws {
        try row.check()
    }

    static let doubted: [RowCase] = [
        RowCase(
            .nationalID, "999080001234",
            .init(.idProvince, "999 is the code of no province")),
        RowCase(
            .nationalID, "046280001234",
            .init(.idCentury, "046280001234 says a birth in the 2000s, date_of_birth is 1980")),
        RowCase(
            .nationalID, "046081001234",
            .init(.idYear, "046081001234 says a year of birth that ends in 81, date_of_birth is 1980")),
        RowCase(
            .nationalID, "046280001234", with: [.dateOfBirth: "2000"],
            .init(.idYear, "046280001234 says a year of birth that ends in 80, date_of_birth is 2000")),
        RowCase(
            .nationalID, "000080001234",
            .init(.idProvince, "000 is the code of no province")),
        RowCase(
            .nationalID, "003080001234",
            .init(.idProvince, "003 is the code of no province")),
        RowCase(
            .nationalID, "097080001234",
            .init(.idProvince, "097 is the code of no province")),
        RowCase(
            .nationalID, "046281001234",
            .init(.idCentury, "046281001234 says a birth in the 2000s, date_of_birth is 1980"),
            .init(.idYear, "046281001234 says a year of birth that ends in 81, date_of_birth is 1980")),
        RowCase(
            .nationalID, "046980001234",
            .init(.idCentury, "046980001234 says a birth in the 2300s, date_of_birth is 1980")),
    ]

    @Test("what the digits say", arguments: doubted)
    func doubtedRows(_ row: RowCase) throws {
        try row.check()
    }
}
