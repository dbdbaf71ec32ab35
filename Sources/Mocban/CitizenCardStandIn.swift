import Roster

// Until the roster's own reader of identity cards is there.
struct CitizenCardText {
    enum Refusal: Error, CustomStringConvertible {
        case notACard
        case garbled(String)
        var description: String {
            switch self {
            case .notACard: "this is not the text of an identity card"
            case .garbled(let what): what
            }
        }
    }
    let number, name, address: String
    let birth: BirthDate
    let sex: Sex

    init(_ text: String) throws(Refusal) {
        let parts = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 6 else { throw .notACard }
        guard parts[0].utf8.count == 12, parts[0].utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw .garbled("the number has not 12 digits")
        }
        let d = parts[3]
        guard d.count == 8, let birth = BirthDate("\(d.prefix(2))/\(d.dropFirst(2).prefix(2))/\(d.suffix(4))") else {
            throw .garbled("the date of birth is not a date")
        }
        guard let sex = Sex(parts[4]) else { throw .garbled("the sex is neither Nam nor Nữ") }
        (number, name, address, self.birth, self.sex) = (parts[0], parts[2], parts[5], birth, sex)
    }
}
