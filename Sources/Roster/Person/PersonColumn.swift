extension Person {
    package enum Column: Int, RosterColumn {
        case household, relation, fullName, dateOfBirth, sex, nationalID, phone, hamlet, commune, notes

        package static let names = [
            "household", "relation", "full_name", "date_of_birth", "sex", "national_id", "phone", "hamlet", "commune",
            "notes",
        ]
        package static let required: Set<Column> = [.household, .fullName, .dateOfBirth, .hamlet]
        /// "Tên" alone is none for the full name: beside "Họ" it is the given name only.
        package static let synonyms: [Column: [String]] = [
            .household: [
                "household id", "household no", "household number", "mã hộ", "số hộ", "hộ", "hộ số", "mã số hộ",
                "mã hộ gia đình", "số hộ khẩu", "số sổ hộ khẩu", "mã hộ khẩu", "hộ khẩu số",
            ],
            .relation: [
                "relationship", "relation to head", "relationship to head", "quan hệ với chủ hộ", "quan hệ",
                "quan hệ chủ hộ", "QH với chủ hộ", "QH chủ hộ", "mối quan hệ", "mối quan hệ với chủ hộ", "QHCH", "QH",
                "QHVCH",
                "QHvới chủ hộ", "QH với CH",
            ],
            .fullName: [
                "name", "họ và tên", "họ tên", "họ & tên", "họ, tên", "họ và tên đầy đủ", "họ, chữ đệm và tên",
            ],
            .dateOfBirth: [
                "birth date", "birthdate", "date of birth", "DOB", "birth year", "year of birth", "ngày sinh",
                "năm sinh", "sinh ngày", "sinh năm", "NS", "NTNS", "ngày tháng năm sinh", "ngày, tháng, năm sinh",
                "ngày/tháng/năm sinh",
            ],
            .sex: ["gender", "giới tính", "phái", "nam/nữ", "nam nữ", "GT", "giới"],
            .nationalID: [
                "id number", "national id number", "CCCD/CMND", "CMND/CCCD", "CCCD", "CMND", "số CCCD", "số CMND",
                "số CCCD/CMND", "số CMND/CCCD", "căn cước", "số căn cước", "căn cước công dân", "số căn cước công dân",
                "số định danh", "CMT", "số CMT", "CMT/CCCD", "CCCD/CMT", "số CMT/CCCD", "số CCCD/CMT", "số CC",
                "số CCCD/CMND/CMT",
                "số giấy tờ", "số định danh cá nhân", "mã định danh", "số ĐDCN", "số ĐDCN/CMND",
            ],
            .phone: [
                "telephone", "phone number", "mobile", "số điện thoại", "điện thoại", "SĐT", "số ĐT", "ĐT", "di động",
                "điện thoại di động",
            ],
            .hamlet: Synonyms.hamlet, .commune: Synonyms.commune,
            .notes: [
                "note", "remark", "remarks", "ghi chú", "chú thích", "tình trạng", "hiện trạng", "trạng thái",
                "biến động",
                "tình trạng cư trú", "lý do", "ghi chú khác",
            ],
        ]
    }
}
