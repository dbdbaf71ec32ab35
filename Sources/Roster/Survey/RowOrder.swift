import Messages
import RosterValues
import VietnameseText

/// Numbers the rows of all files in the order in which they are read, so that a row's position takes 31 bits.
struct RowOrder: Sendable {
    static let none: UInt32 = 0
    /// The largest number; what comes after it is all given this one.
    static let last = UInt32(Int32.max)

    /// What each table begun is called: its path, and its sheet where several are read.
    private var tables: [(path: String, sheet: String?)] = []
    /// The number before a file's row 1, for each file begun.
    private var bases: [UInt32] = []
    private var latest: UInt32 = 0

    /// Begins a table, whose rows come next.
    mutating func begin(path: String, sheet: String?) { tables.append((path, sheet)) }

    /// How a message names a table: by its sheet within one file, else by its file, with the folder where two have one name.
    private func name(of table: Int, from other: Int) -> String {
        let (path, sheet) = tables[table]
        if let sheet, path == tables[other].path { return Shown.quoted(sheet) }
        func short(_ path: String) -> Substring { path.split(separator: "/").last ?? Substring(path) }
        let isAlone = !tables.contains { $0.path != path && short($0.path) == short(path) }
        return (isAlone ? String(short(path)) : path) + (sheet.map { " " + Shown.quoted($0) } ?? "")
    }

    /// The number of a row, 1 and up; rows come in order.
    mutating func number(of position: RowPosition) -> UInt32 {
        while bases.count <= position.file { bases.append(latest) }
        let number = Int(bases[position.file]) + position.row
        latest = number < Int(Self.last) ? UInt32(number) : Self.last
        return latest
    }

    /// Where a row stands that has a number.
    func position(of number: UInt32) -> RowPosition {
        var low = 0
        var high = bases.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if bases[middle] < number { low = middle } else { high = middle }
        }
        return RowPosition(file: low, row: Int(number) - Int(bases[low]))
    }

    /// How a message names a row: `row 12`, or `row 12 of thon2.csv` where the message is about another file's row.
    func name(of number: UInt32, in file: Int) -> Message {
        let position = position(of: number)
        return position.file == file
            ? Message(en: "row \(position.row)", vi: "dòng \(position.row)")
            : name(of: position.file, from: file).asTable(position.row)
    }

    /// A finding in a file that is about another row too, which ends its reason.
    func finding(
        _ rule: Rule, column: String? = nil, value: String = "", _ reason: Message, _ other: UInt32, in file: Int,
        proposal: Finding.Proposal? = nil
    ) -> Finding {
        Finding(
            rule, column: column, value: value, reason: .joined([reason, name(of: other, in: file)], by: " "),
            proposal: proposal,
            other: position(of: other))
    }
}

extension String {
    /// A row of the table of the name.
    fileprivate func asTable(_ row: Int) -> Message {
        Message(en: "row \(row) of \(self)", vi: "dòng \(row) của \(self)")
    }
}
