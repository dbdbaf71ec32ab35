public import Layout
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
            "unit", "name", "title", "signer", "emblem", "parent", "hotline", "base_url", "cards", "posters", "hamlets",
            "communes",
        ])
        let unit = try root.required("unit").integer(in: 0...Int.max)
        self.init(
            unit: UnitCode(rawValue: UInt64(unit)), name: try root.required("name").string(),
            parent: try root["parent"]?.string() ?? "", hotline: try root["hotline"]?.string() ?? "")
        title = try root["title"]?.string().precomposed ?? ""
        signer = try root["signer"]?.string().precomposed ?? ""
        emblem = try root["emblem"]?.string() ?? ""
        guard !name.isEmpty else { throw try root.required("name").fault("the office needs a name") }
        if let value = root["base_url"], try !value.string().isEmpty {
            guard let url = BaseURL(try value.string()) else {
                throw value.fault("expected an address like https://tcs.thuathienhue.gov.vn")
            }
            baseURL = url
        }
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

    /// What few offices set, each on a line of its own.
    private var own: String {
        [
            ("title", title, "what cards are called"), ("signer", signer, "who signs them"),
            ("emblem", emblem, "its file"),
        ]
        .filter { !$0.1.isEmpty }.map { "\n\($0.0): \($0.1.yamlQuoted)  # \($0.2)" }.joined()
    }

    /// The settings as `mocban.yaml`, with a comment on each.
    public var yaml: String {
        """
        # The settings of this office.
        unit: \(unit)  # the unit's code; keys and cards are bound to it
        name: \(name.yamlQuoted)\(own)
        parent: \(parent.yamlQuoted)  # the body above, printed over the name; empty for none
        hotline: \(hotline.yamlQuoted)
        base_url: \((baseURL?.description ?? "").yamlQuoted)  # the check-in page that posters lead to; empty for none

        cards:
          template: \(cardTemplate)\(cardSheets.map { "\n  sheet_profile: \($0.yamlQuoted)" } ?? "")
          days: \(cardDays)  # valid so many days
          name: \(nameForm.rawValue)  # in the code: full, masked (N. T. Hương) or none
          birth: \(birthForm.rawValue)  # in print: date or year

        posters:
          template: \(posterTemplate)\(posterSheets.map { "\n  sheet_profile: \($0.yamlQuoted)" } ?? "")
          days: \(posterDays)

        # The places that rosters may name, as in [Phú Lễ, Hạ Lang]; an empty list lets any name pass.
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
            guard !name.isEmpty else { throw value.fault("expected a name") }
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
