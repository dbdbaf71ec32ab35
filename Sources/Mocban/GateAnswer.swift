import Calendar
public import Payload
import VietnameseText

/// What a gate says of one code; what is not known is left out.
public struct GateAnswer: Sendable, Encodable {
    /// The text, or the picture's file.
    public var input: String
    /// Whether ``input`` is only the beginning of a text that was too long; else nil.
    public var cut: Bool?
    /// One of the eight verdicts; none where nothing was verified.
    public var verdict: String?
    /// The serial as printed.
    public var serial: String?
    /// `card` or `venue`.
    public var kind: String?
    /// The person's or the venue's name, as far as the payload has it.
    public var name: String?
    /// The person's year of birth.
    public var birthYear: Int?
    /// The unit's code.
    public var unit: UInt64?
    /// When it was issued, in ISO 8601.
    public var issued: String?
    /// Until when it is valid, in ISO 8601.
    public var expires: String?
    /// The key's ID in base64url.
    public var kid: String?

    private var expiryDay: String?

    private enum CodingKeys: String, CodingKey {
        case input, cut, verdict, serial, kind, name, birthYear, unit, issued, expires, kid
    }

    init(_ verification: Verification, input: String) {
        self.input = input
        verdict = verification.verdict.rawValue
        kid = verification.keyID?.description
        if let claims = verification.claims { take(claims) }
    }

    /// What is said of a line that is no text, or too long for one.
    init(malformed line: ScannedLine) {
        input = line.shown
        cut = line.isCut ? true : nil
        verdict = Verdict.malformed.rawValue
    }

    /// What a payload says of itself, without a verdict.
    public init(unverified payload: UnverifiedPayload, input: String) {
        self.input = input
        kid = payload.keyID.description
        take(payload.claims)
    }

    private mutating func take(_ claims: Claims) {
        serial = claims.serial.description
        name = claims.name
        unit = claims.unit.rawValue
        issued = claims.issued.description
        expires = claims.expires.description
        expiryDay = claims.expires.vietnamDay.description
        switch claims {
        case .card(let card):
            kind = "card"
            birthYear = card.birthYear
        case .venue: kind = "venue"
        }
    }

    /// Whether the verdict is `valid`.
    public var isValid: Bool { verdict == Verdict.valid.rawValue }

    /// The answer as one line: the verdict for programs, then the words that a guard needs.
    public var line: String {
        let words: String
        switch verdict.flatMap(Verdict.init(rawValue:)) {
        case .valid: words = "HỢP LỆ"
        case .expired: words = "HẾT HẠN"
        case .notYetValid: words = "CHƯA CÓ HIỆU LỰC"
        case .revoked: words = "ĐÃ THU HỒI"
        case .forged: words = "GIẢ MẠO"
        case .unknownKey: words = "KHÔNG RÕ NƠI CẤP"
        case .wrongPurpose: words = "SAI LOẠI MÃ"
        case .malformed, nil: words = "KHÔNG PHẢI MÃ CỦA HỆ THỐNG"
        }
        let details = [
            name.map(Shown.line), birthYear.map { "sinh \($0)" }, serial.map { "số \($0)" },
            expiryDay.map { "hạn \($0)" },
        ].compactMap(\.self)
        return ([(verdict ?? "") + "\t" + words] + details).joined(separator: "  ")
    }

    /// What is known, name by name.
    public var rows: [(name: String, value: String)] {
        [
            ("kind", kind), ("serial", serial), ("name", name.map(Shown.line)),
            ("birthYear", birthYear.map(String.init)),
            ("unit", unit.map { "\($0)" }), ("issued", issued), ("expires", expires), ("kid", kid),
        ].compactMap { row in row.1.map { (row.0, $0) } }
    }
}
