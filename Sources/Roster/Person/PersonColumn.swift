extension Person {
    /// The columns of a roster.
    package enum Column: Int, RosterColumn {
        /// The household's code.
        case household
        /// The relation to the head of the household.
        case relation
        /// The full name.
        case fullName
        /// The date or the year of birth.
        case dateOfBirth
        /// The sex.
        case sex
        /// The number of the CCCD or CMND.
        case nationalID
        /// The telephone number.
        case phone
        /// The hamlet.
        case hamlet
        /// The commune.
        case commune

        /// The column's own name, as in `date_of_birth`.
        package var name: String {
            switch self {
            case .household: "household"
            case .relation: "relation"
            case .fullName: "full_name"
            case .dateOfBirth: "date_of_birth"
            case .sex: "sex"
            case .nationalID: "national_id"
            case .phone: "phone"
            case .hamlet: "hamlet"
            case .commune: "commune"
            }
        }

        /// Whether a file without the column is refused: household, name, birth and hamlet.
        package var isRequired: Bool {
            switch self {
            case .household, .fullName, .dateOfBirth, .hamlet: true
            case .relation, .sex, .nationalID, .phone, .commune: false
            }
        }

        /// Other names that a header may use.
        ///
        /// "Tên" alone is none for the full name: beside "Họ" it is the given name only.
        package var synonyms: [String] {
            switch self {
            case .household:
                [
                    "household id", "household no", "household number", "mã hộ", "số hộ", "hộ", "hộ số", "mã số hộ",
                    "mã hộ gia đình", "số hộ khẩu", "số sổ hộ khẩu", "mã hộ khẩu", "hộ khẩu số",
                ]
            case .relation:
                [
                    "relationship", "relation to head", "relationship to head", "quan hệ với chủ hộ", "quan hệ",
                    "quan hệ chủ hộ", "QH với chủ hộ", "QH chủ hộ", "mối quan hệ", "mối quan hệ với chủ hộ",
                ]
            case .fullName:
                ["name", "họ và tên", "họ tên", "họ & tên", "họ, tên", "họ và tên đầy đủ", "họ, chữ đệm và tên"]
            case .dateOfBirth:
                [
                    "birth date", "birthdate", "date of birth", "DOB", "birth year", "year of birth", "ngày sinh",
                    "năm sinh", "ngày tháng năm sinh", "ngày, tháng, năm sinh", "ngày/tháng/năm sinh",
                ]
            case .sex:
                ["gender", "giới tính", "phái", "nam/nữ", "nam nữ"]
            case .nationalID:
                [
                    "id number", "national id number", "CCCD/CMND", "CMND/CCCD", "CCCD", "CMND", "số CCCD", "số CMND",
                    "số CCCD/CMND", "số CMND/CCCD", "căn cước", "số căn cước", "căn cước công dân",
                    "số căn cước công dân", "số định danh", "số định danh cá nhân", "mã định danh",
                    "số ĐDCN", "số ĐDCN/CMND",
                ]
            case .phone:
                [
                    "telephone", "phone number", "mobile", "số điện thoại", "điện thoại", "SĐT", "số ĐT", "ĐT",
                    "di động", "điện thoại di động",
                ]
            case .hamlet: Synonyms.hamlet
            case .commune: Synonyms.commune
            }
        }
    }
}
