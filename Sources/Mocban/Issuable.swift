import Payload
import Register
import Roster
import Tables
import VietnameseText

/// A roster's record that a card or poster is issued for.
protocol Issuable: RosterRecord {
    static var claimsKind: ClaimsKind { get }

    /// Who or what it is issued to; the reader refuses a second row of the same holder.
    func holder(_ key: SerialKey) -> Holder

    /// What is printed of it.
    var record: Record { get }

    /// The place of a row that may be no record, for the count of people; nil where rosters do not count.
    static func place(of row: Row, _ header: Header<Column>) -> Place?

    /// The field with the number that nobody else has, from 0; nil where there is none.
    static func identityField(_ header: Header<Column>) -> Int?
}

extension Person: Issuable {
    static var claimsKind: ClaimsKind { .card }

    func holder(_ key: SerialKey) -> Holder {
        Holder(nationalID: nationalID, household: household, name: name, birth: birth.iso, key: key)
    }

    var record: Record {
        Record(
            name: name, birth: birth.iso, sex: sex?.letter ?? "", household: household, relation: relation ?? "",
            place: Place(commune: commune ?? "", hamlet: hamlet))
    }

    static func place(of row: Row, _ header: Header<Column>) -> Place? {
        // The cells of a damaged row may belong to other columns.
        guard row.damage.isEmpty else { return Place() }
        func text(_ column: Column) -> String {
            guard let field = header.field(of: column), field < row.fields.count else { return "" }
            return CleanText(row.fields[field]).text
        }
        return Place(commune: text(.commune), hamlet: text(.hamlet))
    }

    static func identityField(_ header: Header<Column>) -> Int? { header.field(of: .nationalID) }
}

extension Venue: Issuable {
    static var claimsKind: ClaimsKind { .venue }

    func holder(_ key: SerialKey) -> Holder { Holder(venue: name, address: address, key: key) }

    var record: Record {
        Record(
            name: name, venueType: kind.venueType, address: address,
            place: Place(commune: commune ?? "", hamlet: hamlet ?? ""))
    }

    static func place(of row: Row, _ header: Header<Column>) -> Place? { nil }

    static func identityField(_ header: Header<Column>) -> Int? { nil }
}

extension Sex {
    /// The letter that the register has.
    fileprivate var letter: String {
        switch self {
        case .male: "M"
        case .female: "F"
        }
    }
}

extension VenueKind {
    fileprivate var venueType: VenueType {
        switch self {
        case .office: .office
        case .school: .school
        case .shop: .shop
        case .market: .market
        case .health: .health
        case .worship: .worship
        case .transport: .transport
        case .other: .other
        }
    }
}

extension BirthDate {
    /// `1985-03-12`, or the year alone; the form that holder keys are made of.
    var iso: String {
        guard let month, let day else { return String(year) }
        return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }
}
