import RosterValues
import TestSupport
import Testing

@testable import Roster

@Suite("Households")
struct HouseholdTests {
    @Test(
        "without a head or with two",
        arguments: [
            ("1,Chủ hộ,Lê An,1980,,,,A B,\n1,Vợ,Lê Bê,1981,,,,A B,", []),
            ("1,Vợ,Lê Bê,1981,,,,A B,\n1,Chủ hộ,Lê An,1980,,,,A B,", []),
            (
                "1,Chủ hộ,Lê An,1980,,,,A B,\n2,Vợ,Lê Bê,1981,,,,A B,\n2,Con,Lê Xê,2001,,,,A B,",
                ["3 household-no-head household: no row of the household is its head"]
            ),
            (
                "1,Chủ hộ,Lê An,1980,,,,A B,\n1,Chủ hộ,Lê Bê,1981,,,,A B,\n 1,chủ hộ,Lê Xê,1991,,,,A B,",
                [
                    "3 household-two-heads relation: the household has a head already, in row 2",
                    "4 household-two-heads relation: the household has a head already, in row 2",
                ]
            ),
            // No head at all is said once.
            (
                "1,,Lê An,1980,,,,A B,\n2,Vợ,Lê Bê,1981,,,,A B,",
                ["2 household-no-head relation: no row of the file is a head of a household"]
            ),
            // Codes of any case; hamlets of any case; but each hamlet has its own households.
            (
                "h-1,Chủ hộ,Lê An,1980,,,,A B,\nH-1,Vợ,Lê Bê,1981,,,,a b,",
                ["3 unknown-hamlet hamlet: is written “A B” in 1 row -> A B"]
            ),
            ("1,Chủ hộ,Lê An,1980,,,,A B,\n1,Chủ hộ,Lê Bê,1981,,,,C D,", []),
            ("1,Chủ hộ,Lê An,1980,,,,A B,X\n1,Chủ hộ,Lê Bê,1981,,,,A B,Y", []),
            (
                "1,Chủ hộ,Lê An,1980,,,,A B,\n1,Vợ,Lê Bê,1981,,,,C D,",
                ["3 household-no-head household: no row of the household is its head"]
            ),
            // Refused rows count, where their cells can be trusted.
            ("1,Chủ hộ,Lê 4n,1980,,,,A B,\n1,Vợ,Lê Bê,1981,,,,A B,", []),
            (
                "1,Chủ hộ,Lê An,1980,,,,A B,\n1,Chủ hộ,Lê 4n,1980,,,,A B,",
                ["3 household-two-heads relation: the household has a head already, in row 2"]
            ),
            ("1,Chủ hộ,Lê An,1980,,,,,\n1,Vợ,Lê Bê,1981,,,,A B,\n2,Chủ hộ,Lê Xê,1981,,,,A B,", []),
            ("1,Chủ, hộ,Lê An,1980,,,,A B,\n1,Vợ,Lê Bê,1981,,,,A B,\n2,Chủ hộ,Lê Xê,1981,,,,A B,", []),
            // The same person again is no second head.
            (
                "1,Chủ hộ,Lê An,1980,,,,A B,\n1,Chủ hộ,Lê An,1980,,,,A B,",
                ["3 duplicate-person the same household, name and birth as in row 2"]
            ),
        ])
    func heads(_ rows: String, _ lines: [String]) throws {
        #expect(try survey(people: rows) == lines)
    }

    @Test("a file without relations has no heads to look for")
    func noRelations() throws {
        let file = "household,full_name,date_of_birth,hamlet\n1,Lê An,1980,A B\n2,Lê Bê,1980,A B\n"
        #expect(try survey(Person.self, [file]) == [])
        let heads = fullHeader + "\n3,Chủ hộ,Lê An,1980,,,,A B,\n"
        #expect(try survey(Person.self, [file, heads]) == [])
    }

    @Test("households may go on in another file")
    func files() throws {
        let first = fullHeader + "\n1,Chủ hộ,Lê An,1980,,,,A B,\n2,Vợ,Lê Bê,1981,,,,A B,\n"
        let second =
            fullHeader + "\n1,Chủ hộ,Lê Xê,1979,,,,A B,\n1,Con,Lê Dê,1985,,,,A B,\n2,Chủ hộ,Lê Ơn,1981,,,,A B,\n"
        #expect(
            try survey(Person.self, [first, second]) == [
                "2/2 household-two-heads relation: the household has a head already, in row 2 of thon1.csv",
                "2/3 relation-against-age relation: a child born 1985 is less than 12 years younger than "
                    + "the head in row 2 of thon1.csv, born 1980",
            ])
    }

    @Test("the code and the word stand in the finding")
    func values() throws {
        let file = try TemporaryFile(
            fullHeader
                + "\nHộ 1,Chủ hộ,Lê An,1980,,,,A B,\nHộ 1,CHỦ HỘ,Lê Bê,1985,,,,A B,\nHộ 2,Vợ,Lê Xê,1981,,,,A B,\n")
        var reader = try RosterReader<Person>(path: file.path, today: today)
        while try reader.next() != nil {}
        let late = try reader.conclusions()
        #expect(late.map(\.finding.value) == ["CHỦ HỘ", "Hộ 2"])
    }

    @Test(
        "ages against relations to a head born on 15/06/1980",
        arguments: [
            (
                "Con", "14/06/1992",
                "a child born 14/06/1992 is less than 12 years younger than the head in row 2, born 15/06/1980"
            ),
            ("Con", "15/06/1992", nil),
            ("con", "1992", nil),
            ("con", "1991", "a child born 1991 is less than 12 years younger than the head in row 2, born 15/06/1980"),
            ("child", "1979", "a child born 1979 is older than the head in row 2, born 15/06/1980"),
            ("father", "1967", nil), ("father", "15/06/1968", nil),
            (
                "father", "16/06/1968",
                "a parent born 16/06/1968 is less than 12 years older than the head in row 2, born 15/06/1980"
            ),
            ("mother", "1981", "a parent born 1981 is younger than the head in row 2, born 15/06/1980"),
            ("grandchild", "15/06/2005", nil),
            (
                "grandchild", "14/06/2005",
                "a grandchild born 14/06/2005 is less than 25 years younger than the head in row 2, born 15/06/1980"
            ),
            ("grandmother", "1955", nil),
            (
                "grandmother", "1956",
                "a grandparent born 1956 is less than 25 years older than the head in row 2, born 15/06/1980"
            ),
            ("wife", "15/09/2007", nil), ("wife", "2007", nil),
            ("wife", "16/09/2007", "a spouse born 16/09/2007 is younger than 14"),
            ("wife", "2008", "a spouse born 2008 is younger than 14"),
            ("em", "1930", nil), ("", "1930", nil), ("hàng xóm", "2020", nil),
        ] as [(String, String, String?)])
    func ages(_ relation: String, _ birth: String, _ reason: String?) throws {
        let head = "1,head,Lê An,15/06/1980,,,,A B,"
        let other = "1,\(relation),Lê Bê,\(birth),,,,A B,"
        let lines = reason.map { ["relation-against-age relation: \($0)"] } ?? []
        #expect(try survey(people: head + "\n" + other) == lines.map { "3 " + $0 })
        // The head may come later.
        let turned = try survey(people: other + "\n" + head)
        #expect(turned == lines.map { "2 " + $0.replacing("row 2", with: "row 3") })
    }

    @Test("years alone are given the benefit of the doubt, and a head is 14 at least")
    func years() throws {
        #expect(try survey(people: "1,head,Lê An,1980,,,,A B,\n1,child,Lê Bê,01/01/1992,,,,A B,") == [])
        #expect(try survey(people: "1,head,Lê An,31/12/1980,,,,A B,\n1,child,Lê Bê,1992,,,,A B,") == [])
        #expect(
            try survey(people: "1,head,Lê An,2008,,,,A B,")
                == ["2 relation-against-age relation: a head of a household born 2008 is younger than 14"])
    }

    @Test("what is refused for its birth has no age, what is refused for its name has one")
    func refusedBirths() throws {
        #expect(try survey(people: "1,head,Lê An,31/02/1980,,,,A B,\n1,child,Lê Bê,1981,,,,A B,") == [])
        #expect(try survey(people: "1,head,Lê An,1880,,,,A B,\n1,father,Lê Bê,1981,,,,A B,") == [])
        #expect(try survey(people: "1,head,Lê 4n,1980,,,,A B,\n1,child,Lê Bê,1981,,,,A B,").count == 1)
    }
}
