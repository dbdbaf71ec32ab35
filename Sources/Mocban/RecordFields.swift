import Layout
import Payload
import Register
import Roster

extension Order {
    /// What the payload says.
    func claims(_ unit: UnitCode) -> Claims {
        if let type = issuance.record.venueType {
            return .venue(
                VenueClaims(
                    serial: issuance.serial, name: issuance.record.name, unit: unit, type: type,
                    issued: validity.issued, expires: validity.expires))
        }
        return .card(
            CardClaims(
                serial: issuance.serial, name: nameForm.apply(to: issuance.record.name),
                birthYear: issuance.record.birthYear, unit: unit, issued: validity.issued, expires: validity.expires))
    }

    /// What the template is filled with.
    func fields(_ office: OfficeConfiguration) -> FieldValues {
        issuance.record.fields(serial: issuance.serial, validity, office)
    }
}

extension Record {
    /// What a template is filled with for a serial.
    func fields(serial: Serial, _ validity: Validity, _ office: OfficeConfiguration) -> FieldValues {
        var values = FieldValues()
        values[.unit] = office.name
        values[.parent] = office.parent
        values[.hotline] = office.hotline
        values[.serial] = serial.description
        values[.issued] = VietnamDay(validity.issued).description
        values[.expires] = VietnamDay(validity.expires).description
        values[.hamlet] = place.hamlet
        values[.commune] = place.commune
        if let type = venueType {
            values[.venue] = name
            values[.venueType] = type.vietnamese
            values[.address] = address
            values[.host] = office.baseURL?.host ?? ""
        } else {
            values[.name] = name
            values[.birth] = birth(office.birthForm)
            values[.sex] = Sex(sex)?.vietnamese ?? ""
            values[.household] = household
            values[.relation] = relation
        }
        return values
    }

    /// The year of birth; 0 for a venue.
    var birthYear: Int { birth.split(separator: "-").first.flatMap { Int($0) } ?? 0 }

    private func birth(_ form: OfficeConfiguration.BirthForm) -> String {
        form == .date ? BirthDate(birth)?.description ?? birth : String(birthYear)
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
