import RosterValues
import Tables
import VietnameseText

/// The names of a header's fields, of one row or of several.
package struct HeaderCells {
    /// Of each field its names from the upper row to the lower ones.
    private let names: [[String]]

    /// Takes a header's rows from the top.
    ///
    /// A cell merged over several columns stands in the first of them, and belongs to all; where a file does not say what is
    /// merged, to the columns behind it in which only a lower row has a name.
    init(_ rows: [Row]) {
        let count = rows.map(\.fields.count).max() ?? 0
        var names = Array(repeating: [String](), count: count)
        for (index, row) in rows.enumerated() {
            var texts = row.fields.map { CleanText($0).text } + Array(repeating: "", count: count - row.fields.count)
            for span in row.spans where span.upperBound < count && index < rows.count - 1 {
                for field in span.dropFirst() where texts[field].isEmpty { texts[field] = texts[span.lowerBound] }
            }
            if index < rows.count - 1 {
                let below = rows[index + 1].fields
                for field in texts.indices.dropFirst() where texts[field].isEmpty && field < below.count {
                    if !below[field].isBlankCell { texts[field] = texts[field - 1] }
                }
            }
            // A cell merged downwards has its text in each row.
            for field in texts.indices where !texts[field].isEmpty && names[field].last != texts[field] {
                names[field].append(texts[field])
            }
        }
        self.names = names
    }

    var count: Int { names.count }

    /// The name that a person would read: all rows' together.
    func name(_ index: Int) -> String { names[index].joined(separator: " ") }

    /// A field's names from the upper row to the lower ones.
    func names(_ index: Int) -> [String] { names[index] }

    /// The column that a field's name means: the lowest name's, else all together.
    func column<Column>(_ index: Int, _ known: ColumnNames<Column>) -> Column? {
        guard let lowest = names[index].last else { return nil }
        return known[lowest] ?? (names[index].count > 1 ? known[name(index)] : nil)
    }

    /// How many columns the header names, each counted once.
    func count<Column>(_ known: ColumnNames<Column>) -> Int {
        Set(names.indices.compactMap { column($0, known) }).count
    }
}
