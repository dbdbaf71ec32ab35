import Documents
package import Layout
package import Office
package import Payload
import Register
import Roster

extension Order {
    /// What the payload says.
    package func claims(_ unit: UnitCode) -> Claims {
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
    package func fields(_ office: OfficeConfiguration, _ language: TemplateLanguage) -> FieldValues {
        issuance.record.fields(serial: issuance.serial, validity, office, language)
    }
}

extension Record {
    /// What a template in a language is filled with for a serial; what was entered stays as it is.
    package func fields(
        serial: Serial, _ validity: Validity, _ office: OfficeConfiguration, _ language: TemplateLanguage
    ) -> FieldValues {
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
    package var birthYear: Int { Int(Substring(birth.utf8.prefix { $0 != UInt8(ascii: "-") })) ?? 0 }

    private func birth(_ form: OfficeConfiguration.BirthForm) -> String {
        form == .date ? BirthDate(birth)?.description ?? birth : String(birthYear)
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
