import RosterValues
import Tables
import Testing

@testable import Roster

@Suite("People")
struct PersonTests {
    @Test("a full row")
    func full() throws {
        let person = try person(
            "PL-001,Chủ hộ,Nguyễn  Thị Hòa,05/03/1980,Nữ,046 180 001234,0905 123 456,Phú Lễ,Quảng Phú")
        #expect(
            person
                == Person(
                    household: "PL-001", relation: "Chủ hộ", name: "Nguyễn Thị Hòa",
                    birth: try #require(BirthDate("05/03/1980")), sex: .female, nationalID: "046180001234",
                    phone: "0905 123 456", hamlet: "Phú Lễ", commune: "Quảng Phú"))
    }

    @Test("what may be empty")
    func sparse() throws {
        let person = try person("1,,Trần Bê,1931,,,,Hạ Lang,")
        #expect(person == Person(household: "1", name: "Trần Bê", birth: .year(1931), hamlet: "Hạ Lang"))
    }

    @Test(
        "names become NFC with single spaces",
        arguments: [
            (" Trần\u{a0} Thị\tBê ", "Trần Thị Bê"),
            ("\"Trần\r\nThị Bê\"", "Trần Thị Bê"),
            ("Nguyê\u{303}n Thi\u{323} Ha\u{302}\u{323}u", "Nguyễn Thị Hậu"),
            ("Nguye\u{302}\u{303}n Bu\u{31B}\u{309}u", "Nguyễn Bửu"),
            ("K'Brôi Y-Blom (Tý)", "K'Brôi Y-Blom (Tý)"),
            ("José Müller Łukasz", "José Müller Łukasz"),
        ])
    func names(_ cell: String, _ name: String) throws {
        let read = try person("1,,\(cell),1980,,,,Hạ Lang,").name
        #expect(Array(read.utf8) == Array(name.utf8))
    }

    @Test(
        "each fault",
        arguments: [
            (",,Lê Bê,1980,,,,Bao La,", "household: is missing"),
            ("1,,,1980,,,,Bao La,", "full_name: is missing"),
            ("1,, \u{a0} ,1980,,,,Bao La,", "full_name: is missing"),
            ("1,,Lê Bê,,,,,Bao La,", "date_of_birth: is missing"),
            ("1,,Lê Bê,1980,,,,,", "hamlet: is missing"),
            ("1,,Lê Bê,31/02/1980,,,,Bao La,", "date_of_birth: 31/02/1980 is not a date"),
            ("1,,Lê Bê,16/09/2021,,,,Bao La,", "date_of_birth: 16/09/2021 is in the future"),
            ("1,,Lê Bê,2022,,,,Bao La,", "date_of_birth: 2022 is in the future"),
            ("1,,Lê Bê,1/1/1899,,,,Bao La,", "date_of_birth: 01/01/1899 is before 1900"),
            ("1,,Lê Bê2,1980,,,,Bao La,", "full_name: “Lê Bê2” holds “2”, a digit"),
            ("1,,Nguy?n Bê,1980,,,,Bao La,", "full_name: “Nguy?n Bê” holds “?”, which stands for a lost letter"),
            (
                "1,,Lê Веra,1980,,,,Bao La,",
                "full_name: “Lê Веra” holds “В” (U+0412), which only looks like a Latin letter"
            ),
            ("1,,阮,1980,,,,Bao La,", "full_name: “阮” holds “阮” (U+962E), which is no Latin letter"),
            ("1,,...,1980,,,,Bao La,", "full_name: “...” holds no letter"),
            ("1,,Lê\u{200B} Bê,1980,,,,Bao La,", "full_name: holds the invisible character U+200B"),
            ("1,,Lê \u{202E}Bê,1980,,,,Bao La,", "full_name: holds the invisible character U+202E"),
            ("1,,Lê\u{7}Bê,1980,,,,Bao La,", "full_name: holds a control character"),
            ("1,,Lê\0Bê,1980,,,,Bao La,", "full_name: holds a zero byte"),
            ("1,,Lê \"Bê\",1980,,,,Bao La,", "full_name: a quotation mark stands in the wrong place"),
            ("1,,Lê Bê,1980,Trai,,,Bao La,", "sex: “Trai” is neither Nam nor Nữ"),
            (
                "1,,Lê Bê,1980,,46080001234,,Bao La,",
                "national_id: 46080001234 has 11 digits: the zero in front is lost"
            ),
            (
                "1,,Lê Bê,1980,,4.6E+10,,Bao La,",
                "national_id: 4.6E+10 has lost its digits: format the column as text in the original workbook and save it again"
            ),
            ("1,,Lê Bê,1980,,,,Bao La", "the row has 8 fields, the header has 9"),
            ("1,,Lê Bê,1980,,,,Bao La,,x", "the row has 10 fields, the header has 9"),
        ])
    func each(_ cells: String, _ fault: String) throws {
        #expect(try faults(cells) == [fault])
    }

    @Test("all faults of a row are told, in the order of the columns")
    func several() throws {
        #expect(
            try faults("1,,Lê Bê 3,30/2/1980,x,12,,,").map { $0.prefix { $0 != ":" } }
                == ["full_name", "date_of_birth", "sex", "national_id", "hamlet"])
    }

    @Test("a name has at most 60 characters", arguments: [(59, true), (60, true), (61, false)])
    func nameLength(_ length: Int, _ isGood: Bool) throws {
        let name = "Ễ " + String(repeating: "ễ", count: length - 2)
        let faults = try faults("1,,\(name),1980,,,,Bao La,")
        #expect(faults == (isGood ? [] : ["full_name: has \(length) characters, at most 60 fit"]))
    }

    @Test("other cells have at most 120 characters")
    func cellLength() throws {
        let long = String(repeating: "ễ", count: 121)
        #expect(try faults("1,,Lê Bê,1980,,,,\(long),") == ["hamlet: has 121 characters, at most 120 fit"])
        #expect(try faults("1,,Lê Bê,1980,,,,\(long.dropLast()),") == [])
    }

    @Test(
        "words for the sex",
        arguments: [
            ("Nam", Sex.male), ("NAM", .male), ("male", .male), ("M", .male), ("Nữ", .female), ("nu", .female),
            ("NỮ", .female), ("Female", .female), ("f", .female), ("Nư\u{303}", .female),
        ])
    func sexes(_ word: String, _ sex: Sex) {
        #expect(Sex(word) == sex)
    }

    @Test("a refused row keeps its raw fields")
    func rawFields() throws {
        let entries = try entries(Person.self, "household,full_name,date_of_birth,hamlet\n 1 , Lê  Bê,x,Bao La\n")
        #expect(entries.map(\.row.fields) == [[" 1 ", " Lê  Bê", "x", "Bao La"]])
    }

    @Test("the apostrophe before a formula goes when the file is read again")
    func apostrophe() throws {
        #expect(try person("1,,Lê Bê,1980,,,'+84905,Bao La,").phone == "+84905")
        #expect(try person("'1,,'Lê Bê,1980,,,,Bao La,").household == "1")
    }
}
