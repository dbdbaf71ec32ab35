package import Calendar
import Files
import Messages
package import Roster
import Tables
import VietnameseText

/// A roster that grows row by row, each on the disk before the next is taken; no other process may write to it meanwhile.
package final class ScannedRoster {
    /// The columns, in the order of the cells of every row.
    package static let columns = Person.Column.allCases.filter { $0 != .notes }.map(\.name) + ["address"]

    /// The beginning of a row that a crash had left, and that was taken away.
    package private(set) var removed: String?
    /// Rows of people in the file.
    package private(set) var count = 0

    private let path: String
    private let file: GrowingFile
    private let parser: RecordParser<Person>
    private let writer = CSVWriter()
    private var lastRow: Int
    private var rows: [String: Int] = [:]

    /// Opens a roster, or makes it with its header.
    ///
    /// - Throws: `TableError`, `RosterError`; `FileError` `unwritable`, `busy`, or `notContinued` for a file that scans
    ///   cannot be added to.
    package init(path: String, today: CalendarDate) throws {
        self.path = path
        file = try GrowingFile(path: path)
        removed = try Self.mend(file, path, today: today)
        var reader = try Self.reader(path, today: today)
        parser = reader.parser
        lastRow = reader.files[0].headerRow
        while let entry = try reader.next() {
            lastRow = entry.row.number
            if case .nobody = entry { continue }
            count += 1
            if let number = Self.number(entry.row) { rows[number] = rows[number] ?? lastRow }
        }
    }

    /// The row of a person's number; none where the person is not in the roster.
    package func row(of number: String) -> Int? { rows[Self.key(number)] }

    /// What a row would be refused for, or the person and what an officer should look at.
    package func entry(of cells: [String]) -> RosterReader<Person>.Entry {
        parser.entry(of: Row(number: lastRow + 1, fields: cells))
    }

    /// Adds a row and waits until it is on the disk.
    package func add(_ cells: [String]) throws {
        var line = writer.bytes(of: Array(cells.dropLast())).dropLast(2) + [UInt8(ascii: ",")]
        // The last cell is always quoted, so that a row that was cut short is known by it.
        let last = writer.bytes(of: cells.suffix(1)).dropLast(2)
        let quote = UInt8(ascii: "\"")
        line += last.first == quote ? last : [quote] + last + [quote]
        try file.append(line + [0x0D, 0x0A])
        lastRow += 1
        count += 1
        if let number = Self.number(Row(number: lastRow, fields: cells)) { rows[number] = lastRow }
    }

    /// Opens the file for reading; throws `FileError.notContinued` for one that is no roster of scans.
    private static func reader(_ path: String, today: CalendarDate) throws -> RosterReader<Person> {
        let reader = try RosterReader<Person>(path: path, today: today)
        let facts = reader.files[0]
        guard case .csv(.comma, .utf8) = facts.table.form, facts.header.names == columns else {
            throw FileError.notContinued(
                path: path,
                reason: Message(
                    en: "it is not a CSV file in UTF-8 with commas and the columns "
                        + "\(columns.joined(separator: ",")): save it as one",
                    vi: "tệp không phải là CSV mã UTF-8, ngăn cách bằng dấu phẩy, có các cột "
                        + "\(columns.joined(separator: ",")): hãy lưu lại như vậy"))
        }
        return reader
    }

    /// Brings the file's beginning and end into order; gives the half of a row that was taken away, if there was one.
    private static func mend(_ file: GrowingFile, _ path: String, today: CalendarDate) throws -> String? {
        let head = CSVWriter.byteOrderMark + CSVWriter().bytes(of: columns)
        var tail = try file.tail(1 << 20)
        // A system that went down may have left zeros where bytes were still to come.
        let zeros = tail.reversed().prefix { $0 == 0 }.count
        tail.removeLast(zeros)
        if file.size - zeros < head.count {
            guard head.starts(with: tail) else { return nil }
            try file.cut(to: 0)
            try file.append(head)
            return nil
        }
        // Another file is left as it is: a workbook ends with zeros, and a row between semicolons looks cut short.
        _ = try reader(path, today: today)
        if zeros > 0 { try file.cut(to: file.size - zeros) }
        let end = tail.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        switch LastRow.of(tail[end...], fields: columns.count) {
        case .whole: try file.append([0x0D, 0x0A])
        case .none: break
        case .half(let text):
            guard end > 0 else { return nil }
            try file.cut(to: file.size - tail.count + end)
            return text
        case .unclear:
            throw FileError.notContinued(
                path: path,
                reason: Message(
                    en: "its last line is no whole row: open it, mend or delete that line, and save it",
                    vi: "dòng cuối của tệp không trọn vẹn: hãy mở ra, sửa hoặc xóa dòng đó rồi lưu lại"))
        }
        return nil
    }

    /// What a row's number is found again by.
    private static func number(_ row: Row) -> String? {
        let field = Person.Column.nationalID.rawValue
        guard field < row.fields.count else { return nil }
        let key = key(row.fields[field])
        return key.isEmpty ? nil : key
    }

    /// A number's digits without zeros in front, which Excel takes away when the file is saved in between.
    private static func key(_ number: String) -> String {
        String(number.filter { $0.isASCII && $0.isNumber }.drop { $0 == "0" })
    }
}
