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
