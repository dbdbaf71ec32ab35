import RosterValues
import Testing

@testable import Roster

@Suite("The order of dates")
struct DateOrderTests {
    private static func file(_ dates: [String]) -> String {
        "household,full_name,date_of_birth,hamlet\n"
            + dates.enumerated().map { "H\($0),Lê An,\($1),Phú Lễ\n" }.joined()
    }

    private static func line(_ row: Int, _ date: String, example: Int) -> String {
        "\(row) month-first-file date_of_birth: may be \(date): the file has dates with the month first, "
            + "as in row \(example) -> \(date)"
    }

    @Test(
        "ambiguous dates of a file",
        arguments: [
            (
                ["3/25/1980", "03/04/1980", "5-6-1981", "07.08.1982"],
                [
                    line(3, "04/03/1980", example: 2), line(4, "06/05/1981", example: 2),
                    line(5, "08/07/1982", example: 2),
                ]
            ),
            // Before the first that is clear.
            (["03/04/1980", "3/25/1980"], [line(2, "04/03/1980", example: 3)]),
            (["03/04/1980", "25/3/1980"], []),
            (["03/04/1980", "3/25/1980", "25/3/1980"], []),
            (["03/04/1980", "25/3/1980"] + Array(repeating: "3/25/1980", count: 9), []),
            (
                ["03/04/1980", "25/3/1980"] + Array(repeating: "3/25/1980", count: 10),
                [line(2, "04/03/1980", example: 4)]
            ),
            // The same either way, another form, no date.
            (["3/25/1980", "05/05/1980", "1980-03-04", "1980", "00/04/1980", "03/04/80"], []),
        ])
    func dates(_ dates: [String], _ lines: [String]) throws {
        #expect(try survey(Person.self, [Self.file(dates)]) == lines)
    }

    @Test("every file has an order of its own")
    func files() throws {
        let files = [["03/04/1980"], ["3/25/1980", "03/04/1981"], ["03/04/1982", "25/3/1980"]].map(Self.file)
        #expect(try survey(Person.self, files) == ["2/" + Self.line(3, "04/03/1981", example: 2)])
    }

    @Test(
        "dates as they are written",
        arguments: ["3/4/1980", "03/04/1980", "3-04-1980", "03.4.1980", "12/11/0001", "1/2/9999"])
    func written(_ text: String) throws {
        let date = try #require(WrittenDate(text))
        #expect(date.isAmbiguous)
        // A year keeps no zeros before it: none is below 1000.
        #expect(date.text == text.replacing("0001", with: "1"))
    }

    @Test(
        "what is no date of two numbers and a year",
        arguments: [
            "", "3", "3/4", "3/4/", "3/4/80", "3/4/19800", "003/4/1980", "3//1980", "/4/1980", "3/4-1980", "3/4/1980 ",
            "0/4/1980", "3/32/1980", "a/4/1980", "3/4/198o", "3/4/1980/", "99/99/9999",
        ])
    func noDate(_ text: String) {
        #expect(WrittenDate(text) == nil)
    }
}
