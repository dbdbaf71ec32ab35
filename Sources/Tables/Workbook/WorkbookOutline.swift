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
    /// Whether days are counted from 1904.
    private(set) var countsFrom1904 = false
    /// Whether the formulas' results are to be calculated when the workbook is opened.
    private(set) var isUncalculated = false

    private let path: String
    private let part: String
    private let most: Int
    private var depth = 0
    private var isWithinSheets = false

    init(path: String, part: String, most: Int) {
        self.path = path
        self.part = part
        self.most = most
    }

    override func start(_ name: MarkupName, _ attributes: MarkupAttributes) {
        depth += 1
        switch depth {
        case 1:
            if !name.is("workbook") {
                failure = .damaged(path: path, part: part, reason: "it does not list any sheets")
            }
        case 2:
            isWithinSheets = name.is("sheets")
            if name.is("workbookPr") { countsFrom1904 = attributes["date1904"]?.isTrue ?? false }
            if name.is("calcPr") { isUncalculated = attributes["fullCalcOnLoad"]?.isTrue ?? false }
        case 3 where isWithinSheets && name.is("sheet"):
            guard entries.count < most else {
                failure = .tooLarge(path: path, part: part, .sheets(most))
                return
            }
            let state = attributes["state"]
            entries.append(
                Entry(
                    name: attributes["name"]?.text ?? "",
                    visibility: state.flatMap { Workbook.Sheet.Visibility(rawValue: $0.text) } ?? .visible,
                    relationship: attributes["id"]?.text ?? ""))
        default: break
        }
    }

    override func end() { depth -= 1 }
}
