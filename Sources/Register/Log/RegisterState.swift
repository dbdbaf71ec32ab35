import Crypto
import Foundation
import GRDB
import Payload

/// What is revoked, and what else no entry of the log vouches for by itself: counts of people, numbers of revocation
/// lists, how many rows there are.
///
/// It is sealed as a whole with the log's end, so that nobody without the key can take a revocation back by leaving a row
/// or an entry out of an index. It is read from the tables themselves, whatever their indexes say.
struct RegisterState {
    let revoked: Set<Serial>
    let cutOffs: [KeyID: Timestamp]
    let isEmpty: Bool

    private let digest: [UInt8]

    /// Reads the state as it stands in the tables; throws `DamagedRow` for a value that Mocban does not write.
    init(_ db: Database) throws {
        var hash = StateHash()
        var rows = 0
        for (table, sql) in Self.tables {
            hash.begin(table)
            let cursor = try Row.fetchCursor(db.cachedStatement(sql: sql))
            while let row = try cursor.next() {
                rows += 1
                try hash.add(row)
            }
        }
        hash.begin("revoked")
        var revoked: Set<Serial> = []
        // The index says which; whether they are is read from their rows.
        let cards = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT id, serial, revoked FROM card NOT INDEXED
                    WHERE id IN (SELECT id FROM card WHERE revoked IS NOT NULL) ORDER BY id
                    """))
        while let row = try cards.next() {
            rows += 1
            try hash.add(row)
            revoked.insert(try row.decode(atIndex: 1))
        }
        self.revoked = revoked
        let keys = try CutOffRow.all(db, "")
        cutOffs = keys.reduce(into: [:]) { $0[$1.key] = $1.moment }
        digest = hash.end()
        // The row of counts is always there.
        isEmpty = try rows == 1 && CardRow.greatestNumber(db) == 0
    }

    private static let tables = [
        (LocalityRow.databaseTableName, LocalityRow.select("ORDER BY id")),
        (CutOffRow.databaseTableName, CutOffRow.select("ORDER BY kid")),
        (RevocationListRow.databaseTableName, RevocationListRow.select("ORDER BY sequence")),
        (
            "counts",
            """
            SELECT (SELECT count(*) FROM card), (SELECT coalesce(max(id), 0) FROM card),
                (SELECT coalesce(max(id), 0) FROM holder), (SELECT coalesce(max(id), 0) FROM file),
                (SELECT coalesce(max(id), 0) FROM run)
            """
        ),
    ]

    func mac(at head: LogHead, key: RegisterKey) -> [UInt8] {
        var writer = CBORWriter(capacity: 80)
        writer.array(4)
        writer.text("state")
        writer.integer(Int64(head.entry))
        writer.byteString(head.mac)
        writer.byteString(digest)
        return Array(key.authenticate(writer.bytes).prefix(LogEntry.macLength))
    }

    func fits(_ head: LogHead, _ db: Database, _ key: RegisterKey) throws -> Bool {
        guard let kept = try StateRow.fetchOne(db, number: 1) else {
            // A register into which nothing was ever written has no seal, and nothing that could be sealed.
            return head.entry == 0 && isEmpty
        }
        return kept.mac.elementsEqual(mac(at: head, key: key))
    }
}

/// A SHA-256 of rows as CBOR, without having them all in memory.
private struct StateHash {
    private static let room = 1 << 16

    private var hash = SHA256()
    private var writer = CBORWriter(capacity: room)

    mutating func begin(_ table: String) { writer.text(table) }

    mutating func add(_ row: Row) throws {
        writer.array(row.count)
        for value in row.databaseValues {
            switch value.storage {
            case .null: writer.array(0)
            case .int64(let number): writer.integer(number)
            case .string(let text): writer.text(text)
            case .blob, .double: throw DamagedRow.wrongKind
            }
        }
        if writer.bytes.count >= Self.room - 1024 { flush() }
    }

    mutating func end() -> [UInt8] {
        flush()
        return Array(hash.finalize())
    }

    private mutating func flush() {
        hash.update(data: writer.bytes)
        writer = CBORWriter(capacity: Self.room)
    }
}
