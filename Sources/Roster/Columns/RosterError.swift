package import Messages
import VietnameseText

/// Why no records can be read from a file whose rows can be read.
///
/// Every description names the file, the row as Excel numbers it, and what to do next.
package enum RosterError: Failure, Equatable, Sendable {
    /// None of the first rows holds known column names; `row` is the first of them, `found` its cells.
    case noHeader(path: String, row: Int, found: [String])
    /// The header lacks columns that every record needs.
    case missingColumns(path: String, row: Int, missing: [String], found: [String])
    /// Two columns of the header mean the same.
    case doubledColumn(path: String, row: Int, column: String, first: String, second: String)
}

extension RosterError {
    package var category: FailureCategory { .badInput }

    /// One or two English sentences for the person who chose the file.
    package var description: String {
        switch self {
        case .noHeader(let path, let row, let found):
            "\(path), row \(row): no known column name, found \(Self.list(found)). "
                + "Delete the rows above the header, or name the columns."
        case .missingColumns(let path, let row, let missing, let found):
            "\(path), row \(row): the header lacks \(Self.list(missing)), found \(Self.list(found)). "
                + "Add the column, or rename the one that holds it."
        case .doubledColumn(let path, let row, let column, let first, let second):
            "\(path), row \(row): \(Self.list([first])) and \(Self.list([second])) are both read as \(column). "
                + "Delete or rename one of them."
        }
    }

    /// The names between quotation marks, at most 20 of them, 40 characters each.
    private static func list(_ names: [String]) -> String {
        guard !names.isEmpty else { return "nothing" }
        let shown = names.prefix(20).map { "“\(Shown.text($0))”" }.joined(separator: ", ")
        return names.count > 20 ? shown + " and \(names.count - 20) more" : shown
    }
}
