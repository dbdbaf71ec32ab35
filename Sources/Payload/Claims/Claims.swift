/// Which kind of thing a payload is about; the raw value is the payload's code.
public enum ClaimsKind: Int, Sendable, Hashable, CaseIterable {
    /// A personal card.
    case card = 1
    /// A venue's poster.
    case venue = 2

    /// What is signed, in Vietnamese; in English the case itself says it.
    var vietnamese: String {
        switch self {
        case .card: "thẻ"
        case .venue: "áp phích"
        }
    }
}

/// What a personal card says: never an ID number, a telephone, an address or a full birth date.
public struct CardClaims: Sendable, Hashable {
    /// The card's serial.
    public var serial: Serial
    /// The holder's name in NFC, in the form that the office chose; `nil` where it chose none.
    public var name: String?
    /// The year of birth, 1 to 9999, where it is known.
    public var birthYear: Int?
    /// The issuing office's unit.
    public var unit: UnitCode
    /// When the card was issued, from 1970 to 9999.
    public var issued: Timestamp
    /// When the card expires, from 1970 to 9999.
    public var expires: Timestamp

    /// Creates the claims of a card.
    public init(serial: Serial, name: String?, birthYear: Int?, unit: UnitCode, issued: Timestamp, expires: Timestamp) {
        (self.serial, self.name, self.birthYear) = (serial, name, birthYear)
        (self.unit, self.issued, self.expires) = (unit, issued, expires)
    }
}

/// What a venue's poster says.
public struct VenueClaims: Sendable, Hashable {
    /// The poster's serial.
    public var serial: Serial
    /// The venue's name in NFC.
    public var name: String
    /// The issuing office's unit.
    public var unit: UnitCode
    /// What kind of venue it is.
    public var type: VenueType
    /// When the poster was issued, from 1970 to 9999.
    public var issued: Timestamp
    /// When the poster expires, from 1970 to 9999.
    public var expires: Timestamp

    /// Creates the claims of a poster.
    public init(serial: Serial, name: String, unit: UnitCode, type: VenueType, issued: Timestamp, expires: Timestamp) {
        (self.serial, self.name, self.unit) = (serial, name, unit)
        (self.type, self.issued, self.expires) = (type, issued, expires)
    }
}

/// What a payload says, of either kind.
public enum Claims: Sendable, Hashable {
    /// A personal card's claims.
    case card(CardClaims)
    /// A venue poster's claims.
    case venue(VenueClaims)

    /// Which kind the claims are of.
    public var kind: ClaimsKind {
        switch self {
        case .card: .card
        case .venue: .venue
        }
    }

    /// The card's or poster's serial.
    public var serial: Serial { common.serial }

    /// The holder's or venue's name, where there is one.
    public var name: String? {
        switch self {
        case .card(let claims): claims.name
        case .venue(let claims): claims.name
        }
    }

    /// The issuing office's unit.
    public var unit: UnitCode { common.unit }

    /// When the card or poster was issued.
    public var issued: Timestamp { common.issued }

    /// When the card or poster expires.
    public var expires: Timestamp { common.expires }

    /// What both kinds say.
    private var common: (serial: Serial, unit: UnitCode, issued: Timestamp, expires: Timestamp) {
        switch self {
        case .card(let claims): (claims.serial, claims.unit, claims.issued, claims.expires)
        case .venue(let claims): (claims.serial, claims.unit, claims.issued, claims.expires)
        }
    }
}

/// What kind of venue a poster hangs in; the raw value is the payload's code.
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
    /// A pagoda, church or other house of worship.
    case worship = 6
    /// A station, ferry or vehicle.
    case transport = 7
    /// Anything else.
    case other = 8
}
