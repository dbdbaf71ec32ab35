import Messages

/// What the main part of a workbook says: its sheets and its calendar.
final class WorkbookOutline: MarkupHandler {
    /// A sheet as it is listed.
    struct Entry {
        let name: String
        let visibility: Workbook.Sheet.Visibility
        /// The relationship that leads to the sheet's part.
        let relationship: String
    }

    private(set) var entries: [Entry] = []
    private(set) var countsFrom1904 = false
    /// Whether the formulas' results are to be calculated when the workbook is opened.
    private(set) var isUncalculated = false

    private var isWithinSheets = false

    override func start(_ name: MarkupName, _ attributes: MarkupAttributes) {
        switch depth {
        case 1:
            if !name.is("workbook") {
                failure = .damaged(
                    path: input.path, part: input.name,
                    reason: Message(en: "it does not list any sheets", vi: "không liệt kê trang tính nào"))
            }
        case 2:
            isWithinSheets = name.is("sheets")
            if name.is("workbookPr") { countsFrom1904 = attributes["date1904"]?.isTrue ?? false }
            if name.is("calcPr") { isUncalculated = attributes["fullCalcOnLoad"]?.isTrue ?? false }
        case 3 where isWithinSheets && name.is("sheet"):
            guard entries.count < limits.sheets else { return refuse(.sheets(limits.sheets)) }
            let state = attributes["state"]
            entries.append(
                Entry(
                    name: attributes["name"]?.text ?? "",
                    visibility: state.flatMap { Workbook.Sheet.Visibility(rawValue: $0.text) } ?? .visible,
                    relationship: attributes["id"]?.text ?? ""))
        default: break
        }
    }
}
