import Files
import Payload
import TestSupport

/// Bytes from hexadecimal digits.
func hex(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var high: UInt8?
    for character in text where !character.isWhitespace {
        guard let digit = character.hexDigitValue.map(UInt8.init) else { fatalError("not hexadecimal: \(text)") }
        if let first = high {
            bytes.append(first << 4 | digit)
            high = nil
        } else {
            high = digit
        }
    }
    precondition(high == nil, "half a byte: \(text)")
    return bytes
}

/// An office with keys that are always the same, and things it signs.
enum Sample {
    static let unit: UnitCode = 19867
    static let start = Timestamp(secondsSince1970: 1_600_000_000)
    static let issued = Timestamp(secondsSince1970: 1_782_864_000)
    static let now = issued.adding(seconds: 86_400)
    static let expires = Timestamp(secondsSince1970: 1_846_022_400)

    static let keyring: Keyring = {
        var random = SeededNumbers(1)
        return Keyring().generating(unit: unit, at: start, using: &random)
    }()

    static func key(_ purpose: KeyPurpose, in keyring: Keyring = keyring) -> Key {
        guard let key = keyring.keys.last(where: { $0.purpose == purpose }) else { fatalError("no \(purpose) key") }
        return key
    }

    static func serial(_ rawValue: UInt64 = 0x12_3456_789a_bcde) -> Serial {
        guard let serial = Serial(rawValue: rawValue) else { fatalError("more than 55 bits") }
        return serial
    }

    static func card(
        name: String? = "Nguyễn Thị Minh Châu", birthYear: Int? = 1985, unit: UnitCode = unit,
        issued: Timestamp = issued, expires: Timestamp = expires
    ) -> Claims {
        .card(
            CardClaims(
                serial: serial(), name: name, birthYear: birthYear, unit: unit, issued: issued, expires: expires))
    }

    static func venue(unit: UnitCode = unit) -> Claims {
        .venue(
            VenueClaims(
                serial: serial(77), name: "Chợ Sịa", unit: unit, type: .market, issued: issued, expires: expires))
    }

    static func list(
        _ serials: [Serial], sequence: UInt64 = 3, unit: UnitCode = unit, issued: Timestamp = issued,
        days: Int64 = 7, cutOffs: [KeyID: Timestamp] = [:]
    ) -> RevocationList {
        RevocationList(
            unit: unit, sequence: sequence, issued: issued, nextUpdate: issued.adding(seconds: days * 86_400),
            serials: serials, cutOffs: cutOffs)
    }

    static func signed(_ claims: Claims, with purpose: KeyPurpose) throws -> SignedPayload {
        try Signer(key: key(purpose)).sign(claims)
    }
}
