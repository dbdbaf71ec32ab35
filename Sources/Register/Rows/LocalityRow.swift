package import GRDB
package import Payload

/// A locality as its table has it, with how many people the last roster had there.
package struct LocalityRow: Codable, TableRow, PersistableRecord {
    package static let databaseTableName = "place"

    /// The table's columns.
    package enum Columns: String, CodingKey, CaseIterable { case id, commune, hamlet, people, counted }
    package typealias CodingKeys = Columns

    /// Its number; nil for one that gets the next.
    package var id: Int64?
    /// Its names.
    package var commune, hamlet: String
    /// How many people were counted.
    package var people: Int?
    /// When they were counted.
    package var counted: Timestamp?

    /// The row of a locality that is new.
    package init(_ locality: Locality) { (commune, hamlet) = (locality.commune, locality.hamlet) }

    /// The locality.
    package var locality: Locality { Locality(commune: commune, hamlet: hamlet) }

    /// The row of a locality; nil where there is none.
    package static func fetchOne(_ db: Database, _ locality: Locality) throws -> LocalityRow? {
        let find = try db.cachedStatement(sql: "SELECT \(selection) FROM place WHERE commune = ? AND hamlet = ?")
        return try fetchOne(find, arguments: [locality.commune, locality.hamlet])
    }

    /// The number of a locality, which is added where it is new.
    package static func number(of locality: Locality, _ db: Database) throws -> Int64 {
        if let id = try fetchOne(db, locality)?.id { return id }
        try LocalityRow(locality).insert(db)
        return db.lastInsertedRowID
    }
}
