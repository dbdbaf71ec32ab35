/// A cell's position on a sheet.
struct CellReference: Equatable {
    /// The column, from 1 for A to 16,384 for XFD.
    var column: Int
    /// The row, from 1 to 1,048,576.
    var row: Int

    static let lastColumn = 16_384
    static let lastRow = 1_048_576

}

extension CellReference {
    /// The cell of a reference such as `B7` or `$B$7`; nil where it is none or beyond the last column or row.
    @inline(__always)
    init?(_ text: some Sequence<UInt8>) {
        var column = 0, row = 0
        for byte in text {
            switch byte {
            case 0x30...0x39 where column > 0:
                row = row * 10 + Int(byte - 0x30)
                guard row > 0, row <= Self.lastRow else { return nil }
            case 0x41...0x5A where row == 0:
                column = column * 26 + Int(byte - 0x40)
                guard column <= Self.lastColumn else { return nil }
            case 0x61...0x7A where row == 0:
                column = column * 26 + Int(byte - 0x60)
                guard column <= Self.lastColumn else { return nil }
            case 0x24: break
            default: return nil
            }
        }
        guard row > 0 else { return nil }
        (self.column, self.row) = (column, row)
    }

    /// The letters of a column: `A` for 1.
    static func letters(_ column: Int) -> String {
        var letters: [UInt8] = []
        var rest = column
        while rest > 0 {
            rest -= 1
            letters.append(UInt8(0x41 + rest % 26))
            rest /= 26
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }
}

extension CellReference: CustomStringConvertible {
    var description: String { Self.letters(column) + String(row) }
}

/// A rectangle of cells.
struct CellRange: Equatable {
    let first, last: CellReference

    /// The range of a text such as `A1:C3` or `B7`; nil where it is none.
    init?(_ text: String) {
        let corners = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard corners.count <= 2, let one = corners.first.flatMap({ CellReference($0) }),
            let other = corners.last.flatMap({ CellReference($0) })
        else { return nil }
        first = CellReference(column: min(one.column, other.column), row: min(one.row, other.row))
        last = CellReference(column: max(one.column, other.column), row: max(one.row, other.row))
    }
}

extension CellRange: CustomStringConvertible {
    /// Such as `A1:C3`, or `B7` for a single cell.
    var description: String { first == last ? "\(first)" : "\(first):\(last)" }
}
