import Files
import RosterValues
import Tables
import TestSupport
import Testing

@testable import Roster

@Suite("The example of Quảng Điền")
struct ExampleTests {
    private static let folder: String = {
        let file = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        return "/" + file + "/examples/quang-dien"
    }()

    @Test("the roster's faulty rows are those that its README lists")
    func people() throws {
        var reader = try RosterReader<Person>(path: Self.folder + "/roster.csv", today: today)
        var refused: [Int: [String]] = [:]
        var people: [Person] = []
        while let entry = try reader.next() {
            switch entry {
            case .record(_, let person, _):
                people.append(person)
            case .refused(let row, _):
                refused[row.number] = entry.faults
            case .nobody(let row, let finding):
                refused[row.number] = [finding.description]
            }
        }
        #expect(
            refused == [
                130: ["date_of_birth: 31/02/2019 is not a date"],
                403: ["full_name: is missing"],
                650: ["national_id: 46187008504 has 11 digits: the zero in front is lost"],
                902: ["date_of_birth: 10/03/2091 is in the future"],
                1153: ["full_name: “Dương Anh Hiếu 2” holds “2”, a digit"],
                1405: ["sex: “Nan” is neither Nam nor Nữ"],
                1657: ["the row has 10 fields, the header has 9"],
                1843: [
                    "national_id: the same number as in row 1803",
                    "the same household, name and birth as in row 1803",
                ],
            ])
        let late = try reader.conclusions()
        #expect(late.isEmpty, "every household has its head, every hamlet one spelling")
        #expect(people.count == 2_370)
        #expect(Set(people.map(\.household)).count == 562)
        #expect(Set(people.map(\.hamlet)).count == 12)
        #expect(people.filter { $0.name.count == 31 }.count == 5)
    }

    @Test("all venues are good, and every type is there")
    func venues() throws {
        var reader = try RosterReader<Venue>(path: Self.folder + "/venues.csv", today: today)
        var kinds: [VenueKind] = []
        while let entry = try reader.next() {
            #expect(entry.faults == [])
            if case .record(_, let venue, _) = entry { kinds.append(venue.kind) }
        }
        #expect(kinds.count == 60)
        #expect(Set(kinds) == Set(VenueKind.allCases))
    }
}
