import Documents
import Mocban
import Payload

/// Made-up reports of the example commune.
enum SampleReport {
    static let clock = TestOffice.clock
    static let rosterRead = clock.adding(seconds: -4 * 86_400)

    static let hamlets = [
        "Phú Lễ", "Bác Vọng Đông", "Hạ Lang", "Đức Nhuận", "Bác Vọng Tây", "Hà Cảng", "Nghĩa Lộ", "Xuân Tùy",
    ]

    /// An office with so many hamlets, in no order; figures differ from hamlet to hamlet.
    static func unit(
        _ count: Int, commune: String = "Quảng Phú", name: String = "UBND xã Quảng Phú", code: UnitCode = 19897,
        hasRoster: Bool = true
    ) -> OfficeReport.Unit {
        let places = (0..<count).map { index in
            let people = 1013 + index * 397 % 900
            let hamlet = index < hamlets.count ? hamlets[index] : "Thôn \(index + 1)"
            return OfficeReport.Hamlet(
                commune: commune, hamlet: hamlet,
                counts: OfficeReport.Counts(
                    people: hasRoster ? people : nil, valid: people * (820 + index * 53 % 180) / 1000,
                    expired: 31 + index, revoked: 11 + index * 2, reprints: 7 + index * 3))
        }
        let posters = VenueType.allCases.map {
            OfficeReport.Posters(type: $0, valid: 100 + $0.rawValue, expired: 200 + $0.rawValue, revoked: $0.rawValue)
        }
        return OfficeReport.Unit(
            code: code, name: name, parent: "UBND huyện Quảng Điền", rosterRead: hasRoster ? rosterRead : nil,
            hamlets: places, posters: posters)
    }

    static func report(_ units: OfficeReport.Unit...) -> OfficeReport { OfficeReport(asOf: clock, units: units) }
}
