import Messages

/// An XLSX workbook open for reading (ECMA-376, ISO/IEC 29500, transitional and strict).
///
/// Its sheets are read one at a time or side by side; each reader keeps the file open.
package final class Workbook {
    package struct Sheet: Equatable, Sendable {
        package enum Visibility: String, Equatable, Sendable {
            case visible, hidden
            /// Until a macro shows it.
            case veryHidden
        }

        package let name: String
        package let visibility: Visibility
        let part: String
    }

    package let path: String
    /// The worksheets in the workbook's order, hidden ones too; chart and dialog sheets are left out.
    package let sheets: [Sheet]

    private let limits: WorkbookLimits
    private let archive: ZipArchive
    private let outline: WorkbookOutline
    private let styles: CellStyles
    private let stringsPart: String?
    private var strings: SharedStrings?

    /// Opens a workbook and reads the list of its sheets.
    package init(path: String, limits: WorkbookLimits = WorkbookLimits()) throws(WorkbookError) {
        let beginning = try FileBeginning.read(path: path, count: WorkbookKind.enough)
        if let kind = WorkbookKind.of(beginning: beginning) { throw .otherKind(path: path, found: kind) }
        guard beginning.first == 0x50 else { throw .otherKind(path: path, found: try CompoundFile.kind(path: path)) }

        let package = try WorkbookPackage(path: path, limits: limits)
        guard package.kind == .xlsx else { throw .otherKind(path: path, found: package.kind) }
        let archive = package.archive
        guard let main = try archive.open(package.mainPart, limit: limits.partSize) else {
            throw .damaged(
                path: path, part: package.mainPart, reason: Message(en: "the part is missing", vi: "thiếu phần này"))
        }
        let outline = WorkbookOutline(main, limits)
        try outline.parse()

        let related = try Relationships(of: package.mainPart, in: archive, limits: limits)
        sheets = try Self.sheets(outline, related, path: path)
        guard !sheets.isEmpty else { throw .noSheet(path: path) }
        let stylesPart = related.part(ofKind: "styles")
        if let stylesPart, let input = try archive.open(stylesPart, limit: limits.partSize) {
            styles = try CellStyles.read(input, limits: limits)
        } else {
            styles = CellStyles()
        }
        stringsPart = related.part(ofKind: "sharedStrings")
        (self.path, self.limits, self.archive, self.outline) = (path, limits, archive, outline)
    }

    /// Opens a sheet; the first time, the texts that cells share are read.
    package func rows(of sheet: Sheet) throws(WorkbookError) -> SheetReader {
        let strings = try sharedStrings()
        guard let input = try archive.open(sheet.part, limit: limits.sheetSize) else {
            throw .damaged(
                path: path, part: sheet.part, reason: Message(en: "the part is missing", vi: "thiếu phần này"))
        }
        let facts = SheetFacts(
            name: sheet.name, strings: strings, styles: styles, countsFrom1904: outline.countsFrom1904,
            isUncalculated: outline.isUncalculated)
        return SheetReader(facts, input, merged: try MergeScan.ranges(of: sheet.part, in: archive, limits), limits)
    }

    private func sharedStrings() throws(WorkbookError) -> SharedStrings {
        if let strings { return strings }
        var read = SharedStrings()
        if let stringsPart, let input = try archive.open(stringsPart, limit: limits.sharedStringsSize) {
            read = try SharedStringsHandler.read(input, limits: limits)
        }
        strings = read
        return read
    }

    private static func sheets(
        _ outline: WorkbookOutline, _ related: Relationships, path: String
    ) throws(WorkbookError) -> [Sheet] {
        var sheets: [Sheet] = []
        for entry in outline.entries {
            // Excel passes over old macro sheets that lead nowhere.
            if entry.relationship.isEmpty { continue }
            guard let target = related.targets.first(where: { $0.id == entry.relationship }) else {
                throw .damaged(
                    path: path, part: nil,
                    reason: Message(
                        en: "the sheet \"\(entry.name)\" is listed and missing",
                        vi: "trang tính “\(entry.name)” có trong danh mục mà bị thiếu"))
            }
            guard target.kind == "worksheet" else { continue }
            sheets.append(Sheet(name: entry.name, visibility: entry.visibility, part: target.part))
        }
        return sheets
    }
}
