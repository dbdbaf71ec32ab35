import Layout
import Payload
import Roster

/// A roster's record that a card or poster is issued for.
protocol Issuable: RosterRecord {
    static var claimsKind: ClaimsKind { get }

    /// Who or what it is issued to, for the serial; the reader refuses a second row of the same holder.
    func holder(_ key: SerialKey) -> HolderKey

    func claims(_ serial: Serial, _ validity: Validity, _ office: OfficeConfiguration) -> Claims

    func fields(_ claims: Claims, _ office: OfficeConfiguration) -> FieldValues

    /// The place that a group's cards are handed out at.
    var place: (commune: String, hamlet: String) { get }

    /// The household, empty where there is none.
    var household: String { get }
}

/// From when to when cards or posters of a run are valid.
struct Validity: Sendable {
    var issued, expires: Timestamp

    /// From the clock to the end of the day so many days later.
    init(issued clock: Timestamp, days: Int) {
        issued = clock
        expires = VietnamDay(clock).adding(days: days).end
    }
}

extension Person: Issuable {
    static var claimsKind: ClaimsKind { .card }

    func holder(_ key: SerialKey) -> HolderKey {
        if let nationalID { return .nationalID(nationalID, key: key) }
        return .person(household: household, name: name, birth: birth.iso, key: key)
    }

    func claims(_ serial: Serial, _ validity: Validity, _ office: OfficeConfiguration) -> Claims {
        .card(
            CardClaims(
                serial: serial, name: office.nameForm.apply(to: name), birthYear: birth.year, unit: office.unit,
                issued: validity.issued, expires: validity.expires))
    }

    func fields(_ claims: Claims, _ office: OfficeConfiguration) -> FieldValues {
        var values = FieldValues(claims, office)
        values[.name] = name
        values[.birth] = office.birthForm == .date ? birth.description : String(birth.year)
        values[.sex] = sex?.vietnamese ?? ""
        values[.household] = household
        values[.relation] = relation ?? ""
        values[.hamlet] = hamlet
        values[.commune] = commune ?? ""
        return values
    }

    var place: (commune: String, hamlet: String) { (commune ?? "", hamlet) }
}

extension Venue: Issuable {
    static var claimsKind: ClaimsKind { .venue }

    func holder(_ key: SerialKey) -> HolderKey { .venue(name: name, address: address, key: key) }

    func claims(_ serial: Serial, _ validity: Validity, _ office: OfficeConfiguration) -> Claims {
        .venue(
            VenueClaims(
                serial: serial, name: name, unit: office.unit, type: kind.venueType, issued: validity.issued,
                expires: validity.expires))
    }

    func fields(_ claims: Claims, _ office: OfficeConfiguration) -> FieldValues {
        var values = FieldValues(claims, office)
        values[.venue] = name
        values[.venueType] = kind.venueType.vietnamese
        values[.address] = address
        values[.hamlet] = hamlet ?? ""
        values[.commune] = commune ?? ""
        values[.host] = office.baseURL?.host ?? ""
        return values
    }

    var place: (commune: String, hamlet: String) { (commune ?? "", hamlet ?? "") }
    var household: String { "" }
}

extension FieldValues {
    /// What cards and posters have in common.
    fileprivate init(_ claims: Claims, _ office: OfficeConfiguration) {
        self.init()
        self[.unit] = office.name
        self[.parent] = office.parent
        self[.hotline] = office.hotline
        self[.serial] = claims.serial.description
        self[.issued] = VietnamDay(claims.issued).description
        self[.expires] = VietnamDay(claims.expires).description
    }
}

extension Sex {
    fileprivate var vietnamese: String {
        switch self {
        case .male: "Nam"
        case .female: "Nữ"
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

extension VenueType {
    /// The type as a poster names it.
    package var vietnamese: String {
        switch self {
        case .office: "Cơ quan"
        case .school: "Trường học"
        case .shop: "Cơ sở kinh doanh"
        case .market: "Chợ"
        case .health: "Cơ sở y tế"
        case .worship: "Cơ sở tôn giáo"
        case .transport: "Bến xe, bến đò"
        case .other: "Địa điểm khác"
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
