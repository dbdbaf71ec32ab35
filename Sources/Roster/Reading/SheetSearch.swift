import Messages
import RosterValues
import Tables
import VietnameseText

/// Finds the sheets of a workbook that have a header of the records; a file of text has one table only.
struct SheetSearch<Column: RosterColumn> {
    /// A table that is open below the rows that were read of it.
    struct Opened: ~Copyable {
        let table: TableReader
        /// The rows that were read while looking for the header.
        let first: [Row]
        let header: HeaderSearch<Column>
    }

    /// The sheets that are read, in order; one without a name for a file of text.
    let sheets: [String?]
    /// Why these sheets are read; nil where there was no choice.
    let evidence: Message?
    /// Sheets that look alike and are not read, since they have columns that the first one lacks.
    let unread: [String]

    private let file: TableFile
    private let options: ReadingOptions
    /// Whether the sheets' names are those of hamlets.
    private let isByHamlet: Bool

    /// Looks for the sheets whose header has every column that is needed.
    ///
    /// - Throws: `TableError`, `WorkbookError`, or the ``RosterError`` of the sheet whose header comes closest.
    init(path: String, options: ReadingOptions) throws {
        file = try TableFile(path: path, options: options)
        self.options = options
        guard file.sheets.count > 1 else {
            (sheets, evidence, unread, isByHamlet) = ([file.sheets.first], nil, [], false)
            return
        }
        var found = try Self.fitting(in: file, options, isByHamlet: false)
        // Sheets of hamlets need not say the hamlet again.
        var isByHamlet = false
        if found.fitting.isEmpty {
            let byHamlet = try Self.fitting(in: file, options, isByHamlet: true)
            if byHamlet.fitting.count > 1 { (found, isByHamlet) = (byHamlet, true) }
        }
        self.isByHamlet = isByHamlet
        guard let first = found.fitting.first else { throw found.closest ?? .noHeader(path: path, row: 1, found: []) }
        let alike = found.fitting.filter { $0.columns.isSubset(of: first.columns) }
        sheets = alike.map(\.name)
        unread = found.fitting.filter { !$0.columns.isSubset(of: first.columns) }.map(\.name)
        evidence = Self.evidence(alike.map(\.name), unread, of: file.sheets.count)
    }

    /// Opens one of the sheets; throws as ``init(path:options:)`` does.
    func opened(_ sheet: String?) throws -> Opened {
        var table = try file.rows(of: sheet)
        let rows = try Self.firstRows(&table)
        let header = try HeaderSearch<Column>(
            rows, path: file.path, options: Self.options(options, sheet, isByHamlet), sheet: sheet)
        return Opened(table: table, first: rows, header: header)
    }

    private static func options(_ options: ReadingOptions, _ sheet: String?, _ isByHamlet: Bool) -> ReadingOptions {
        var options = options
        if isByHamlet, options.hamlet == nil { options.hamlet = sheet.map { CleanText($0).text } }
        return options
    }

    /// The sheets that have a header of the records, with the columns of each; else the fault of the closest one.
    private static func fitting(
        in file: TableFile, _ options: ReadingOptions, isByHamlet: Bool
    ) throws -> (fitting: [(name: String, columns: Set<Column>)], closest: RosterError?) {
        var fitting: [(name: String, columns: Set<Column>)] = []
        var closest: RosterError?
        for sheet in file.sheets {
            var table = try file.rows(of: sheet)
            let rows = try firstRows(&table)
            do {
                let found = try HeaderSearch<Column>(
                    rows, path: file.path, options: Self.options(options, sheet, isByHamlet), sheet: sheet)
                // A sheet with nothing below its header adds nothing.
                guard fitting.isEmpty || found.rows.upperBound < rows.count else { continue }
                fitting.append((sheet, Set(Column.allCases.filter { found.header.field(of: $0) != nil })))
            } catch { if error.fit(Column.self) > closest?.fit(Column.self) ?? -1 { closest = error } }
        }
        return (fitting, closest)
    }

    private static func firstRows(_ table: inout TableReader) throws -> [Row] {
        var rows: [Row] = []
        while rows.count <= HeaderSearch<Column>.depth, let row = try table.next() { rows.append(row) }
        return rows
    }

    private static func evidence(_ read: [String], _ unread: [String], of count: Int) -> Message {
        let (names, others) = (read.map(Shown.quoted), unread.map(Shown.quoted).joined(separator: ", "))
        let list = names.joined(separator: ", ")
        let chosen =
            read.count == 1
            ? Message(
                en: "\(list) is the one of \(count) sheets with such columns",
                vi: "\(list) là trang tính có các cột như vậy trong \(count) trang tính")
            : Message(
                en: "\(read.count) of \(count) sheets have such columns and are read in order: \(list)",
                vi: "\(read.count) trong \(count) trang tính có các cột như vậy, được đọc lần lượt: \(list)")
        guard !others.isEmpty else { return chosen }
        let left = Message(
            en: "NOT read, for they have other columns: \(others) (name one with --sheet)",
            vi: "KHÔNG đọc, vì có cột khác: \(others) (chỉ ra bằng --sheet)")
        return .joined([chosen, left], by: "; ")
    }
}

extension RosterError {
    /// How much of a header that does not fit is there, 0 to 1.
    package func fit<Column: RosterColumn>(_: Column.Type) -> Double {
        switch self {
        case .noHeader: return 0
        case .doubledColumn: return 1
        case .missingColumns(_, _, let missing, _):
            return 1 - Double(missing.count) / Double(max(1, Column.required.count))
        }
    }
}
