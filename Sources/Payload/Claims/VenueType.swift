/// What kind of place a venue is; the raw value is the payload's code.
public enum VenueType: Int, Sendable, Hashable, CaseIterable {
    /// A public office.
    case office = 1
    /// A school or kindergarten.
    case school = 2
    /// A shop or other business.
    case shop = 3
    /// A market.
    case market = 4
    /// A clinic, pharmacy or hospital.
    case health = 5
    /// A pagoda, church or other place of worship.
    case worship = 6
    /// A station, ferry or vehicle.
    case transport = 7
    /// Any other place.
    case other = 8
}
