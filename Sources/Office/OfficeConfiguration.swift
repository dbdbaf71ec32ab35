public import Layout
public import Messages
public import Payload
package import Roster
import VietnameseText

/// An office's settings, kept in `mocban.yaml`.
public struct OfficeConfiguration: Sendable, Equatable {
    /// How a birth is printed.
    public enum BirthForm: String, CaseIterable, Sendable {
        /// The year alone.
        case year
        /// The date, where the roster has it.
        case date
    }

    /// The unit's code, which is in every payload and every key.
    public var unit: UnitCode
    /// The office's name as cards and posters print it.
    public var name: String
    /// What cards are called in print, such as `THẺ XÃ VIÊN`; empty for the template's own words.
    public var title: String
    /// Who signs cards that have a place for it, as `TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH`; empty for the template's own words.
    public var signer: String
    /// The file of the office's emblem, SVG, PNG or JPEG, found from the office's folder; empty for none.
    public var emblem: String
    /// The body above the office, if it is printed.
    public var parent: String
    /// The telephone number for questions.
    public var hotline: String
    /// Where the check-in page is; nil for an office without one.
    public var baseURL: BaseURL?
    /// The language of what the office's people are told; nil for that of the system.
    public var language: Language?
    /// The template of cards.
    public var cardTemplate: String
    /// The template of posters.
    public var posterTemplate: String
    /// The sheet profile of cards; nil for Mocban's choice.
    public var cardSheets: String?
    /// The sheet profile of posters; nil for Mocban's choice, after the template's size.
    public var posterSheets: String?
    /// Days that a card is valid, the day of issue not counted.
    public var cardDays: Int
    /// Days that a poster is valid, the day of issue not counted.
    public var posterDays: Int
    /// How much of a name a card's payload carries.
    public var nameForm: NameForm
    /// How a card prints the birth.
    public var birthForm: BirthForm
    /// The hamlets and communes that rosters may name; where a list is empty, any name passes.
    package var localities: KnownLocalities

    /// Settings with Mocban's own templates and a validity of a year.
    public init(unit: UnitCode, name: String, parent: String = "", hotline: String = "", baseURL: BaseURL? = nil) {
        self.unit = unit
        self.name = name.precomposed
        (title, signer, emblem) = ("", "", "")
        self.parent = parent.precomposed
        self.hotline = hotline.precomposed
        self.baseURL = baseURL
        cardTemplate = "commune"
        posterTemplate = "scan-card"
        cardDays = 365
        posterDays = 365
        nameForm = .full
        birthForm = .date
        localities = KnownLocalities()
    }

    /// Decodes `mocban.yaml`; throws `ConfigurationError` with line and column.
    public init(yaml: String, file: String) throws(ConfigurationError) {
        let root = try YAMLValue.root(of: yaml, file: file)
        try root.allow([
            "unit", "name", "title", "signer", "emblem", "parent", "hotline", "base_url", "language", "cards",
            "posters",
            "hamlets", "communes",
        ])
        let unit = try root.required("unit").integer(in: 0...Int.max)
        self.init(
            unit: UnitCode(rawValue: UInt64(unit)), name: try root.required("name").string(),
            parent: try root["parent"]?.string() ?? "", hotline: try root["hotline"]?.string() ?? "")
        title = try root["title"]?.string().precomposed ?? ""
        signer = try root["signer"]?.string().precomposed ?? ""
        emblem = try root["emblem"]?.string() ?? ""
        guard !name.isEmpty else {
            throw try root.required("name").fault(en: "the office needs a name", vi: "cơ quan cần có tên")
        }
        if let value = root["base_url"], try !value.string().isEmpty {
            guard let url = BaseURL(try value.string()) else {
                throw value.fault(
                    en: "expected an address like https://tcs.thuathienhue.gov.vn",
                    vi: "cần một địa chỉ như https://tcs.thuathienhue.gov.vn")
            }
            baseURL = url
        }
        if let value = root["language"], try !value.string().isEmpty { language = try value.choice() }
        let days = 1...36_500
        if let cards = try root["cards"]?.map() {
            try cards.allow(["template", "sheet_profile", "days", "name", "birth"])
            cardSheets = try cards["sheet_profile"]?.string()
            cardTemplate = try cards["template"]?.string() ?? cardTemplate
            cardDays = try cards["days"]?.integer(in: days) ?? cardDays
            nameForm = try cards["name"]?.choice() ?? nameForm
            birthForm = try cards["birth"]?.choice() ?? birthForm
        }
        if let posters = try root["posters"]?.map() {
            try posters.allow(["template", "sheet_profile", "days"])
            posterSheets = try posters["sheet_profile"]?.string()
            posterTemplate = try posters["template"]?.string() ?? posterTemplate
            posterDays = try posters["days"]?.integer(in: days) ?? posterDays
        }
        localities = KnownLocalities(
            hamlets: try root["hamlets"]?.names() ?? [], communes: try root["communes"]?.names() ?? [])
    }

    /// The language that settings choose, read leniently: nil where they choose none, or are no YAML.
    package static func language(ofYAML yaml: String) -> Language? {
        guard let root = try? YAMLValue.root(of: yaml, file: "") else { return nil }
        return (try? root["language"]?.string()).flatMap(Language.init(rawValue:))
    }

    /// What few offices set, each on a line of its own.
    private var own: String {
        let language = language ?? .english
        return [
            ("title", title, Message(en: "what cards are called", vi: "tên gọi của thẻ")),
            ("signer", signer, Message(en: "who signs them", vi: "người ký")),
            ("emblem", emblem, Message(en: "its file", vi: "tệp biểu trưng")),
        ]
        .filter { !$0.1.isEmpty }.map { "\n\($0.0): \($0.1.yamlQuoted)  # \($0.2.text(in: language))" }.joined()
    }

    /// The settings as `mocban.yaml`, with a comment on each in the office's language.
    public var yaml: String {
        func comment(_ english: String, _ vietnamese: String) -> String {
            "# " + Message(en: english, vi: vietnamese).text(in: language ?? .english)
        }
        let unitWords = comment(
            "the unit's code; keys and cards are bound to it", "mã đơn vị; khóa và thẻ gắn với mã này")
        let parentWords = comment(
            "the body above, printed over the name; empty for none",
            "cơ quan cấp trên, in phía trên tên; để trống nếu không có")
        let urlWords = comment(
            "the check-in page that posters lead to; empty for none",
            "trang khai báo mà áp phích dẫn tới; để trống nếu không có")
        let languageWords = comment(
            "what people are told in: vi or en; empty for the system's language",
            "ngôn ngữ của thông báo: vi hoặc en; để trống thì theo máy")
        let daysWords = comment("valid so many days", "có giá trị trong bấy nhiêu ngày")
        let nameWords = comment(
            "in the code: full, masked (N. T. Hương) or none",
            "trong mã: full (đủ), masked (viết tắt: N. T. Hương) hoặc none (không ghi)")
        let birthWords = comment("in print: date or year", "chữ in trên thẻ: date (ngày sinh) hoặc year (năm sinh)")
        let placeWords = comment(
            "The places that rosters may name, as in [Phú Lễ, Hạ Lang]; an empty list lets any name pass.",
            "Các thôn, xã mà danh sách được ghi, như [Phú Lễ, Hạ Lang]; để trống thì tên nào cũng được.")
        return """
            \(comment("The settings of this office.", "Cài đặt của cơ quan này."))
            unit: \(unit)  \(unitWords)
            name: \(name.yamlQuoted)\(own)
            parent: \(parent.yamlQuoted)  \(parentWords)
            hotline: \(hotline.yamlQuoted)
            base_url: \((baseURL?.description ?? "").yamlQuoted)  \(urlWords)
            language: \(language?.rawValue ?? "\"\"")  \(languageWords)

            cards:
              template: \(cardTemplate)\(cardSheets.map { "\n  sheet_profile: \($0.yamlQuoted)" } ?? "")
              days: \(cardDays)  \(daysWords)
              name: \(nameForm.rawValue)  \(nameWords)
              birth: \(birthForm.rawValue)  \(birthWords)

            posters:
              template: \(posterTemplate)\(posterSheets.map { "\n  sheet_profile: \($0.yamlQuoted)" } ?? "")
              days: \(posterDays)

            \(placeWords)
            hamlets: \(localities.hamlets.yamlList)
            communes: \(localities.communes.yamlList)

            """
    }
}

extension YAMLValue {
    fileprivate func names() throws(ConfigurationError) -> [String] {
        var names: [String] = []
        for value in try list() {
            let name = CleanText(try value.string()).text
            guard !name.isEmpty else { throw value.fault(en: "expected a name", vi: "cần một cái tên") }
            names.append(name)
        }
        return names
    }
}

extension [String] {
    fileprivate var yamlList: String { "[" + map(\.yamlQuoted).joined(separator: ", ") + "]" }
}

extension String {
    /// The text in YAML's double quotes.
    package var yamlQuoted: String {
        var quoted = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case let control where control.isUnwritable:
                let digits = String(control.value, radix: 16, uppercase: true)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

extension Unicode.Scalar {
    /// Whether YAML does not take the character as it is, or takes it for the end of a line.
    fileprivate var isUnwritable: Bool {
        switch value {
        case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
        default: false
        }
    }
}
