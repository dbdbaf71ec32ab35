package import Payload
package import Register

/// An invented person; the same number is the same person in a register and in a roster.
public struct Inhabitant: Sendable {
    /// The household's code.
    public var household: String
    /// What the person is to the household's head.
    public var relation: String
    /// The full name.
    public var name: String
    /// Whether it is a man or a boy.
    public var isMale: Bool
    /// The date of birth.
    public var day, month, year: Int
    /// Small children have none yet.
    public var nationalID: String?
    /// Commune and hamlet.
    package var locality: Locality

    // A million serial numbers each.
    private static let provinces = ["046", "048", "049", "051", "052"]
    private static let households = [2, 3, 4, 4, 5]
    private static let peopleInCommune = 10_000
    private static let peopleInHamlet = 1_000

    /// Makes the person of a number from 0.
    public init(_ number: Int, names: Names) {
        var chance = Chance(number)
        let (block, rest) = number.quotientAndRemainder(dividingBy: Self.households.reduce(0, +))
        var (household, position) = (block * Self.households.count, rest)
        for size in Self.households where position >= size {
            household += 1
            position -= size
        }
        self.household = "HK-\(household)"
        relation = position == 0 ? "Chủ hộ" : position == 1 ? "Vợ" : "Con"
        isMale = position == 0 || position > 1 && chance.below(2) == 0
        name = names.name(isMale: isMale, using: &chance)
        day = 1 + chance.below(28)
        month = 1 + chance.below(12)
        year = position < 2 ? 1950 + chance.below(40) : 1992 + chance.below(30)
        if year < 2017 {
            let century = (isMale ? 0 : 1) + (year < 2000 ? 0 : 2)
            nationalID =
                "\(Self.provinces[number / 1_000_000])\(century)\(padded(year % 100, 2))\(padded(number % 1_000_000, 6))"
        }
        let commune = number / Self.peopleInCommune
        let hamlet = number % Self.peopleInCommune / Self.peopleInHamlet
        locality = Locality(commune: "Phú Lộc \(commune + 1)", hamlet: "Thôn \(hamlet + 1)")
    }

    /// What a card prints.
    package var record: Record {
        Record(
            name: name, birth: "\(year)-\(padded(month, 2))-\(padded(day, 2))", sex: isMale ? "M" : "F",
            household: household, relation: relation, locality: locality)
    }

    /// The roster's header, as ``cells`` has its columns.
    public static let header = [
        "Mã hộ", "Quan hệ với chủ hộ", "Họ và tên", "Ngày sinh", "Giới tính", "CCCD/CMND", "Thôn", "Xã",
    ]

    /// The person's row of a roster.
    public var cells: [String] {
        [
            household, relation, name, "\(padded(day, 2))/\(padded(month, 2))/\(year)", isMale ? "Nam" : "Nữ",
            nationalID ?? "", locality.hamlet, locality.commune,
        ]
    }

    /// Who the person is to a register.
    package func holder(_ key: SerialKey) -> Holder {
        let record = record
        return Holder(
            nationalID: nationalID, household: household, name: name, birth: record.birth, key: key)
    }
}

/// A number with zeros before it.
private func padded(_ number: Int, _ length: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, length - digits.count)) + digits
}
