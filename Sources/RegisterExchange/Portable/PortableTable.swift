import Files
import Foundation
import GRDB
import Payload
import Register

struct PortableTable: Sendable {
    /// What the first line calls the file.
    static let format = "mocban register"
    static let version: Int64 = 1

    let name: String
    let columns: [StrictTables.Column]
    /// The columns that rows are sorted by.
    let order: [String]

    /// All tables, in the order of the text: what an entry of the log is about comes before it.
    static let all = [
        "place", "run", "file", "holder", "card", "other_key", "print", "event", "log_end", "cut_off",
        "revocation_list", "state",
    ].compactMap(StrictTables.table).map { table in
        let columns = table.columns
        let order = table.name == "print" ? 3 : 1
        return PortableTable(name: table.name, columns: columns, order: columns.prefix(order).map(\.name))
    }

    var columnList: String { columns.map(\.name).joined(separator: ", ") }
}

/// By what a row is sorted in its table.
struct RowOrder: Comparable {
    let values: [DatabaseValue]

    static func < (one: RowOrder, other: RowOrder) -> Bool {
        one.values.lexicographicallyPrecedes(other.values) { left, right in
            switch (left.storage, right.storage) {
            case (.int64(let left), .int64(let right)): left < right
            case (.blob(let left), .blob(let right)): left.lexicographicallyPrecedes(right)
            default: false
            }
        }
    }
}

extension StrictTables.Column.Kind {
    func portable(_ value: DatabaseValue) -> PortableValue {
        switch value.storage {
        case .null: .nothing
        case .int64(let number): named(number).map { .text($0) } ?? .whole(number)
        case .blob(let bytes): .text(bytes.hexadecimal)
        default: .text(String.fromDatabaseValue(value) ?? "")
        }
    }

    /// What a number is written as, where that says it all.
    private func named(_ number: Int64) -> String? {
        switch self {
        case .serial: return Serial(wholeNumber: number).map { "\($0)" }
        case .key: return KeyID(wholeNumber: number).map { "\($0)" }
        case .time:
            let text = "\(Timestamp(secondsSince1970: number))"
            return Timestamp(text)?.secondsSince1970 == number ? text : nil
        case .whole, .text, .bytes: return nil
        }
    }

    /// A value of the text as SQLite has it; nil where it is none of this kind.
    func stored(_ value: PortableValue) -> DatabaseValue? {
        switch (value, self) {
        case (.nothing, _): .null
        case (.whole, .text), (.whole, .bytes): nil
        case (.whole(let number), _): number.databaseValue
        case (.text(let text), .text): text.databaseValue
        case (.text(let text), .whole): Int64(text)?.databaseValue
        case (.text(let text), .bytes): [UInt8](hexadecimal: text).map { Data($0).databaseValue }
        case (.text(let text), .serial): (try? Serial(parsing: text))?.databaseValue
        case (.text(let text), .key): KeyID(text)?.databaseValue
        case (.text(let text), .time): Timestamp(text)?.databaseValue
        }
    }
}
