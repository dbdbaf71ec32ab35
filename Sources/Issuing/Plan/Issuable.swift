package import Payload
package import Register
package import Roster
import RosterValues
package import Tables
import VietnameseText

/// A roster's record that a card or poster is issued for.
package protocol Issuable: RosterRecord, Sendable {
    static var claimsKind: ClaimsKind { get }

    /// Who or what it is issued to; the reader refuses a second row of the same holder.
    func holder(_ key: SerialKey) -> Holder

    var record: Record { get }

    /// What decides in which ``Shard`` it is: the same for a whole household.
    var shardKey: [String] { get }

    /// The same of a row that is no record; nil where the row does not tell.
    static func shardKey(of row: Row, _ header: Header<Column>) -> [String]?

    /// The locality of a row that may be no record, for the count of people; nil where rosters do not count.
    static func locality(of row: Row, _ header: Header<Column>) -> Locality?

    /// The field with the number that nobody else has, from 0; nil where there is none.
    static func identityField(_ header: Header<Column>) -> Int?
}

extension Person: Issuable {
    package static var claimsKind: ClaimsKind { .card }

    package func holder(_ key: SerialKey) -> Holder {
        Holder(nationalID: nationalID, household: household, name: name, birth: birth.iso, key: key)
    }

    package var record: Record {
        Record(
            name: name, birth: birth.iso, sex: sex?.letter ?? "", household: household, relation: relation ?? "",
            locality: Locality(commune: commune ?? "", hamlet: hamlet))
    }

    // Without the commune, which rows of one household may have or leave out, and which is renamed by reforms.
    package var shardKey: [String] { [hamlet, household] }

    package static func shardKey(of row: Row, _ header: Header<Column>) -> [String]? {
        guard let household = row.text(.household, header), !household.isEmpty else { return nil }
        return [row.text(.hamlet, header) ?? "", household]
    }

    package static func locality(of row: Row, _ header: Header<Column>) -> Locality? {
        Locality(commune: row.text(.commune, header) ?? "", hamlet: row.text(.hamlet, header) ?? "")
    }

    package static func identityField(_ header: Header<Column>) -> Int? { header.field(of: .nationalID) }
}

extension Venue: Issuable {
    package static var claimsKind: ClaimsKind { .venue }

    package func holder(_ key: SerialKey) -> Holder { Holder(venue: name, address: address, key: key) }

    package var record: Record {
        Record(
            name: name, venueType: kind.venueType, address: address,
            locality: Locality(commune: commune ?? "", hamlet: hamlet ?? ""))
    }

    package var shardKey: [String] { [name, address] }

    package static func shardKey(of row: Row, _ header: Header<Column>) -> [String]? {
        guard let name = row.text(.name, header), !name.isEmpty else { return nil }
        return [name, row.text(.address, header) ?? ""]
    }

    package static func locality(of row: Row, _ header: Header<Column>) -> Locality? { nil }

    package static func identityField(_ header: Header<Column>) -> Int? { nil }
}

extension Row {
    /// A cell's clean text; nil in a damaged row, whose cells may belong to other columns.
    fileprivate func text<Column: RosterColumn>(_ column: Column, _ header: Header<Column>) -> String? {
        guard damage.isEmpty else { return nil }
        guard let field = header.field(of: column), field < fields.count else { return "" }
        return CleanText(fields[field]).text
    }
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
    package var iso: String {
        guard let month, let day else { return String(year) }
        return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }
}
