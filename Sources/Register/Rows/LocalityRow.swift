package import GRDB
package import Payload

/// A locality as its table has it, with how many people the last roster had there.
package struct LocalityRow: Codable, TableRow, PersistableRecord {
    package static let databaseTableName = "place"

    package enum Columns: String, CodingKey, CaseIterable { case id, commune, hamlet, people, counted }
    package typealias CodingKeys = Columns

    /// Its number; nil for one that gets the next.
    package var id: Int64?
    package var commune, hamlet: String
    package var people: Int?
    package var counted: Timestamp?

    package init(_ locality: Locality) { (commune, hamlet) = (locality.commune, locality.hamlet) }
    package var locality: Locality { Locality(commune: commune, hamlet: hamlet) }

    package static func fetchOne(_ db: Database, _ locality: Locality) throws -> LocalityRow? {
        let find = try db.cachedStatement(sql: select("WHERE commune = ? AND hamlet = ?"))
        return try fetchOne(find, arguments: [locality.commune, locality.hamlet])
    }

    /// The number of a locality, which is added where it is new.
    package static func number(of locality: Locality, _ db: Database) throws -> Int64 {
        if let id = try fetchOne(db, locality)?.id { return id }
        try LocalityRow(locality).insert(db)
        return db.lastInsertedRowID
    }
}
