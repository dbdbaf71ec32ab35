import Files
package import Layout
import Messages
package import Payload
package import QRCode

/// Invented values for looking at a template: usual, shortest and longest.
package enum SampleData: String, CaseIterable {
    case usual
    case shortest
    case longest

    /// What it is, as a fault begins with it.
    var message: Message {
        switch self {
        case .usual: Message(en: "usual data", vi: "dữ liệu thường")
        case .shortest: Message(en: "shortest data", vi: "dữ liệu ngắn nhất")
        case .longest: Message(en: "longest data", vi: "dữ liệu dài nhất")
        }
    }

    package func values(for template: Template) -> FieldValues {
        var values = FieldValues()
        for field in Field.allCases where field.kinds.contains(template.kind) {
            values[field] = text(of: field, template.language)
        }
        return values
    }

    /// A title of its own that an office may give to cards.
    package static let title = "GIẤY XÁC NHẬN Y TẾ DỰ PHÒNG"

    /// What a code of such a name says, on a poster as long as such a host makes it; signed by a key that is nobody's.
    package func segments(for kind: TemplateKind, _ algorithm: Algorithm = .hmac256) throws -> [Segment] {
        let payload = try payload(for: kind, algorithm)
        switch kind {
        case .card: return payload.cardSegments
        case .poster:
            let host = text(of: .host)
            return payload.posterSegments(base: host.isEmpty ? nil : BaseURL("https://\(host)"))
        }
    }

    private func payload(for kind: TemplateKind, _ algorithm: Algorithm) throws -> SignedPayload {
        // The same each time, so that a preview is.
        var random = SplitMix64(seed: 0)
        let issued = Timestamp(secondsSince1970: 1_636_329_600)
        let keyring = Keyring().generating(unit: 19897, at: issued, using: &random)
        let serial = Serial(
            unit: 19897, holder: .nationalID("046000000000", key: try keyring.serialKey()), issueNumber: 1,
            key: try keyring.serialKey())
        let expires = issued.adding(seconds: 365 * 86_400)
        switch kind {
        case .card:
            let claims = CardClaims(
                serial: serial, name: text(of: .name), birthYear: 1980, unit: 19897, issued: issued, expires: expires)
            return try Signer(key: try keyring.signingKey(for: .card, algorithm: algorithm, at: issued)).sign(
                .card(claims))
        case .poster:
            let claims = VenueClaims(
                serial: serial, name: text(of: .venue), unit: 19897, type: .shop, issued: issued, expires: expires)
            return try Signer(key: try keyring.signingKey(for: .venue, algorithm: algorithm, at: issued)).sign(
                .venue(claims))
        }
    }

    private func text(of field: Field, _ language: TemplateLanguage = .vietnamese) -> String {
        let texts: (usual: String, shortest: String, longest: String) =
            switch field {
            case .unit: ("UBND xã Quảng Phú", "UBND xã Sịa", "UBND thị trấn Quảng Ngạn Thượng")
            case .parent: ("UBND huyện Quảng Điền", "", "UBND huyện Quảng Điền, tỉnh Thừa Thiên Huế")
            case .hotline: ("0234 3557 999", "", "0234 3557 999")
            case .serial: ("7K3M-92QF-A0X4", "1111-1111-1111", "WWWW-WWWW-WWWW")
            case .issued: ("08/11/2021", "08/11/2021", "28/12/2021")
            case .expires: ("08/11/2022", "08/11/2022", "28/12/2022")
            case .hamlet: ("thôn Bác Vọng Đông", "Sịa", "thôn Nghĩa Lộ – Xuân Tùy Thượng")
            case .commune: ("xã Quảng Phú", "Sịa", "thị trấn Quảng Ngạn Thượng")
            // An office that calls cards something else is the exception.
            case .title: ("", "", "")
            case .emblem: ("emblem.svg", "", "emblem.svg")
            case .signer:
                (
                    "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "",
                    "TM. ỦY BAN NHÂN DÂN THỊ TRẤN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"
                )
            case .name: ("Nguyễn Thị Thu Hương", "Lê An", "Công Tằng Tôn Nữ Thị Quỳnh Hương")
            case .birth: ("12/03/1985", "1941", "28/12/1988")
            case .sex: (language.word("Nữ", "Female"), "", language.word("Nữ", "Female"))
            case .household: ("PL-017", "1", "HK 046-19897-000123")
            case .relation:
                (
                    language.word("Vợ", "Wife"), "",
                    language.word("Cháu nội của chủ hộ", "Grandchild")
                )
            case .venue:
                (
                    "Tạp hóa Cô Lựu", "Chợ Sịa",
                    "Hợp tác xã Sản xuất Kinh doanh Dịch vụ Nông nghiệp Tổng hợp Quảng Phú II"
                )
            case .venueType:
                (
                    language.word("Cơ sở kinh doanh", "Business"), language.word("Chợ", "Market"),
                    language.word("Cơ sở kinh doanh", "Station or landing")
                )
            case .address, .locality:
                (
                    "Thôn Phú Lễ, xã Quảng Phú", "Sịa",
                    "Ngã ba đường Tỉnh lộ 4, thôn Bác Vọng Đông, xã Quảng Phú, huyện Quảng Điền"
                )
            case .host: ("tcs.thuathienhue.gov.vn", "", "khaibaoyte.quangdien.thuathienhue.gov.vn")
            }
        return switch self {
        case .usual: texts.usual
        case .shortest: texts.shortest
        case .longest: texts.longest
        }
    }
}
