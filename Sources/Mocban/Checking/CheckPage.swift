import Roster

struct CheckPage {
    init(path: String, _ summary: RosterCheck.Summary, today: CalendarDate) throws {}
    mutating func add(_ row: CheckedRow) throws {}
    mutating func finish() throws {}
}
