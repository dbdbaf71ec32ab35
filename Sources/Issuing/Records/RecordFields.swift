import Calendar
import Documents
package import Layout
package import Office
package import Payload
import Register
import Roster
import RosterValues

extension Order {
    package func claims(_ office: OfficeConfiguration) -> Claims {
        issuance.record.claims(issuance.serial, validity, office, nameForm: nameForm)
    }

    /// What a template in a language is filled with; what was entered stays as it is.
    package func fields(_ office: OfficeConfiguration, _ language: TemplateLanguage) -> FieldValues {
        issuance.record.fields(serial: issuance.serial, validity, office, language)
    }
}

extension Record {
    /// What the payload of a card or poster says; with the office's form of names, or another.
    package func claims(
        _ serial: Serial, _ validity: Validity, _ office: OfficeConfiguration, nameForm: NameForm? = nil
    ) -> Claims {
        if let type = venueType {
            return .venue(
                VenueClaims(
                    serial: serial, name: name, unit: office.unit, type: type, issued: validity.issued,
                    expires: validity.expires))
        }
        return .card(
            CardClaims(
                serial: serial, name: (nameForm ?? office.nameForm).apply(to: name), birthYear: birthYear,
                unit: office.unit, issued: validity.issued, expires: validity.expires))
    }

    /// What a template in a language is filled with for a serial; what was entered stays as it is.
    package func fields(
        serial: Serial, _ validity: Validity, _ office: OfficeConfiguration, _ language: TemplateLanguage
    ) -> FieldValues {
        var values = FieldValues()
        values[.unit] = office.name
        values[.parent] = office.parent
        values[.hotline] = office.hotline
        values[.serial] = serial.description
        values[.issued] = validity.issued.vietnamDay.description
        values[.expires] = validity.expires.vietnamDay.description
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
    package var birthYear: Int { Int(Substring(birth.utf8.prefix { $0 != UInt8(ascii: "-") })) ?? 0 }

    private func birth(_ form: OfficeConfiguration.BirthForm) -> String {
        form == .date ? BirthDate(birth)?.description ?? birth : String(birthYear)
    }
}

extension Sex {
    fileprivate var english: String {
        switch self {
        case .male: "Male"
        case .female: "Female"
        }
    }
}
