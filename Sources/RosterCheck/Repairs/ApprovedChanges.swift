import Foundation
import Messages
import Roster
package import RosterValues
import Tables
import VietnameseText

/// What an officer has decided in a file of changes, to be carried out when the roster is read again.
package final class ApprovedChanges {
    /// A decision about one proposal.
    package struct Entry {
        /// The row of the file of changes.
        package var line: Int
        package var decision: ChangesFile.Decision
        /// What the cell is to hold, in the officer's own words where they were changed.
        package var after: String
    }

    private struct Key: Hashable {
        var row: Int
        var column, code, before: String
    }

    private let path, roster: String
    private var entries: [Key: [Entry]] = [:]

    /// Reads a file of changes to a roster as `--clean` wrote it and a person changed it.
    ///
    /// - Throws: `TableError`, or `RosterCheckError.faultyChanges` for a file of another form.
    package init(path: String, roster: String) throws {
        self.path = path
        self.roster = (roster as NSString).lastPathComponent
        let file = try TableFile(path: path)
        var reader = try file.rows(of: file.sheets.first)
        guard let header = try reader.next() else { throw TableError.empty(path: path) }
        let names = header.fields.map { CleanText($0).text.lowercased() }
        var fields: [ChangesFile.Column: Int] = [:]
        for column in ChangesFile.Column.allCases {
            fields[column] = names.firstIndex(of: column.rawValue)
            guard fields[column] == nil else { continue }
            throw RosterCheckError.faultyChanges(
                path: path, row: header.number,
                reason: Message(
                    en: "the column “\(column.rawValue)” is missing", vi: "thiếu cột “\(column.rawValue)”"))
        }
        while let row = try reader.next() { try add(row, fields) }
    }

    private func add(_ row: Row, _ fields: [ChangesFile.Column: Int]) throws(RosterCheckError) {
        func cell(_ column: ChangesFile.Column) -> String {
            fields[column].flatMap { $0 < row.fields.count ? row.fields[$0] : nil } ?? ""
        }
        func fault(_ text: String, en: String, vi: String) -> RosterCheckError {
            let shown = Shown.quoted(text)
            return .faultyChanges(
                path: path, row: row.number, reason: Message(en: "\(shown) \(en)", vi: "\(shown) \(vi)"))
        }
        guard [cell(.file), FormulaGuard.unguarded(cell(.file))].contains(roster) else {
            throw fault(cell(.file), en: "is not \(roster)", vi: "không phải là \(roster)")
        }
        guard let number = Int(CleanText(cell(.row)).text) else {
            throw fault(cell(.row), en: "is not the number of a row", vi: "không phải số thứ tự dòng")
        }
        guard Rule(rawValue: cell(.code)) != nil else {
            throw fault(cell(.code), en: "is not the code of a rule", vi: "không phải mã của quy tắc nào")
        }
        guard let decision = ChangesFile.Decision(cell(.done)) else {
            throw fault(cell(.done), en: "is neither yes nor no", vi: "không phải yes (có) hay no (không)")
        }
        let key = key(number, cell(.column), cell(.code), GuardedCell.text(cell(.before)))
        let entry = Entry(line: row.number, decision: decision, after: GuardedCell.text(cell(.after)))
        entries[key, default: []].append(entry)
    }

    /// What is decided about a finding; nil where the file does not speak of it.
    package func take(row: Int, column: String, code: Rule, before: String) -> Entry? {
        let key = key(row, column, code.rawValue, before)
        guard let own = entries[key], let first = own.first else { return nil }
        entries[key] = own.count == 1 ? nil : Array(own.dropFirst())
        return first
    }

    /// Takes the entry of a row that is left out; throws where it says yes, which cannot be done.
    package func takeLeftOut(row: Int, code: Rule, text: String) throws(RosterCheckError) {
        guard let entry = take(row: row, column: "", code: code, before: text), entry.decision == .yes else { return }
        throw .faultyChanges(
            path: path, row: entry.line,
            reason: Message(
                en: "row \(row) is left out whatever is said here: mend it in \(roster), or write “left out”",
                vi: "dòng \(row) bị bỏ ra dù ở đây ghi gì: hãy sửa trong \(roster), hoặc ghi “left out”"))
    }

    /// Throws where decisions are left that no row was about.
    package func confirmAllTaken() throws(RosterCheckError) {
        let left = entries.flatMap { key, entries in entries.map { (line: $0.line, key: key) } }
        guard let first = left.min(by: { $0.line < $1.line }) else { return }
        let count = left.count == 1 ? "1 entry does" : "\(left.count) entries do"
        let (key, before) = (first.key, first.key.before.isEmpty ? nil : Shown.quoted(first.key.before))
        throw .faultyChanges(
            path: path, row: first.line,
            reason: Message(
                en: "\(count) not fit \(roster) any more, this is the first: row \(key.row) has no \(key.code)"
                    + (key.column.isEmpty ? "" : " in \(key.column)") + (before.map { " with \($0)" } ?? ""),
                vi: "\(left.count) mục không còn khớp với \(roster), mục đầu tiên: dòng \(key.row) không có \(key.code)"
                    + (key.column.isEmpty ? "" : " ở cột \(key.column)") + (before.map { " với \($0)" } ?? "")))
    }

    /// Excel gives line breaks in a cell back as LF alone.
    private func key(_ row: Int, _ column: String, _ code: String, _ before: String) -> Key {
        Key(row: row, column: FormulaGuard.unguarded(column), code: code, before: before.replacing("\r\n", with: "\n"))
    }
}
