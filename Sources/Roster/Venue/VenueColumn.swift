extension Venue {
    /// The columns of a list of venues.
    package enum Column: Int, RosterColumn {
        case name, type, address, owner, phone, hamlet, commune

        package static let names = ["name", "type", "address", "owner", "phone", "hamlet", "commune"]
        package static let required: Set<Column> = [.name, .type, .address]
        package static let synonyms: [Column: [String]] = [
            .name: [
                "venue", "venue name", "tên", "tên cơ sở", "tên địa điểm", "địa điểm", "cơ sở", "tên đơn vị",
                "tên cơ quan", "tên cơ quan, cơ sở",
            ],
            .type: ["venue type", "kind", "loại hình", "loại", "loại cơ sở", "loại địa điểm", "loại hình cơ sở"],
            .address: ["địa chỉ", "địa chỉ cơ sở", "đ/c"],
            .owner: [
                "chủ cơ sở", "chủ", "chủ hộ kinh doanh", "người đại diện", "người phụ trách", "người quản lý",
                "đại diện",
            ],
            .phone: ["telephone", "phone number", "số điện thoại", "điện thoại", "SĐT", "số ĐT", "ĐT", "hotline"],
            .hamlet: Synonyms.hamlet, .commune: Synonyms.commune,
        ]
    }
}
