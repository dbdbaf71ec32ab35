package import Foundation
package import GRDB

/// A file of a run as its table has it.
package struct FileRow: Codable, TableRow, PersistableRecord {
    package static let databaseTableName = "file"

    package enum Columns: String, CodingKey, CaseIterable { case id, run, name, sheets, sha256 }
    package typealias CodingKeys = Columns

    package var id, run: Int64
    package var name: String
    package var sheets: Int
    package var sha256: Data
}

/// A copy on paper as its table has it.
package struct PrintRow {
    /// The numbers of the file and of the card, page and position from 1.
    package var file, page, position, card: Int64

    package init(file: Int64, page: Int64, position: Int64, card: Int64) {
        (self.file, self.page, self.position, self.card) = (file, page, position, card)
    }
}

extension PrintRow: PositionalRow {
    package static let databaseTableName = "print"
    package static let selection = selected()

    package enum Columns: String, CaseIterable { case file, page, position, card }

    package init(_ row: Row, from first: Int) throws {
        file = try row.decode(atIndex: first)
        page = try row.decode(atIndex: first + 1)
        position = try row.decode(atIndex: first + 2)
        card = try row.decode(atIndex: first + 3)
    }

    package var values: StatementArguments { [file, page, position, card] }

    package static func fetchCursor(_ db: Database, inFile file: Int64) throws -> RecordCursor<PrintRow> {
        try fetchCursor(db.cachedStatement(sql: select("WHERE file = ? ORDER BY page, position")), arguments: [file])
    }
}
