package import Foundation
package import GRDB
import Payload

/// A holder as its table has it; one that was forgotten has no keys.
package struct HolderRow {
    package var id: Int64
    package var key: Data?
    package var alias: Int64?

    package var holder: Holder? { key.flatMap { HolderKey(bytes: $0) }.map { Holder(key: $0, alias: alias) } }
}

extension HolderRow: PositionalRow {
    package static let databaseTableName = "holder"
    package static let selection = selected()

    package enum Columns: String, CaseIterable { case id, key, alias }

    package init(_ row: Row, from first: Int) throws {
        id = try row.decode(atIndex: first)
        key = try row.decode(atIndex: first + 1)
        alias = try row.decode(atIndex: first + 2)
    }

    package var values: StatementArguments { [id, key, alias] }

    /// The row of the holder who has a key, as the first one or as another; `DamagedRow` where an index leads
    /// elsewhere.
    package static func fetchOne(_ db: Database, key: Data) throws -> HolderRow? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT \(selection), key FROM holder WHERE key = ?1
                UNION ALL
                SELECT \(selection), other_key.key FROM other_key LEFT JOIN holder ON holder.id = other_key.holder
                WHERE other_key.key = ?1
                """)
        guard let row = try Row.fetchOne(statement, arguments: [key]) else { return nil }
        guard try row.decode(Data.self, atIndex: columnCount) == key else { throw DamagedRow.index(of: "holders") }
        return try HolderRow(row: row)
    }
}

/// Another key of a holder: somebody who got a national ID after the first card.
package struct OtherKeyRow: Codable, TableRow, PersistableRecord {
    package static let databaseTableName = "other_key"

    package enum Columns: String, CodingKey, CaseIterable { case key, holder, card }
    package typealias CodingKeys = Columns

    package var key: Data
    package var holder: Int64
    /// The number of the card that the key came with.
    package var card: Int64

    package init(key: Data, holder: Int64, card: Int64) { (self.key, self.holder, self.card) = (key, holder, card) }
}
