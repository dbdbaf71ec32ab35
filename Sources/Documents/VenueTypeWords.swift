package import Layout
package import Payload

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
    package func word(_ language: TemplateLanguage) -> String { language.word(vietnamese, english) }

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
