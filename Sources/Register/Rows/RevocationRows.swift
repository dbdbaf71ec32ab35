package import GRDB
package import Payload

/// A key by which cards are revoked, as its table has it.
package struct CutOffRow: Codable, Equatable, TableRow, PersistableRecord {
    package static let databaseTableName = "cut_off"

    package enum Columns: String, CodingKey, CaseIterable {
        case key = "kid"
        case moment, event
    }
    package typealias CodingKeys = Columns

    package var key: KeyID
    /// The moment before which what it signed is revoked.
    package var moment: Timestamp
    package var event: Int64

    package init(key: KeyID, moment: Timestamp, event: Int64) {
        (self.key, self.moment, self.event) = (key, moment, event)
    }

    package static func fetchOne(_ db: Database, _ key: KeyID) throws -> CutOffRow? {
        try fetchOne(db, sql: select("WHERE kid = ?"), arguments: [key])
    }
}

/// A revocation list that was given out, as its table has it.
package struct RevocationListRow: Codable, TableRow, PersistableRecord {
    package static let databaseTableName = "revocation_list"

    package enum Columns: String, CodingKey, CaseIterable {
        case sequence, issued
        case nextUpdate = "next_update"
        case serials
    }
    package typealias CodingKeys = Columns

    package var sequence: Int64
    /// When it was issued, and when the next one was due.
    package var issued, nextUpdate: Timestamp
    package var serials: Int

    // An office that exports a list a second does not come to more in a lifetime.
    private static let greatestNumber: Int64 = 1 << 32

    package static func last(_ db: Database) throws -> RevocationListRow? {
        try fetchOne(db, sql: select("WHERE sequence <= ? ORDER BY sequence DESC LIMIT 1"), arguments: [greatestNumber])
    }
}
