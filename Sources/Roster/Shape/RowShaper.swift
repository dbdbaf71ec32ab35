import Messages
import RosterValues
import Tables
import VietnameseText

/// Turns the rows of a file into rows of its header's fields, one after the other.
struct RowShaper<Column: RosterColumn> {
    private let shape: RowShape
    private let relation, name, birth: Int?
    /// The hamlet of the last heading.
    private var hamlet = ""
    /// The code of the household that the last rows belong to, and how many households had each code.
    private var household = ""
    private var codes: [String: Int] = [:]

    init(_ header: Header<Column>) {
        shape = header.shape
        func field(_ column: Person.Column) -> Int? { (column as? Column).flatMap { header.field(of: $0) } }
        (relation, name, birth) = (field(.relation), field(.fullName), field(.dateOfBirth))
    }

    /// Takes a heading in, where hamlets come from headings; gives what it is.
    mutating func heading(_ row: Row) -> Finding? {
        guard shape.added.contains(.hamlet(nil)), let found = HeadingRow.hamlet(row) else { return nil }
        hamlet = found
        return Finding(
            .headingRow, column: nil, value: found,
            reason: "“\(found)”".said(en: "holds for the rows below", vi: "dùng cho các dòng bên dưới"))
    }

    mutating func shaped(_ row: Row) -> Row {
        if shape.isPlain { return row }
        var fields = Array(row.fields.prefix(shape.width))
        let isMale = joinParts(&fields)
        for added in shape.added {
            switch added {
            case .household: fields.append(code(fields))
            case .hamlet(let text): fields.append(text ?? hamlet)
            case .commune(let text): fields.append(text)
            case .sex: fields.append(isMale.map { ($0 ? Sex.male : .female).vietnamese } ?? "")
            }
        }
        return row.with(fields: fields + row.fields.dropFirst(shape.width))
    }

    /// Moves the parts of a value into its first field; gives the sex that the field of a birth tells.
    private func joinParts(_ fields: inout [String]) -> Bool? {
        func take(_ parts: [Int]) -> [String] {
            parts.map { part in
                guard part < fields.count else { return "" }
                defer { if part != parts[0] { fields[part] = "" } }
                return CleanText(fields[part]).text
            }
        }
        func put(_ text: String, _ parts: [Int]) {
            if let first = parts.first, first < fields.count { fields[first] = text }
        }
        if !shape.name.isEmpty { put(take(shape.name).filter { !$0.isEmpty }.joined(separator: " "), shape.name) }
        if !shape.birthParts.isEmpty {
            let parts = take(shape.birthParts)
            // Of the old often the year alone is known.
            let isDay = parts.allSatisfy { !$0.isEmpty }
            put(
                isDay ? parts.joined(separator: "/") : parts.filter { !$0.isEmpty }.joined(separator: "/"),
                shape.birthParts)
        }
        guard !shape.birthBySex.isEmpty else { return nil }
        let births = take(shape.birthBySex)
        let given = births.filter { !$0.isEmpty }
        // The value stands in the column's field, the first of the two.
        for field in shape.birthBySex where field < fields.count { fields[field] = "" }
        if let first = shape.birthBySex.min(), first < fields.count { fields[first] = given.joined(separator: " / ") }
        return given.count == 1 ? births[1].isEmpty : nil
    }

    /// The code of a row's household: the initials and the birth of its head, so that it stays where rows are added above.
    private mutating func code(_ fields: [String]) -> String {
        func text(_ field: Int?) -> String { field.map { $0 < fields.count ? CleanText(fields[$0]).text : "" } ?? "" }
        guard Relation(text(relation)) == .head else { return household }
        let initials = LatinFolding.folded(text(name)).split(separator: " ").compactMap(\.first).map { String($0) }
        let year = text(birth).split { !$0.isNumber }.first { $0.count == 4 }.map { "-\($0)" } ?? ""
        let code = initials.joined().uppercased() + year
        codes[code, default: 0] += 1
        let number = codes[code] ?? 1
        household = number == 1 ? code : "\(code)-\(number)"
        return household
    }
}
