/// What is known of a sheet before its rows are read.
final class SheetFacts {
    let path: String
    /// The name of the sheet's part.
    let part: String
    /// The sheet's name.
    let name: String
    let strings: SharedStrings
    let styles: CellStyles
    let countsFrom1904: Bool
    let isUncalculated: Bool

    init(
        path: String, part: String, name: String, strings: SharedStrings, styles: CellStyles, countsFrom1904: Bool,
        isUncalculated: Bool
    ) {
        self.path = path
        self.part = part
        self.name = name
        self.strings = strings
        self.styles = styles
        self.countsFrom1904 = countsFrom1904
        self.isUncalculated = isUncalculated
    }

    func badCell(_ cell: String, _ fault: WorkbookError.CellFault) -> WorkbookError {
        .badCell(path: path, sheet: name, cell: cell, fault)
    }

    func damaged(_ reason: String) -> WorkbookError { .damaged(path: path, part: part, reason: reason) }
}
