import GRDB
import Messages

/// Indexes that a large run into a small register leaves for the end.
///
/// Holders' keys are random, so that each new one changes a page anywhere in its index: far more than the cache has. Made
/// at once from all keys, in their order, an index is written from its beginning to its end.
struct DeferredIndexes {
    /// By these nothing is looked up while a run is registered.
    private static let names = ["holder_key", "holder_alias"]
    /// Rows of a run that is not worth it; the indexes of so many holders are in the cache as a whole.
    static let fewRows = 20_000
    /// KiB of memory to sort keys in.
    private static let room = 2048

    private let db: Database
    private let definitions: [String]

    /// Takes the indexes away where a run of so many rows may bring far more holders than there are.
    init(_ db: Database, rows: Int) throws {
        self.db = db
        let holders = try HolderRow.greatestNumber(db)
        guard rows > Self.fewRows, rows / 4 > holders else {
            definitions = []
            return
        }
        definitions = try Self.names.map { name in
            let sql = try String.fetchOne(
                db, sql: "SELECT sql FROM sqlite_master WHERE type = 'index' AND name = ?", arguments: [name])
            guard let sql else { throw DamagedRow(en: "there is no index \(name)", vi: "không có chỉ mục \(name)") }
            return sql
        }
        for name in Self.names { try db.execute(sql: "DROP INDEX \(name)") }
    }

    func make() throws {
        guard !definitions.isEmpty else { return }
        // SQLite sorts in as much memory as its cache may take.
        let cache = try Int.fetchOne(db, sql: "PRAGMA cache_size") ?? -Self.room
        try db.execute(sql: "PRAGMA cache_size = -\(Self.room)")
        for sql in definitions { try db.execute(sql: sql) }
        try db.execute(sql: "PRAGMA cache_size = \(cache)")
    }
}
