/// The remarks on a sheet, gathered as it is read.
struct RemarkBook {
    private struct Page {
        var count = 0
        var references: [String] = []
        var fontName: String?
        /// Rows that follow one another and are not among the references yet.
        var rows: ClosedRange<Int>?
    }

    private var pages: [SheetRemark.Kind: Page] = [:]

    private static let mostReferences = 20

    mutating func note(_ kind: SheetRemark.Kind, _ cell: CellReference, fontName: String? = nil) {
        add(kind, count: 1, fontName: fontName) { cell.description }
    }

    /// Notes a range or columns, `count` of them.
    mutating func note(_ kind: SheetRemark.Kind, _ reference: String, count: Int = 1) {
        add(kind, count: count) { reference }
    }

    /// Notes a row; rows that follow one another become one reference.
    mutating func note(_ kind: SheetRemark.Kind, row: Int) {
        var page = pages[kind, default: Page()]
        page.count += 1
        if let rows = page.rows, rows.upperBound == row - 1 {
            page.rows = rows.lowerBound...row
        } else {
            if let rows = page.rows, page.references.count < Self.mostReferences {
                page.references.append(Self.reference(rows))
            }
            page.rows = row...row
        }
        pages[kind] = page
    }

    private mutating func add(_ kind: SheetRemark.Kind, count: Int, fontName: String? = nil, _ reference: () -> String)
    {
        pages[kind, default: Page()].count += count
        guard let page = pages[kind], page.references.count < Self.mostReferences else { return }
        pages[kind]?.references.append(reference())
        if page.fontName == nil { pages[kind]?.fontName = fontName }
    }

    private static func reference(_ rows: ClosedRange<Int>) -> String { "\(rows.lowerBound):\(rows.upperBound)" }

    /// The remarks so far, in the order of their kinds.
    var remarks: [SheetRemark] {
        SheetRemark.Kind.allCases.compactMap { kind in
            guard let page = pages[kind] else { return nil }
            let rows = page.rows.map { [Self.reference($0)] } ?? []
            return SheetRemark(
                kind: kind, count: page.count,
                references: Array((page.references + rows).prefix(Self.mostReferences)), fontName: page.fontName)
        }
    }
}
