import Office
import Payload
import VietnameseText

extension GateAnswer {
    /// The answer as one line: the verdict for programs, then the words that a guard needs.
    public var line: String {
        let claims = verification.claims
        let details = [
            claims?.name.map(Shown.line), claims?.birthYear.map { "sinh \($0)" },
            claims.map { "số \($0.serial)" }, claims.map { "hạn \($0.expires.vietnamDay)" },
        ].compactMap(\.self)
        let verdict = verification.verdict
        return ([verdict.rawValue + "\t" + verdict.vietnamese] + details).joined(separator: "  ")
    }
}

extension UnverifiedAnswer {
    /// What is known, name by name.
    public var rows: [(name: String, value: String)] {
        let claims = payload.claims
        return [
            ("kind", claims.kindName), ("serial", claims.serial.description), ("name", claims.name.map(Shown.line)),
            ("birthYear", claims.birthYear.map(String.init)), ("unit", "\(claims.unit.rawValue)"),
            ("issued", claims.issued.description), ("expires", claims.expires.description),
            ("kid", payload.keyID.description),
        ].compactMap { row in row.1.map { (row.0, $0) } }
    }
}

extension Claims {
    /// The holder's year of birth, where it is known.
    package var birthYear: Int? { if case .card(let card) = self { card.birthYear } else { nil } }

    /// `card` or `venue`.
    package var kindName: String {
        switch kind {
        case .card: "card"
        case .venue: "venue"
        }
    }
}

extension Verdict {
    fileprivate var vietnamese: String {
        switch self {
        case .valid: "HỢP LỆ"
        case .expired: "HẾT HẠN"
        case .notYetValid: "CHƯA CÓ HIỆU LỰC"
        case .revoked: "ĐÃ THU HỒI"
        case .forged: "GIẢ MẠO"
        case .unknownKey: "KHÔNG RÕ NƠI CẤP"
        case .wrongPurpose: "SAI LOẠI MÃ"
        case .malformed: "KHÔNG PHẢI MÃ CỦA HỆ THỐNG"
        }
    }
}

/// The members of an answer; what is not known is left out.
private enum AnswerKey: String, CodingKey {
    case input, cut, verdict, serial, kind, name, birthYear, unit, issued, expires, kid
}

extension GateAnswer: Encodable {
    /// Writes the answer; `cut` is there only where ``isCut`` is true.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: AnswerKey.self)
        try values.encode(input, forKey: .input)
        if isCut { try values.encode(true, forKey: .cut) }
        try values.encode(verification.verdict.rawValue, forKey: .verdict)
        try values.encode(verification.claims, signedBy: verification.keyID)
    }
}

extension UnverifiedAnswer: Encodable {
    /// Writes the answer, which has no `verdict`.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: AnswerKey.self)
        try values.encode(input, forKey: .input)
        try values.encode(payload.claims, signedBy: payload.keyID)
    }
}

extension KeyedEncodingContainer<AnswerKey> {
    fileprivate mutating func encode(_ claims: Claims?, signedBy key: KeyID?) throws {
        try encodeIfPresent(key?.description, forKey: .kid)
        guard let claims else { return }
        try encode(claims.serial, forKey: .serial)
        try encode(claims.kindName, forKey: .kind)
        try encodeIfPresent(claims.name, forKey: .name)
        try encodeIfPresent(claims.birthYear, forKey: .birthYear)
        try encode(claims.unit.rawValue, forKey: .unit)
        try encode(claims.issued.description, forKey: .issued)
        try encode(claims.expires.description, forKey: .expires)
    }
}
