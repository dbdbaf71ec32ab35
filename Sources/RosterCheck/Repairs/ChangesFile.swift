import VietnameseText

/// The columns of a file of changes, in which an officer decides what is done with a roster.
package enum ChangesFile {
    /// The columns by their names, in their order.
    package enum Column: String, CaseIterable { case file, row, newRow = "new_row", column, code, before, after, done }

    /// What a file says of one change.
    package enum Decision: String {
        case yes, no
        case leftOut = "left out"

        /// Reads what a person may have written; an empty cell is a no.
        package init?(_ text: String) {
            switch LatinFolding.folded(CleanText(text).text) {
            case "yes", "y", "x", "co", "1": self = .yes
            case "no", "n", "khong", "k", "0", "": self = .no
            case "left out": self = .leftOut
            default: return nil
            }
        }
    }

    /// The name of the file of changes beside a clean copy: `ROSTER.changes.csv` beside `ROSTER.csv`.
    package static func path(beside clean: String) -> String {
        (clean.lowercased().hasSuffix(".csv") ? String(clean.dropLast(4)) : clean) + ".changes.csv"
    }
}
