/// Which kind of thing a payload is about; the raw value is the payload's code.
public enum ClaimsKind: Int, Sendable, Hashable, CaseIterable {
    /// A personal card.
    case card = 1
    /// A venue's poster.
    case venue = 2
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
    public init(
        serial: Serial, name: String?, birthYear: Int?, unit: UnitCode, issued: Timestamp, expires: Timestamp
    ) {
        self.serial = serial
        self.name = name
        self.birthYear = birthYear
        self.unit = unit
        self.issued = issued
        self.expires = expires
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
    /// What kind of place the venue is.
    public var type: VenueType
    /// When the poster was issued, from 1970 to 9999.
    public var issued: Timestamp
    /// When the poster expires, from 1970 to 9999.
    public var expires: Timestamp

    /// Creates the claims of a poster.
    public init(
        serial: Serial, name: String, unit: UnitCode, type: VenueType, issued: Timestamp, expires: Timestamp
    ) {
        self.serial = serial
        self.name = name
        self.unit = unit
        self.type = type
        self.issued = issued
        self.expires = expires
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
    public var serial: Serial {
        switch self {
        case .card(let claims): claims.serial
        case .venue(let claims): claims.serial
        }
    }

    /// The holder's or venue's name, where there is one.
    public var name: String? {
        switch self {
        case .card(let claims): claims.name
        case .venue(let claims): claims.name
        }
    }

    /// The issuing office's unit.
    public var unit: UnitCode {
        switch self {
        case .card(let claims): claims.unit
        case .venue(let claims): claims.unit
        }
    }

    /// When the card or poster was issued.
    public var issued: Timestamp {
        switch self {
        case .card(let claims): claims.issued
        case .venue(let claims): claims.issued
        }
    }

    /// When the card or poster expires.
    public var expires: Timestamp {
        switch self {
        case .card(let claims): claims.expires
        case .venue(let claims): claims.expires
        }
    }
}
