public import Tables

/// A person of a roster.
///
/// All text is NFC, trimmed, with single spaces.
public struct Person: Hashable, Sendable {
    /// The household's code in the roster, as in `PL-017`.
    public let household: String
    /// The relation to the head of the household, in the roster's own word.
    public let relation: String?
    /// The full name, family name first, at most 60 characters.
    public let name: String
    /// When the person was born.
    public let birth: BirthDate
    /// The sex, where the roster has it.
    public let sex: Sex?
    /// The number of the CCCD (12 digits) or the CMND (9 digits).
    public let nationalID: String?
    /// The telephone number as written.
    public let phone: String?
    /// The hamlet.
    public let hamlet: String
    /// The commune.
    public let commune: String?

    /// Makes a person of values that are already clean; a roster's rows are checked by ``RosterReader``.
    public init(
        household: String, relation: String? = nil, name: String, birth: BirthDate, sex: Sex? = nil,
        nationalID: String? = nil, phone: String? = nil, hamlet: String, commune: String? = nil
    ) {
        self.household = household
        self.relation = relation
        self.name = name
        self.birth = birth
        self.sex = sex
        self.nationalID = nationalID
        self.phone = phone
        self.hamlet = hamlet
        self.commune = commune
    }
}

extension Person: RosterRecord {
    /// The name.
    public static var nameColumn: Column { .fullName }
    /// What a row has beside a name.
    public static var evidence: [Column] { [.dateOfBirth, .nationalID, .sex] }
    /// Household books give the household on its head's row alone.
    public static var carriedColumn: Column? { .household }
    /// A household is in one hamlet.
    public static var carriedWithin: Column? { .hamlet }

    /// A head of a household begins a household.
    public static func beginsAnew(_ row: Row, _ header: Header<Column>) -> Bool {
        guard let field = header.field(of: .relation), field < row.fields.count else { return false }
        return Relation(row.fields[field]) == .head
    }

    /// The row with the text of a CCCD's own code, in the cell of the name or of the number, in the cells of its parts.
    ///
    /// Cells that are filled already stay as they are.
    public static func expanded(_ row: Row, _ header: Header<Column>) -> Row? {
        CardRow.expanded(row, header)
    }

    /// Reads a person from a row's cells, noting every fault there.
    public init?(_ cells: inout Cells<Column>, today: CalendarDate) {
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
        guard let household, let name, let birth, let hamlet else { return nil }
        self.init(
            household: household, relation: relation, name: name, birth: birth, sex: sex, nationalID: nationalID,
            phone: phone, hamlet: hamlet, commune: commune)
    }
}
