import VietnameseText

/// Every name that the columns of a record may have in a header.
struct ColumnNames<Column: RosterColumn> {
    private var columns: [String: Column] = [:]

    init() {
        for column in Column.allCases {
            for name in [column.name] + Column.synonyms[column, default: []] { columns[Self.key(name)] = column }
        }
    }

    /// The column of a name, whatever its accents, case, spaces, signs and remarks in parentheses.
    subscript(name: String) -> Column? { columns[Self.key(name)] }

    /// A name without accents, case, signs, spaces and remarks in parentheses: `Ngày sinh (*)` is `ngaysinh`.
    static func key(_ name: String) -> String {
        var key: [UInt8] = []
        var depth = 0
        for byte in LatinFolding.folded(name).utf8 {
            switch byte {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth = max(0, depth - 1)
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                if depth == 0 { key.append(byte) }
            default: break
            }
        }
        return String(decoding: key, as: UTF8.self)
    }
}
