import Foundation
import GRDB
import Messages
package import Payload
package import Register

package struct ImportOutcome: Sendable, Hashable {
    package var entries: Int
    /// Entries that the register did not have; 0 where the export is the same, and nothing was changed.
    package var gained: Int
}

extension Register {
    /// Makes a register of an export, where that only goes forward: there is none yet, or its log goes on in the
    /// export.
    ///
    /// The new register is made beside the old one, checked as ``check()`` does, and takes its place at once. The
    /// caller holds the office's lock. Throws `RegisterError`; nothing is changed then.
    package static func load(
        _ export: String, into path: String, key: RegisterKey, head: HeadFile? = nil
    ) throws -> ImportOutcome {
        let part = RegisterFile.part(of: path)
        defer { RegisterFile.remove(part) }
        var reader = PortableReader(path: export)
        do { try reader.read(into: part, key: key) } catch RegisterError.unwritable(_, let reason) {
            throw RegisterError.unwritable(path: path, reason: reason)
        }
        let loaded = try Register(path: part, key: key, access: .writing)
        let entries = try loaded.entriesWithoutFault(in: export)
        var outcome = ImportOutcome(entries: entries, gained: entries)
        if exists(at: path) {
            let present = try Register(path: path, key: key, access: .writing, head: head)
            switch try loaded.relation(to: present) {
            case .same:
                outcome.gained = 0
                try present.reading { _ in }
                try present.takeListNumber(from: loaded)
            case .ahead(let gained):
                outcome.gained = gained
                try present.reading { _ in }
                try loaded.takeListNumber(from: present)
            case .behind(let more):
                throw RegisterError.olderExport(path: export, entries: entries, registered: entries + more)
            case .parted(let entry): throw RegisterError.parted(path: export, entry: entry)
            }
            try present.close()
        } else if let known = try head?.read(key: key) {
            // Where the register is gone, what is kept beside it tells how far it went.
            try loaded.naming { try loaded.viewing { try $0.log.confirm(known) } }
        }
        let end = try loaded.closedFile(of: export, for: path)
        if outcome.gained > 0 {
            try RegisterFile.put(part, at: path, keeping: nil)
            try head?.write(end, key: key)
        }
        return outcome
    }
}

private struct PortableReader {
    let path: String

    /// By what the table's last row is sorted.
    private var last: RowOrder?
    private let decoder = JSONDecoder()

    init(path: String) { self.path = path }

    mutating func read(into part: String, key: RegisterKey) throws {
        try RegisterFile.makePrivate(part)
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        configuration.prepareDatabase { db in
            // Whatever ends the program, the file is made anew.
            try db.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -131072")
        }
        do {
            let queue = try DatabaseQueue(path: part, configuration: configuration)
            try Schema.migrator().migrate(queue)
            try queue.write { db in
                let schema = try fill(db)
                // What an older export does not vouch for is as it says; all else is checked when the file is whole.
                if schema <= Schema.withoutState { try LogWriter(db, key, isSealed: false).end() }
            }
            try queue.close()
        } catch let error as DatabaseError {
            throw RegisterError(error, path: part)
        }
    }

    /// Fills the tables; gives the schema of the register that the export is of.
    private mutating func fill(_ db: Database) throws -> String {
        guard let lines = PortableLines(path: path) else {
            throw fault(0, Message(en: "it cannot be read", vi: "không đọc được"))
        }
        guard let first = lines.next(), let head = [PortableValue](line: first, by: decoder), head.count == 3,
            head[0] == .text(PortableTable.format)
        else {
            throw fault(
                1, Message(en: "this is no export of a register", vi: "đây không phải là bản xuất của sổ cấp thẻ"))
        }
        guard head[1] == .whole(PortableTable.version), case .text(let schema) = head[2],
            Schema.migrator().migrations.contains(schema)
        else {
            throw fault(
                1,
                Message(
                    en: "a later version of Mocban made this export: use that version",
                    vi: "bản xuất này do phiên bản Mocban mới hơn lập: hãy dùng phiên bản đó"))
        }
        var tables = PortableTable.all.filter { $0.name != "state" || schema > Schema.withoutState }[...]
        var table: (PortableTable, Statement)?
        var areWhole: [Bool] = []
        while let line = lines.next() {
            guard let values = [PortableValue](line: line, areWhole: areWhole, by: decoder),
                case .text(let name)? = values.first
            else {
                throw fault(
                    lines.number,
                    Message(en: "this is no line of an export", vi: "đây không phải là dòng của một bản xuất"))
            }
            switch name {
            case "table":
                guard let next = tables.popFirst(),
                    values.dropFirst().elementsEqual(([next.name] + next.columns.map(\.name)).map { .text($0) })
                else {
                    throw fault(
                        lines.number,
                        Message(
                            en: "this is no table that is known here, or not in its place",
                            vi: "đây không phải là bảng đã biết, hoặc không đúng chỗ"))
                }
                last = nil
                areWhole = [false] + next.columns.map { $0.kind == .whole }
                let marks = next.columns.map { _ in "?" }.joined(separator: ", ")
                table = (
                    next,
                    try db.makeStatement(sql: "INSERT INTO \(next.name) (\(next.columnList)) VALUES (\(marks))")
                )
            case "end":
                guard values == [.text("end"), .whole(Int64(lines.number))], tables.isEmpty, lines.next() == nil else {
                    throw fault(
                        lines.number,
                        Message(en: "lines are missing or were added", vi: "có dòng bị thiếu hoặc bị thêm vào"))
                }
                try SearchIndex(db).fill()
                return schema
            default:
                guard let (table, insertion) = table, table.name == name else {
                    throw fault(
                        lines.number, Message(en: "the row is of another table", vi: "dòng này thuộc bảng khác"))
                }
                try insert(values, table, insertion, lines.number)
            }
        }
        throw fault(lines.number, Message(en: "the end is missing", vi: "thiếu phần cuối"))
    }

    private mutating func insert(
        _ values: [PortableValue], _ table: PortableTable, _ insertion: Statement, _ line: Int
    ) throws {
        let stored = zip(table.columns, values.dropFirst()).map { $0.kind.stored($1) }
        let present = stored.compactMap { $0 }
        guard values.count == table.columns.count + 1, present.count == stored.count else {
            throw fault(
                line,
                Message(en: "a value is missing or of the wrong kind", vi: "một giá trị bị thiếu hoặc không đúng kiểu"))
        }
        // The columns that rows are sorted by are the first.
        let order = RowOrder(values: Array(present.prefix(table.order.count)))
        guard last.map({ $0 < order }) ?? true else {
            throw fault(
                line,
                Message(en: "the row is out of order, or there twice", vi: "dòng không đúng thứ tự, hoặc có hai lần"))
        }
        last = order
        insertion.setUncheckedArguments(StatementArguments(present))
        do { try insertion.execute() } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            throw fault(
                line,
                Message(en: "the row is there already, or lacks a value", vi: "dòng đã có rồi, hoặc thiếu một giá trị"))
        }
    }

    private func fault(_ line: Int, _ reason: Message) -> RegisterError {
        .notAnExport(path: path, line: line, reason: reason)
    }
}
