import Testing

@testable import Roster

@Suite("The same twice")
struct DuplicateTests {
    @Test(
        "people",
        arguments: [
            // The number.
            (
                "1,,Lê An,1980,,046080000001,,Thôn A,\n2,,Lê Bê,1981,,046080000001,,Thôn A,",
                ["3 duplicate-id national_id: the same number as in row 2"]
            ),
            (
                "1,,Lê An,1980,,046 080 000 001,,Thôn A,\n2,,Lê Bê,1981,,046080000001,,Thôn A,",
                ["3 duplicate-id national_id: the same number as in row 2"]
            ),
            (
                "1,,Lê An,1980,,012345678,,Thôn A,\n2,,Lê Bê,1981,,012345678,,Thôn A,",
                ["3 duplicate-id national_id: the same number as in row 2"]
            ),
            ("1,,Lê An,1980,,000012345678,,Thôn A,\n2,,Lê Bê,1981,,012345678,,Thôn A,", []),
            // Household, name and birth.
            (
                "1,,Lê An,1980,,,,Thôn A,\n1,,Lê An,1980,,,,Thôn A,",
                ["3 duplicate-person the same household, name and birth as in row 2"]
            ),
            (
                "pl-1,,LÊ HOÀ,05/03/1980,,,,Thôn A,\nPL-1 ,,Lê  Hòa,5-3-1980,,,,Thôn A,",
                ["3 duplicate-person the same household, name and birth as in row 2"]
            ),
            ("1,,Lê Hòa,1980,,,,Thôn A,\n1,,Lê Hóa,1980,,,,Thôn A,\n1,,Lê Hoa,1980,,,,Thôn A,", []),
            ("1,,Lê An,1980,,,,Thôn A,\n1,,Lê An,01/01/1980,,,,Thôn A,", []),
            ("1,,Lê An,1980,,,,Thôn A,\n2,,Lê An,1980,,,,Thôn A,", []),
            (
                "1,,Lê An,1980,,,,Thôn A,\n1,,Lê An,1980,,,,Thôn B,",
                ["3 duplicate-person the same household, name and birth as in row 2"]
            ),
            // Each a number of their own, or one of them only.
            ("1,,Lê An,1980,,046080000001,,Thôn A,\n1,,Lê An,1980,,046080000002,,Thôn A,", []),
            (
                "1,,Lê An,1980,,046080000001,,Thôn A,\n1,,Lê An,1980,,,,Thôn A,",
                ["3 duplicate-person the same household, name and birth as in row 2"]
            ),
            (
                "1,,Lê An,1980,,,,Thôn A,\n1,,Lê An,1980,,046080000001,,Thôn A,",
                ["3 duplicate-person the same household, name and birth as in row 2"]
            ),
            (
                "1,,Lê An,1980,,046080000001,,Thôn A,\n1,,Lê An,1980,,046080000002,,Thôn A,\n1,,Lê An,1980,,046080000002,,Thôn A,",
                ["4 duplicate-id national_id: the same number as in row 3"]
            ),
            // Both.
            (
                "1,,Lê An,1980,,046080000001,,Thôn A,\n1,,Lê An,1980,,046080000001,,Thôn A,",
                [
                    "3 duplicate-id national_id: the same number as in row 2",
                    "3 duplicate-person the same household, name and birth as in row 2",
                ]
            ),
            // The third is compared with the first, not with the second that is refused.
            (
                "1,,Lê An,1980,,046080000001,,Thôn A,\n2,,Lê Bê,1981,,046080000001,,Thôn A,\n2,,Lê Bê,1981,,,,Thôn A,",
                ["3 duplicate-id national_id: the same number as in row 2"]
            ),
            // Nobody is the same as a row that is refused.
            ("1,,Lê 4n,1980,,046080000001,,Thôn A,\n2,,Lê Bê,1981,,046080000001,,Thôn A,", []),
            ("1,,Lê An,1980,x,,,Thôn A,\n1,,Lê An,1980,,,,Thôn A,", []),
        ])
    func people(_ rows: String, _ lines: [String]) throws {
        #expect(try survey(people: rows, header: headerWithoutRelation) == lines)
    }

    @Test("a duplicate is refused")
    func refused() throws {
        let entries = try entries(Person.self, fullHeader + "\n1,,Lê An,1980,,,,Thôn A,\n1,,Lê An,1980,,,,Thôn A,\n")
        #expect(entries.map(\.faults) == [[], ["the same household, name and birth as in row 2"]])
    }

    @Test("messages name the file where it is another")
    func files() throws {
        let first = headerWithoutRelation + "\n\n1,,Lê An,1980,,046080000001,,Thôn A,\n"
        let second =
            headerWithoutRelation + "\n9,,Lê Xê,1980,,046080000009,,Thôn B,\n2,,Lê Bê,1981,,046080000001,,Thôn B,\n"
        let third = headerWithoutRelation + "\n9,,Lê Xê,1980,,,,Thôn B,\n1,,Lê An,1980,,,,Thôn A,\n"
        #expect(
            try survey(Person.self, [first, second, third]) == [
                "2/3 duplicate-id national_id: the same number as in row 3 of thon1.csv",
                "3/2 duplicate-person the same household, name and birth as in row 2 of thon2.csv",
                "3/3 duplicate-person the same household, name and birth as in row 3 of thon1.csv",
            ])
    }

    @Test(
        "venues",
        arguments: [
            (
                "Trạm y tế,Y tế,Phú Lễ\nTrạm y tế,Y tế,Hạ Lang\nTRẠM Y TẾ,Cơ quan,phú lễ",
                ["4 duplicate-venue the same name and address as in row 2"]
            ),
            (
                "Quán Hòa,quán,Phú Lễ\nQuán Hoà,quán,Phú Lễ\nQuán Hoa,quán,Phú Lễ",
                ["3 duplicate-venue the same name and address as in row 2"]
            ),
            ("Quán Hòa,rạp xiếc,Phú Lễ\nQuán Hòa,quán,Phú Lễ", []),
        ])
    func venues(_ rows: String, _ lines: [String]) throws {
        #expect(try survey(Venue.self, ["name,type,address\n" + rows + "\n"]) == lines)
    }
}
