import Payload

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
