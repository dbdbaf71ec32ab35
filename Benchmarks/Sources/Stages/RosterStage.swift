import Calendar
import Messages
import Roster

/// Reading and checking a roster: rows to people.
struct RosterStage {
    private let path: String
    private let today: CalendarDate

    init(_ office: SampleOffice) throws {
        path = try office.roster(SampleOffice.people)
        guard let today = CalendarDate(year: 2026, month: 1, day: 15) else { throw Failure("the day is no date") }
        self.today = today
    }

    func read(_ count: Int) throws {
        var reader = try RosterReader<Person>(path: path, today: today)
        for _ in 0..<count {
            guard case .record = try reader.next() else { throw Failure("a row of the roster has no person") }
        }
    }
}
