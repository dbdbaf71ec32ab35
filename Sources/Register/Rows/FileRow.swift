package import Foundation
package import GRDB

/// A file of a run as its table has it.
package struct FileRow: Codable, TableRow, PersistableRecord {
    package static let databaseTableName = "file"

    /// The table's columns.
    package enum Columns: String, CodingKey, CaseIterable { case id, run, name, sheets, sha256 }
    package typealias CodingKeys = Columns

    /// Its number.
    package var id: Int64
    /// Its run's number.
    package var run: Int64
    /// Its name in the run's folder.
    package var name: String
    /// Its sheets of paper.
    package var sheets: Int
    /// The SHA-256 of its bytes.
    package var sha256: Data
}

/// A copy on paper as its table has it.
package struct PrintRow {
    /// The numbers of the file and of the card, page and position from 1.
    package var file, page, position, card: Int64

    /// Creates a row.
    package init(file: Int64, page: Int64, position: Int64, card: Int64) {
        (self.file, self.page, self.position, self.card) = (file, page, position, card)
    }
}

extension PrintRow: PositionalRow {
    package static let databaseTableName = "print"
    package static let selection = selected()

    /// The table's columns.
    package enum Columns: String, CaseIterable { case file, page, position, card }

    package init(_ row: Row, from first: Int) throws {
        file = try row.decode(atIndex: first)
        page = try row.decode(atIndex: first + 1)
        position = try row.decode(atIndex: first + 2)
        card = try row.decode(atIndex: first + 3)
    }

    package var values: StatementArguments { [file, page, position, card] }

    /// All copies in a file, in the order of pages and positions.
    package static func fetchCursor(_ db: Database, inFile file: Int64) throws -> RecordCursor<PrintRow> {
        let sql = "SELECT \(selection) FROM print WHERE file = ? ORDER BY page, position"
        return try fetchCursor(db.cachedStatement(sql: sql), arguments: [file])
    }
}
