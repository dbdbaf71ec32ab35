import VietnameseText

/// Every name that the columns of a record may have in a header.
struct ColumnNames<Column: RosterColumn> {
    private var columns: [String: Column] = [:]
    /// The spellings of short names, by the name without accents.
    private var short: [String: Set<String>] = [:]

    init() {
        for column in Column.allCases {
            for name in [column.name] + Column.synonyms[column, default: []] {
                let key = Self.key(name)
                columns[key] = column
                if key.utf8.count <= Self.longestShort { short[key, default: []].insert(Self.spelt(name)) }
            }
        }
    }

    /// The column of a name, whatever its accents, case, spaces, signs and remarks in parentheses.
    ///
    /// Accents count in a short name that has any, for they tell words apart: Họ is no Hộ.
    subscript(name: String) -> Column? {
        let key = Self.key(name)
        guard let column = columns[key] else { return nil }
        if let spellings = short[key], name.utf8.contains(where: { $0 >= 0x80 }) {
            let spelt = Self.spelt(name)
            guard spelt == key || spellings.contains(spelt) else { return nil }
        }
        return column
    }

    /// Letters of the longest name that is one syllable.
    private static var longestShort: Int { 6 }

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

    /// A name in small letters with their accents, without signs and spaces: `Năm sinh (nữ)` is `nămsinhnữ`.
    static func spelt(_ name: String) -> String {
        String(CleanText(name).text.lowercased().filter { $0.isLetter || $0.isNumber })
    }

    /// Whether a name is that of a column of running numbers, which nobody misses.
    static func isIndex(_ name: String) -> Bool { ["stt", "tt", "sott", "no", "sothutu", "thutu"].contains(key(name)) }
}
