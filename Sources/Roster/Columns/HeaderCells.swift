import Tables
import VietnameseText

/// The names of a header's fields, of one row or of two.
struct HeaderCells {
    private let upper, lower: [String]

    /// Takes a header's cells.
    ///
    /// In a header of two rows a cell merged over several columns stands in the first of them; the columns below belong to
    /// it until the next cell of the upper row.
    init(_ row: Row, lower second: Row? = nil) {
        var upper = row.fields.map { CleanText($0).text }
        var lower = (second?.fields ?? []).map { CleanText($0).text }
        let count = max(upper.count, lower.count)
        upper += Array(repeating: "", count: count - upper.count)
        lower += Array(repeating: "", count: count - lower.count)
        if second != nil {
            for index in upper.indices.dropFirst() where upper[index].isEmpty && !lower[index].isEmpty {
                upper[index] = upper[index - 1]
            }
        }
        (self.upper, self.lower) = (upper, lower)
    }

    var count: Int { upper.count }

    /// The name that a person would read: both rows' where both have one.
    func name(_ index: Int) -> String {
        switch (upper[index].isEmpty, lower[index].isEmpty) {
        case (_, true): upper[index]
        case (true, false): lower[index]
        case (false, false): upper[index] + " " + lower[index]
        }
    }

    /// The column that a field's name means: the lower name's, else the two together, else the upper name's.
    func column<Column>(_ index: Int, _ names: ColumnNames<Column>) -> Column? {
        lower[index].isEmpty ? names[upper[index]] : names[lower[index]] ?? names[name(index)]
    }

    /// How many columns the header names, each counted once.
    func count<Column>(_ names: ColumnNames<Column>) -> Int { Set((0..<count).compactMap { column($0, names) }).count }
}
