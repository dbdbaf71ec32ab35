package import Calendar
import RosterValues
package import Tables

extension Person: RosterRecord {
    package static var nameColumn: Column { .fullName }
    package static var evidence: [Column] { [.dateOfBirth, .nationalID, .sex] }
    /// Household books give the household on its head's row alone.
    package static var carriedColumn: Column? { .household }
    /// A household is in one hamlet.
    package static var carriedWithin: Column? { .hamlet }

    /// A head of a household begins a household.
    package static func beginsAnew(_ row: Row, _ header: Header<Column>) -> Bool {
        header.cell(.relation, of: row).flatMap { Relation($0) } == .head
    }

    /// Whether a row has a day of birth or the number of a CCCD or CMND.
    package static func isSomebody(_ row: Row, _ header: Header<Column>) -> Bool {
        BirthDate(header.text(.dateOfBirth, of: row))?.day != nil
            || IDDigits.digits(header.text(.nationalID, of: row)).map { IDDigits.isLong($0) } ?? false
    }

    /// The row with the text of a CCCD's own code, in the cell of the name or of the number, in the cells of its parts.
    ///
    /// Cells that are filled already stay as they are.
    package static func expanded(_ row: Row, _ header: Header<Column>) -> Row? { CardRow.expanded(row, header) }

    /// Reads a person from a row's cells, with what is wrong there among its findings.
    package init?(_ cells: inout Cells<Column>, today: CalendarDate) {
        // A CCCD tells the year of birth and the sex, and is judged by them.
        let idText = cells.text(.nationalID, longest: .max) { text in
            IDDigits.digits(text).flatMap { IDDigits.isLong($0) ? text : nil }
        }
        let citizen = (idText ?? cells.meant(.nationalID)).flatMap(IDDigits.digits).flatMap { CitizenID($0) }
        let household = cells.text(.household, isNeeded: true)
        let relation = cells.text(.relation)
        let name = cells.fullName()
        let birth = cells.birth(citizen, today: today)
        let sex = cells.sex(citizen)
        let nationalID = idText.flatMap {
            cells.nationalID(
                $0, citizen, sex: sex ?? cells.meant(.sex).flatMap { Sex($0) },
                birth: birth ?? cells.meant(.dateOfBirth).flatMap { BirthDate($0) })
        }
        if let sex { cells.compare(sex, citizen, name: name, relation: relation) }
        let phone = cells.phone(.phone)
        let hamlet = cells.printed(.hamlet, isNeeded: true)
        let commune = cells.printed(.commune)
        cells.look(atNotes: .notes)
        guard let household, let name, let birth, let hamlet else { return nil }
        self.init(
            household: household, relation: relation, name: name, birth: birth, sex: sex, nationalID: nationalID,
            phone: phone, hamlet: hamlet, commune: commune)
    }
}
