/// A part of a column's value, where the file gives it a field of its own.
enum ColumnPart: Hashable, Sendable {
    case familyName, middleName, givenName
    /// Births of men and of women, one of which is empty in each row.
    case birthOfMen, birthOfWomen
    case birthDay, birthMonth, birthYear
}

/// The names of fields that hold a part of a value.
enum PartNames {
    /// The part that a field of people holds, by its names from the header's upper row to the lower one.
    static func part(_ names: [String], _ known: ColumnNames<Person.Column>) -> ColumnPart? {
        let lower = names.last ?? ""
        let (spelt, folded) = (ColumnNames<Person.Column>.spelt(lower), ColumnNames<Person.Column>.key(lower))
        let upper = names.count > 1 ? known[names[names.count - 2]] : nil
        if upper == .dateOfBirth {
            switch spelt {
            case "nam": return .birthOfMen
            case "nữ", "nu": return .birthOfWomen
            case "năm": return .birthYear
            case "ngày", "ngay": return .birthDay
            case "tháng", "thang": return .birthMonth
            default: break
            }
        }
        switch ColumnNames<Person.Column>.spelt(names.joined(separator: " ")) {
        case "nămsinhnam", "ngàysinhnam", "ngàythángnămsinhnam", "namsinhnăm", "nsnam": return .birthOfMen
        case "nămsinhnữ", "ngàysinhnữ", "ngàythángnămsinhnữ", "nữsinhnăm", "nsnữ": return .birthOfWomen
        default: break
        }
        if families.contains(spelt) || !spelt.utf8.contains(where: { $0 >= 0x80 }) && familiesFolded.contains(folded) {
            return .familyName
        }
        if middles.contains(spelt) { return .middleName }
        return givens.contains(spelt) ? .givenName : nil
    }

    private static let families: Set<String> = [
        "họ", "họđệm", "họvàđệm", "họvàtênđệm", "họtênđệm", "họvàchữđệm", "họchữđệm", "họlót", "họvàlót", "họvàtênlót",
        "họvàchữlót", "họchữlót",
    ]
    private static let familiesFolded: Set<String> = [
        "hodem", "hovadem", "hovatendem", "hotendem", "hovachudem", "hochudem", "holot", "hovatenlot",
    ]
    private static let middles: Set<String> = ["đệm", "tênđệm", "chữđệm", "lót", "tênlót", "chữlót"]
    private static let givens: Set<String> = ["tên", "ten", "têngọi"]
}
