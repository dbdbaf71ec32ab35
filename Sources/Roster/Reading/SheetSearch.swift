import Messages
import Tables
import VietnameseText

/// Finds the sheet of a workbook that has a header of the records; a file of text has one table only.
struct SheetSearch<Column: RosterColumn>: ~Copyable {
    /// The table, below the rows that were read of it.
    let table: TableReader
    /// The rows that were read while looking for the header.
    let first: [Row]
    let header: HeaderSearch<Column>
    /// Why this sheet was taken, and which others look alike: English sentences; empty where there was no choice.
    let evidence: Message?
    let unread: [String]

    /// Takes the first sheet whose header has every column that is needed.
    ///
    /// - Throws: `TableError`, `WorkbookError`, or the ``RosterError`` of the sheet whose header comes closest.
    init(path: String, options: ReadingOptions) throws {
        let file = try TableFile(path: path, options: options)
        let fitting = file.sheets.count > 1 ? try Self.fitting(in: file) : file.sheets
        var table = try file.rows(of: fitting.first)
        let rows = try Self.firstRows(&table)
        header = try HeaderSearch(rows, path: path)
        first = rows
        self.table = table
        unread = Array(fitting.dropFirst())
        evidence = file.sheets.count > 1 ? Self.evidence(fitting, of: file.sheets.count) : nil
    }

    /// The sheets that have a header of the records, one at least.
    private static func fitting(in file: TableFile) throws -> [String] {
        var fitting: [String] = []
        var closest: RosterError?
        for sheet in file.sheets {
            var table = try file.rows(of: sheet)
            let rows = try firstRows(&table)
            do { _ = try HeaderSearch<Column>(rows, path: file.path) } catch {
                if error.fit(Column.self) > closest?.fit(Column.self) ?? -1 { closest = error }
                continue
            }
            fitting.append(sheet)
        }
        if fitting.isEmpty { throw closest ?? .noHeader(path: file.path, row: 1, found: []) }
        return fitting
    }

    private static func firstRows(_ table: inout TableReader) throws -> [Row] {
        var rows: [Row] = []
        while rows.count <= HeaderSearch<Column>.depth, let row = try table.next() { rows.append(row) }
        return rows
    }

    private static func evidence(_ fitting: [String], of count: Int) -> Message {
        let names = fitting.map { "“\(Shown.text($0))”" }
        let others = names.dropFirst().joined(separator: ", ")
        return Message(
            en: "\(names[0]) is the first of \(count) sheets with such columns"
                + (others.isEmpty ? "" : "; NOT read, though they have them too: \(others) (name one with --sheet)"),
            vi: "\(names[0]) là trang tính đầu tiên trong \(count) trang tính có các cột như vậy"
                + (others.isEmpty ? "" : "; KHÔNG đọc, dù cũng có các cột đó: \(others) (chỉ ra bằng --sheet)"))
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
