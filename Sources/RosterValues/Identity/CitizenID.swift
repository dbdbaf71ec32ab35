/// What the number of a CCCD says: where, as what, and when its holder was registered at birth.
///
/// Twelve digits: three of the province, one of the sex and the century of birth, two of the year, six more. Circular
/// 59/2021/TT-BCA, article 4.
package struct CitizenID: Hashable, Sendable {
    /// The province's code, 1 to 96 for those that exist.
    package let province: Int
    package let sex: Sex
    /// The year of birth, 1900 to 2399.
    package let birthYear: Int

    /// Reads twelve ASCII digits; gives nothing for every other text.
    package init?(_ text: String) {
        let bytes = text.utf8Span.span
        guard bytes.count == 12 else { return nil }
        for index in 0..<12 where bytes[index] &- UInt8(ascii: "0") > 9 { return nil }
        func digit(_ index: Int) -> Int { Int(bytes[index] - UInt8(ascii: "0")) }
        province = digit(0) * 100 + digit(1) * 10 + digit(2)
        sex = digit(3) % 2 == 0 ? .male : .female
        birthYear = 1900 + digit(3) / 2 * 100 + digit(4) * 10 + digit(5)
    }

    /// Whether the province is one of the 63 of 2021; those that were merged in 2025 stay on the cards of before.
    package var hasKnownProvince: Bool { Self.isProvince[province] }

    /// Whether the number agrees with all that it says of the person, and so cannot be another's.
    package func agrees(sex: Sex?, birth: BirthDate?) -> Bool {
        hasKnownProvince && self.sex == sex && birthYear == birth?.year
    }

    /// The codes of the provinces, from Hà Nội (1) to Cà Mau (96): Circular 59/2021/TT-BCA, annex I.
    private static let isProvince: [Bool] = {
        let codes = [
            1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36, 37, 38, 40, 42,
            44, 45, 46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72, 74, 75, 77, 79, 80, 82, 83, 84, 86,
            87, 89, 91, 92, 93, 94, 95, 96,
        ]
        var isProvince = [Bool](repeating: false, count: 1000)
        for code in codes { isProvince[code] = true }
        return isProvince
    }()
}
