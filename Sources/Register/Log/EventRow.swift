import Foundation
package import GRDB
package import Payload

extension Event.Kind: ColumnValue {}

/// An entry of the log as its table has it, without what it vouches for in other tables.
package struct EventRow {
    package var id: Int64
    package var entry: LogEntry
    /// The entry's MAC, 16 bytes.
    package var mac: [UInt8]
}

extension EventRow: PositionalRow {
    package static let databaseTableName = "event"
    package static let selection = selected()

    package enum Columns: String, CaseIterable { case id, at, kind, card, run, file, kid, moment, detail, mac }

    package init(_ row: Row, from first: Int) throws {
        id = try row.decode(atIndex: first)
        entry = LogEntry(
            try row.decode(atIndex: first + 2), try row.decode(atIndex: first + 1),
            card: try row.decode(atIndex: first + 3), run: try row.decode(atIndex: first + 4),
            file: try row.decode(atIndex: first + 5), key: try row.decode(atIndex: first + 6),
            moment: try row.decode(atIndex: first + 7), detail: try row.decode(atIndex: first + 8))
        mac = Array(try row.decode(Data.self, atIndex: first + 9))
    }

    package var values: StatementArguments {
        [
            id, entry.time, entry.kind, entry.card, entry.run, entry.file, entry.key, entry.moment, entry.detail,
            Data(mac),
        ]
    }
}

extension EventRow {
    package var head: LogHead { LogHead(at: Int(id), mac: mac, time: entry.time) }

    package static func last(_ db: Database) throws -> EventRow? {
        try fetchOne(db, sql: select("ORDER BY id DESC LIMIT 1"))
    }
}
