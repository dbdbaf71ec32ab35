import Foundation

extension Claims {
    /// The keys of a claims set: RFC 8392's for the outer map, our own private one for the inner.
    private enum OuterKey {
        static let expires: Int64 = 4, issued: Int64 = 6, serial: Int64 = 7
        static let mocban: Int64 = -65537
    }

    /// The keys of the inner map; the meaning of 2 to 4 depends on the kind.
    private enum InnerKey {
        static let kind: Int64 = 0, name: Int64 = 1
        static let cardBirthYear: Int64 = 2, cardUnit: Int64 = 3
        static let venueUnit: Int64 = 3, venueType: Int64 = 4
    }

    /// The seconds since 1970 that a claim may hold: to the end of the year 9999.
    static let seconds: ClosedRange<Int64> = 0...253_402_300_799
    /// The birth years that a card may hold.
    static let birthYears: ClosedRange<Int64> = 1...9999

    /// The claims as deterministic CBOR: a CWT claims set (RFC 8392).
    ///
    /// Names are written in NFC.
    /// A card is `{4: exp, 6: iat, 7: serial, -65537: {0: 1, 1: name, 2: birth year, 3: unit}}`, without the keys of a
    /// name or birth year that is `nil`; a poster is `{…, -65537: {0: 2, 1: name, 3: unit, 4: type}}`.
    package var encoded: [UInt8] {
        var writer = CBORWriter(capacity: 96)
        writer.map(4)
        writer.integer(OuterKey.expires)
        writer.integer(expires.secondsSince1970)
        writer.integer(OuterKey.issued)
        writer.integer(issued.secondsSince1970)
        writer.integer(OuterKey.serial)
        writer.byteString(serial.bytes)
        writer.integer(OuterKey.mocban)
        switch self {
        case .card(let claims):
            writer.map(2 + (claims.name == nil ? 0 : 1) + (claims.birthYear == nil ? 0 : 1))
            writer.integer(InnerKey.kind)
            writer.integer(Int64(ClaimsKind.card.rawValue))
            if let name = claims.name {
                writer.integer(InnerKey.name)
                writer.text(name.precomposedStringWithCanonicalMapping)
            }
            if let birthYear = claims.birthYear {
                writer.integer(InnerKey.cardBirthYear)
                writer.integer(Int64(birthYear))
            }
            writer.integer(InnerKey.cardUnit)
            writer.unsigned(claims.unit.rawValue)
        case .venue(let claims):
            writer.map(4)
            writer.integer(InnerKey.kind)
            writer.integer(Int64(ClaimsKind.venue.rawValue))
            writer.integer(InnerKey.name)
            writer.text(claims.name.precomposedStringWithCanonicalMapping)
            writer.integer(InnerKey.venueUnit)
            writer.unsigned(claims.unit.rawValue)
            writer.integer(InnerKey.venueType)
            writer.integer(Int64(claims.type.rawValue))
        }
        return writer.bytes
    }

    /// Whether ``init(decoding:)`` takes what ``encoded`` gives: all values are in their ranges.
    package var isEncodable: Bool {
        guard Self.seconds.contains(issued.secondsSince1970), Self.seconds.contains(expires.secondsSince1970) else {
            return false
        }
        guard case .card(let claims) = self, let birthYear = claims.birthYear else { return true }
        return Self.birthYears.contains(Int64(birthYear))
    }

    /// Reads claims in exactly the form of ``encoded``: these keys, types and ranges and no others.
    package init(decoding payload: ArraySlice<UInt8>) throws(CBORError) {
        var reader = CBORReader(payload)
        try reader.expectMap(4)
        try reader.expect(OuterKey.expires)
        let expires = Timestamp(secondsSince1970: try reader.integer(in: Self.seconds))
        try reader.expect(OuterKey.issued)
        let issued = Timestamp(secondsSince1970: try reader.integer(in: Self.seconds))
        try reader.expect(OuterKey.serial)
        let serialOffset = reader.offset
        guard let serial = Serial(bytes: try reader.byteString()) else { throw .unexpectedValue(offset: serialOffset) }
        try reader.expect(OuterKey.mocban)
        let pairsOffset = reader.offset
        let pairs = try reader.map()
        try reader.expect(InnerKey.kind)
        let kind = try reader.integer(in: 1...2)
        let isCard = kind == Int64(ClaimsKind.card.rawValue)
        let read: Int
        (self, read) =
            try isCard
            ? Self.card(&reader, serial: serial, issued: issued, expires: expires)
            : Self.venue(&reader, serial: serial, issued: issued, expires: expires)
        guard pairs == read else { throw .unexpectedValue(offset: pairsOffset) }
        try reader.finish()
    }

    /// Reads the rest of a card's inner map; answers how many pairs that map should announce.
    private static func card(
        _ reader: inout CBORReader, serial: Serial, issued: Timestamp, expires: Timestamp
    ) throws(CBORError) -> (Claims, Int) {
        var pairs = 2
        var keyOffset = reader.offset
        var key = try reader.integer()
        var name: String?
        if key == InnerKey.name {
            name = try reader.text()
            pairs += 1
            keyOffset = reader.offset
            key = try reader.integer()
        }
        var birthYear: Int?
        if key == InnerKey.cardBirthYear {
            birthYear = Int(try reader.integer(in: birthYears))
            pairs += 1
            keyOffset = reader.offset
            key = try reader.integer()
        }
        guard key == InnerKey.cardUnit else { throw .unexpectedValue(offset: keyOffset) }
        let unit = UnitCode(rawValue: try reader.unsigned())
        let claims = CardClaims(
            serial: serial, name: name, birthYear: birthYear, unit: unit, issued: issued, expires: expires)
        return (.card(claims), pairs)
    }

    /// Reads the rest of a venue's inner map; answers how many pairs that map should announce.
    private static func venue(
        _ reader: inout CBORReader, serial: Serial, issued: Timestamp, expires: Timestamp
    ) throws(CBORError) -> (Claims, Int) {
        try reader.expect(InnerKey.name)
        let name = try reader.text()
        try reader.expect(InnerKey.venueUnit)
        let unit = UnitCode(rawValue: try reader.unsigned())
        try reader.expect(InnerKey.venueType)
        let typeOffset = reader.offset
        guard let type = VenueType(rawValue: Int(try reader.integer())) else {
            throw .unexpectedValue(offset: typeOffset)
        }
        let claims = VenueClaims(serial: serial, name: name, unit: unit, type: type, issued: issued, expires: expires)
        return (.venue(claims), 4)
    }
}
