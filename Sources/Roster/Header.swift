public import Tables
import VietnameseText

/// Where each column of a record stands in a file.
public struct Header<Column: RosterColumn>: Equatable, Sendable {
    /// The file's field of each column, from 0, in the order of the columns.
    private let fields: [Int?]
    /// The column of each field of the file.
    private let columns: [Column?]

    /// Finds the columns in a header row.
    ///
    /// Names match whatever their accents, case, spaces, signs and remarks in parentheses; names that are not known are
    /// passed over.
    ///
    /// - Parameters:
    ///   - row: the header's cells.
    ///   - path: the file, for messages.
    /// - Throws: ``RosterError`` `noHeader`, `missingColumns` or `doubledColumn`.
    public init(_ row: Row, path: String) throws(RosterError) {
        let all = Array(Column.allCases)
        var known: [String: Column] = [:]
        for column in all {
            for name in [column.name] + column.synonyms { known[Self.key(name)] = column }
        }

        var fields = [Int?](repeating: nil, count: all.count)
        var columns = [Column?](repeating: nil, count: row.fields.count)
        for (index, cell) in row.fields.enumerated() {
            guard let column = known[Self.key(cell)] else { continue }
            if let first = fields[column.rawValue] {
                throw .doubledColumn(
                    path: path, row: row.number, column: column.name, first: row.fields[first], second: cell)
            }
            fields[column.rawValue] = index
            columns[index] = column
        }

        let found = row.fields.filter { !$0.isEmpty }
        guard columns.contains(where: { $0 != nil }) else {
            throw .noHeader(path: path, row: row.number, found: found)
        }
        let missing = all.filter { $0.isRequired && fields[$0.rawValue] == nil }.map(\.name)
        guard missing.isEmpty else {
            throw .missingColumns(path: path, row: row.number, missing: missing, found: found)
        }
        self.fields = fields
        self.columns = columns
    }

    /// The field of a column, from 0; none where the file lacks the column.
    public func field(of column: Column) -> Int? {
        fields[column.rawValue]
    }

    /// The column of a field; none for fields that no record uses.
    public func column(of field: Int) -> Column? {
        columns.indices.contains(field) ? columns[field] : nil
    }

    /// A header name without accents, case, signs, spaces and remarks in parentheses: `Ngày sinh (*)` is `ngaysinh`.
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
