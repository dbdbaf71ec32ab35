import VietnameseText

/// The type of a venue; the raw value is its code in the signed payload, 1 to 8.
package enum VenueKind: Int, CaseIterable, Sendable {
    /// Cơ quan: offices, companies, cooperatives, banks, post offices.
    case office = 1
    /// Trường học: schools, kindergartens, learning centres.
    case school
    /// Cửa hàng, quán: shops, restaurants, cafés, inns.
    case shop
    /// Chợ: markets, supermarkets.
    case market
    /// Y tế: health stations, clinics, pharmacies.
    case health
    /// Thờ tự: pagodas, churches, communal houses, family temples.
    case worship
    /// Giao thông: stations, landings, coach companies.
    case transport
    /// Khác: any other.
    case other

    /// Reads a code from 1 to 8, an English word, or Vietnamese words that begin with a known type.
    ///
    /// Case and accents do not matter: `Trạm y tế xã`, `tram y te` and `5` are all ``health``. The longest known
    /// beginning decides.
    package init?(_ text: String) {
        if let code = Int(text) {
            self.init(rawValue: code)
            return
        }
        let words = LatinFolding.folded(text).split { !$0.isLetter && !$0.isNumber }
        for count in stride(from: min(words.count, Self.longestPhrase), to: 0, by: -1) {
            if let kind = Self.phrases[words.prefix(count).joined(separator: " ")] {
                self = kind
                return
            }
        }
        return nil
    }

    private static let longestPhrase = 4

    private static let phrases: [String: VenueKind] = {
        var phrases: [String: VenueKind] = [:]
        for kind in allCases {
            for phrase in kind.words { phrases[LatinFolding.folded(phrase)] = kind }
        }
        return phrases
    }()

    private var words: [String] {
        switch self {
        case .office:
            [
                "office", "cơ quan", "trụ sở", "ubnd", "ủy ban", "công sở", "văn phòng", "công an", "bưu điện",
                "ngân hàng", "quỹ tín dụng", "công ty", "doanh nghiệp", "htx", "hợp tác xã", "trung tâm hành chính",
            ]
        case .school:
            [
                "school", "trường", "trường học", "mầm non", "mẫu giáo", "nhà trẻ", "nhóm trẻ", "tiểu học", "thcs",
                "thpt", "trung tâm học tập", "trung tâm ngoại ngữ",
            ]
        case .shop:
            [
                "shop", "store", "restaurant", "cafe", "cửa hàng", "cửa hiệu", "hiệu", "tiệm", "quán", "quán ăn",
                "quán cà phê", "cà phê", "tạp hóa", "nhà hàng", "cho thuê", "hộ kinh doanh", "kinh doanh", "đại lý",
                "khách sạn", "nhà nghỉ", "cây xăng", "cơ sở kinh doanh",
            ]
        case .market:
            ["market", "supermarket", "chợ", "siêu thị", "trung tâm thương mại"]
        case .health:
            [
                "health", "clinic", "hospital", "pharmacy", "y tế", "trạm y tế", "trung tâm y tế", "nhà thuốc",
                "quầy thuốc", "hiệu thuốc", "tiệm thuốc", "phòng khám", "bệnh viện", "cơ sở y tế", "cơ sở khám",
                "phòng răng", "nha khoa",
            ]
        case .worship:
            [
                "worship", "church", "pagoda", "temple", "chùa", "nhà thờ", "niệm phật đường", "tịnh xá", "giáo xứ",
                "thánh thất", "đình", "đền", "miếu", "am", "tôn giáo", "cơ sở tôn giáo", "cơ sở thờ tự", "thờ tự",
            ]
        case .transport:
            [
                "transport", "station", "bus station", "bến xe", "bến đò", "bến phà", "bến tàu", "bến thuyền", "bến",
                "nhà ga", "ga", "trạm xe", "nhà xe", "vận tải", "giao thông",
            ]
        case .other:
            [
                "other", "khác", "nơi khác", "loại khác", "nhà văn hóa", "nhà sinh hoạt", "nhà cộng đồng",
                "sân vận động", "sân bóng", "cơ sở sản xuất", "xưởng", "nhà máy", "trang trại", "điểm du lịch",
            ]
        }
    }
}
