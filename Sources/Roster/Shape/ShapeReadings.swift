import Messages
import RosterValues
import VietnameseText

extension Header {
    /// What was understood of the columns that is not plain from their names, a sentence each.
    func readings(_ locality: TitleLocality) -> [Message] {
        var readings: [Message] = []
        if !shape.name.isEmpty {
            readings.append(
                Message(
                    en:
                        "the name stands in \(shape.name.count) columns (\(Self.letters(shape.name))), which are joined",
                    vi: "họ tên nằm ở \(shape.name.count) cột (\(Self.letters(shape.name))), được ghép lại"))
        }
        if !shape.birthBySex.isEmpty {
            let (men, women) = (Self.letters([shape.birthBySex[0]]), Self.letters([shape.birthBySex[1]]))
            readings.append(
                Message(
                    en: "births of men stand in column \(men), of women in column \(women), which tells the sex",
                    vi: "ngày sinh của nam ở cột \(men), của nữ ở cột \(women), giới tính lấy theo cột"))
        }
        if !shape.birthParts.isEmpty {
            readings.append(
                Message(
                    en:
                        "day, month and year of birth stand in columns \(Self.letters(shape.birthParts)), which are joined",
                    vi: "ngày, tháng, năm sinh nằm ở các cột \(Self.letters(shape.birthParts)), được ghép lại"))
        }
        return readings + shape.added.compactMap { reading($0, locality) }
    }

    private func reading(_ added: RowShape.Added, _ locality: TitleLocality) -> Message? {
        switch added {
        case .household:
            return Message(
                en:
                    "no column has the household: each begins at its head, and has the head’s initials and birth as code",
                vi: "không có cột mã hộ: mỗi hộ bắt đầu từ chủ hộ, mã hộ là chữ đầu họ tên và năm sinh của chủ hộ")
        case .hamlet(nil):
            return Message(
                en: "the hamlet is that of the heading above the rows",
                vi: "thôn lấy theo dòng tiêu đề phía trên các dòng")
        case .hamlet(let name?):
            let shown = Shown.quoted(name)
            guard let title = locality.title else {
                return Message(en: "the hamlet of all rows is \(shown)", vi: "thôn của mọi dòng là \(shown)")
            }
            return Message(
                en: "the hamlet of all rows is \(shown), by the title “\(Shown.text(title))”",
                vi: "thôn của mọi dòng là \(shown), theo tiêu đề “\(Shown.text(title))”")
        case .commune(let name):
            return Message(
                en: "the commune of all rows is \(Shown.quoted(name))", vi: "xã của mọi dòng là \(Shown.quoted(name))")
        case .sex: return nil
        }
    }

    /// Fields as Excel letters their columns: `C, D`.
    private static func letters(_ fields: [Int]) -> String {
        fields.map(ColumnLetters.of).joined(separator: ", ")
    }
}

/// The letters by which Excel names a column.
package enum ColumnLetters {
    /// The letters of a field from 0: `A`, `Z`, `AA`.
    package static func of(_ field: Int) -> String {
        let first = field >= 26 ? of(field / 26 - 1) : ""
        return first + String(Character(Unicode.Scalar(UInt8(65 + field % 26))))
    }
}
