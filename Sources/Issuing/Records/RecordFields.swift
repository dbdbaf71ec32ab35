import Calendar
import Documents
package import Layout
package import Office
package import Payload
import Register
import Roster
import RosterValues
import VietnameseText

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
        values[.emblem] = office.emblem
        values[.serial] = serial.description
        values[.issued] = validity.issued.vietnamDay.description
        values[.expires] = validity.expires.vietnamDay.description
        values[.hamlet] = locality.hamlet
        values[.commune] = locality.commune
        if let type = venueType {
            values[.venue] = name
            values[.venueType] = type.word(language)
            values[.address] = address
            values[.locality] = fullAddress
            values[.host] = office.baseURL?.host ?? ""
        } else {
            values[.name] = name
            values[.birth] = birth(office.birthForm)
            values[.sex] = Sex(sex).map { language.word($0.vietnamese, $0.english) } ?? ""
            values[.household] = household
            values[.relation] = RelationName.english(of: relation).map { language.word(relation, $0) } ?? relation
            values[.title] = office.title
            values[.signer] = office.signer
        }
        return values
    }

    /// The year of birth; 0 for a venue.
    package var birthYear: Int { Int(Substring(birth.utf8.prefix { $0 != UInt8(ascii: "-") })) ?? 0 }

    /// The address, then the hamlet and the commune as far as it does not name them.
    private var fullAddress: String {
        [locality.hamlet, locality.commune].reduce(address) { text, name in
            if name.isEmpty || LatinFolding.folded(text).contains(LatinFolding.folded(name)) { return text }
            return text.isEmpty ? name : "\(text), \(name)"
        }
    }

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
