extension Venue {
    /// The columns of a list of venues.
    package enum Column: Int, RosterColumn {
        /// The name.
        case name
        /// The type.
        case type
        /// The address.
        case address
        /// Who answers for the place.
        case owner
        /// The telephone number.
        case phone
        /// The hamlet.
        case hamlet
        /// The commune.
        case commune

        /// The column's own name, as in `address`.
        package var name: String {
            switch self {
            case .name: "name"
            case .type: "type"
            case .address: "address"
            case .owner: "owner"
            case .phone: "phone"
            case .hamlet: "hamlet"
            case .commune: "commune"
            }
        }

        /// Whether a file without the column is refused: name, type and address.
        package var isRequired: Bool {
            switch self {
            case .name, .type, .address: true
            case .owner, .phone, .hamlet, .commune: false
            }
        }

        /// Other names that a header may use.
        package var synonyms: [String] {
            switch self {
            case .name:
                [
                    "venue", "venue name", "tên", "tên cơ sở", "tên địa điểm", "địa điểm", "cơ sở", "tên đơn vị",
                    "tên cơ quan", "tên cơ quan, cơ sở",
                ]
            case .type:
                ["venue type", "kind", "loại hình", "loại", "loại cơ sở", "loại địa điểm", "loại hình cơ sở"]
            case .address:
                ["địa chỉ", "địa chỉ cơ sở", "đ/c"]
            case .owner:
                [
                    "chủ cơ sở", "chủ", "chủ hộ kinh doanh", "người đại diện", "người phụ trách", "người quản lý",
                    "đại diện",
                ]
            case .phone:
                ["telephone", "phone number", "số điện thoại", "điện thoại", "SĐT", "số ĐT", "ĐT", "hotline"]
            case .hamlet: Synonyms.hamlet
            case .commune: Synonyms.commune
            }
        }
    }
}
