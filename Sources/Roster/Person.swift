public import Tables
import VietnameseText

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

    /// A head of a household begins a household.
    public static func beginsAnew(_ row: Row, _ header: Header<Column>) -> Bool {
        guard let field = header.field(of: .relation), field < row.fields.count else { return false }
        return Relation(row.fields[field]) == .head
    }

    /// Reads a person from a row's cells, noting every fault there.
    public init?(_ cells: inout Cells<Column>, today: CalendarDate) {
        let household = cells.text(.household, isNeeded: true)
        let relation = cells.text(.relation)
        let name = cells.personName()
        let birth = cells.birth(today: today)
        let sex = cells.sex()
        let nationalID = cells.nationalID()
        let phone = cells.text(.phone)
        let hamlet = cells.text(.hamlet, isNeeded: true)
        let commune = cells.text(.commune)
        guard let household, let name, let birth, let hamlet else { return nil }
        self.init(
            household: household, relation: relation, name: name, birth: birth, sex: sex, nationalID: nationalID,
            phone: phone, hamlet: hamlet, commune: commune)
    }
}

extension Cells<Person.Column> {
    fileprivate mutating func personName() -> String? {
        guard let name = text(.fullName, isNeeded: true, longest: .max) else { return nil }
        if let fault = PersonName.fault(in: name) {
            find(fault.rule, .fullName, fault.reason)
            return nil
        }
        return name
    }

    fileprivate mutating func birth(today: CalendarDate) -> BirthDate? {
        guard let text = text(.dateOfBirth, isNeeded: true, longest: .max) else { return nil }
        guard let birth = BirthDate(text) else {
            find(.notADate, .dateOfBirth, "\(Shown.text(text)) is not a date")
            return nil
        }
        if birth.year < 1900 {
            find(.tooEarly, .dateOfBirth, "\(birth) is before 1900")
            return nil
        }
        if birth.isAfter(today) {
            find(.futureDate, .dateOfBirth, "\(birth) is in the future")
            return nil
        }
        return birth
    }

    fileprivate mutating func sex() -> Sex? {
        guard let text = text(.sex, longest: .max) else { return nil }
        if let sex = Sex(text) { return sex }
        find(.unknownSex, .sex, "“\(Shown.text(text))” is neither Nam nor Nữ")
        return nil
    }

    fileprivate mutating func nationalID() -> String? {
        guard let text = text(.nationalID, longest: .max) else { return nil }
        let digits = text.utf8.allSatisfy { $0 != 0x20 } ? text : String(text.filter { $0 != " " })
        guard digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            find(.idNotDigits, .nationalID, "\(Shown.text(text)) is not a number of 9 or 12 digits")
            return nil
        }
        let count = digits.utf8.count
        guard count == 9 || count == 12 else {
            find(
                .idLength, .nationalID,
                "\(Shown.text(text)) has \(count) \(count == 1 ? "digit" : "digits"), it needs 9 or 12")
            return nil
        }
        return digits
    }
}
