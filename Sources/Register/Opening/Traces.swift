import GRDB

/// What is left of removed data in the parts of a SQLite file that hold nothing any more.
///
/// Removing a row leaves its bytes in free pages, in gaps of pages and in the write-ahead log, until the file is written
/// anew. That is owed from the moment of the removal, across processes: SQLite's header keeps the debt.
enum Traces {
    static func owe(_ db: Database) throws { try db.execute(sql: "PRAGMA user_version = 1") }

    static func wipe(ifLeftIn queue: DatabaseQueue) throws {
        try queue.inDatabase { db in
            guard try Int.fetchOne(db, sql: "PRAGMA user_version") == 1 else { return }
            // Removed words stay in the index's older parts until all parts are made one.
            try db.execute(sql: "INSERT INTO name_index (name_index) VALUES ('optimize')")
            try db.execute(sql: "VACUUM")
            guard try Int.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)") == 0 else {
                throw DatabaseError(resultCode: .SQLITE_BUSY)
            }
            try db.execute(sql: "PRAGMA user_version = 0")
        }
    }
}
