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

    /// What a template in a language is filled with; what was entered stays as it is.
    func fields(_ office: OfficeConfiguration, _ language: TemplateLanguage) -> FieldValues {
        issuance.record.fields(serial: issuance.serial, validity, office, language)
    }
}

extension Record {
    /// What a template in a language is filled with for a serial; what was entered stays as it is.
    func fields(
        serial: Serial, _ validity: Validity, _ office: OfficeConfiguration, _ language: TemplateLanguage
    ) -> FieldValues {
        var values = FieldValues()
        values[.unit] = office.name
        values[.parent] = office.parent
        values[.hotline] = office.hotline
        values[.serial] = serial.description
        values[.issued] = VietnamDay(validity.issued).description
        values[.expires] = VietnamDay(validity.expires).description
        values[.hamlet] = locality.hamlet
        values[.commune] = locality.commune
        if let type = venueType {
            values[.venue] = name
            values[.venueType] = type.word(language)
            values[.address] = address
            values[.host] = office.baseURL?.host ?? ""
        } else {
            values[.name] = name
            values[.birth] = birth(office.birthForm)
            values[.sex] = Sex(sex).map { language.word($0.vietnamese, $0.english) } ?? ""
            values[.household] = household
            values[.relation] = relation
        }
        return values
    }

    /// The year of birth; 0 for a venue.
    var birthYear: Int { Int(Substring(birth.utf8.prefix { $0 != UInt8(ascii: "-") })) ?? 0 }

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

    /// The type as a poster in a language names it.
    func word(_ language: TemplateLanguage) -> String { language.word(vietnamese, english) }

    /// The type as a poster in English names it.
    private var english: String {
        switch self {
        case .office: "Office"
        case .school: "School"
        case .shop: "Business"
        case .market: "Market"
        case .health: "Health centre"
        case .worship: "Place of worship"
        case .transport: "Station or landing"
        case .other: "Other place"
        }
    }
}

extension Sex {
    /// The sex as a card in English names it.
    fileprivate var english: String {
        switch self {
        case .male: "Male"
        case .female: "Female"
        }
    }
}
