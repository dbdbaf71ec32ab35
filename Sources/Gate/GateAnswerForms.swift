public import Messages
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
    public var rows: [(name: Message, value: Message)] {
        let claims = payload.claims
        let kind = Message(en: claims.kindName, vi: claims.kind == .card ? "thẻ" : "địa điểm")
        let others: [(Message, String?)] = [
            (Message(en: "serial", vi: "số thẻ"), claims.serial.description),
            (Message(en: "name", vi: "tên"), claims.name.map(Shown.line)),
            (Message(en: "birthYear", vi: "năm sinh"), claims.birthYear.map(String.init)),
            (Message(en: "unit", vi: "đơn vị"), "\(claims.unit.rawValue)"),
            (Message(en: "issued", vi: "cấp lúc"), claims.issued.description),
            (Message(en: "expires", vi: "hết hạn"), claims.expires.description),
            (Message(en: "kid", vi: "mã khóa"), payload.keyID.description),
        ]
        return [(Message(en: "kind", vi: "loại"), kind)]
            + others.compactMap { row in row.1.map { (row.0, Message(verbatim: $0)) } }
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
