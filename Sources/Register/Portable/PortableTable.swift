import Foundation
import GRDB
import Payload

/// A table as the portable text has it: its columns, in order, and how their values are written.
struct PortableTable: Sendable {
    enum Kind: Sendable {
        case whole, text, bytes, serial, key, time
    }

    /// What the first line calls the file.
    static let format = "mocban register"
    /// The version of the form.
    static let version: Int64 = 1

    var name: String
    var columns: [(name: String, kind: Kind)]
    /// The columns that rows are sorted by.
    var order: String

    /// All tables, in the order of the text: what an entry of the log is about comes before it.
    static let all: [PortableTable] = [
        PortableTable(
            name: "place",
            columns: [("id", .whole), ("commune", .text), ("hamlet", .text), ("people", .whole), ("counted", .time)],
            order: "id"),
        PortableTable(
            name: "run",
            columns: [
                ("id", .whole), ("command", .text), ("kind", .whole), ("roster", .text), ("input", .bytes),
                ("template", .text), ("kid", .key), ("algorithm", .text), ("unit", .whole), ("name_form", .text),
                ("clock", .time), ("expires", .time), ("folder", .text), ("rows", .whole), ("printed", .whole),
                ("settled", .whole),
            ], order: "id"),
        PortableTable(
            name: "file",
            columns: [
                ("id", .whole), ("run", .whole), ("name", .text), ("sheets", .whole), ("sha256", .bytes),
            ], order: "id"),
        PortableTable(
            name: "holder", columns: [("id", .whole), ("key", .bytes), ("alias", .whole)], order: "id"),
        PortableTable(
            name: "card",
            columns: [
                ("id", .whole), ("serial", .serial), ("holder", .whole), ("issue", .whole), ("run", .whole),
                ("place", .whole), ("name", .text), ("birth", .text), ("sex", .text), ("household", .text),
                ("relation", .text), ("address", .text), ("venue", .whole), ("seal", .whole), ("revoked", .whole),
            ], order: "id"),
        PortableTable(
            name: "other_key", columns: [("key", .bytes), ("holder", .whole), ("card", .whole)], order: "key"),
        PortableTable(
            name: "print",
            columns: [("file", .whole), ("page", .whole), ("position", .whole), ("card", .whole)],
            order: "file, page, position"),
        PortableTable(
            name: "event",
            columns: [
                ("id", .whole), ("at", .time), ("kind", .whole), ("card", .whole), ("run", .whole), ("file", .whole),
                ("kid", .key), ("moment", .time), ("detail", .text), ("mac", .bytes),
            ], order: "id"),
        PortableTable(
            name: "log_end", columns: [("id", .whole), ("last", .whole), ("mac", .bytes)], order: "id"),
        PortableTable(
            name: "cut_off", columns: [("kid", .key), ("moment", .time), ("event", .whole)], order: "kid"),
        PortableTable(
            name: "revocation_list",
            columns: [("sequence", .whole), ("issued", .time), ("next_update", .time), ("serials", .whole)],
            order: "sequence"),
        PortableTable(name: "state", columns: [("id", .whole), ("mac", .bytes)], order: "id"),
    ]

    /// Where the columns that rows are sorted by are among all.
    var orderColumns: [Int] {
        order.split(separator: ", ").compactMap { name in columns.firstIndex { $0.name == name } }
    }

    /// The columns' names, as SQL has them.
    var columnList: String { columns.map(\.name).joined(separator: ", ") }
}

/// Where a row stands in its table.
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

extension PortableTable.Kind {
    /// A value as the text has it.
    func portable(_ value: DatabaseValue) -> PortableValue {
        if let number = Int64.fromDatabaseValue(value), case .int64 = value.storage {
            switch self {
            case .serial: if let serial = Serial(rawValue: UInt64(bitPattern: number)) { return .text("\(serial)") }
            case .key: if let kid = UInt32(exactly: number) { return .text("\(KeyID(rawValue: kid))") }
            case .time:
                let text = "\(Timestamp(secondsSince1970: number))"
                if Timestamp(text)?.secondsSince1970 == number { return .text(text) }
            case .whole, .text, .bytes: break
            }
            return .whole(number)
        }
        switch value.storage {
        case .null: return .nothing
        case .blob(let bytes): return .text(bytes.map { String(format: "%02x", $0) }.joined())
        default: return .text(String.fromDatabaseValue(value) ?? "")
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
        case (.text(let text), .bytes): Data(hex: text)?.databaseValue
        case (.text(let text), .serial):
            (try? Serial(parsing: text)).map { Int64(bitPattern: $0.rawValue).databaseValue }
        case (.text(let text), .key): KeyID(text).map { Int64($0.rawValue).databaseValue }
        case (.text(let text), .time): Timestamp(text)?.secondsSince1970.databaseValue
        }
    }
}

extension Data {
    fileprivate init?(hex: String) {
        let digits = hex.utf8.map { Character(UnicodeScalar($0)).hexDigitValue }
        guard digits.count % 2 == 0 else { return nil }
        self.init(capacity: digits.count / 2)
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = digits[index], let low = digits[index + 1] else { return nil }
            append(UInt8(high << 4 | low))
        }
    }
}
