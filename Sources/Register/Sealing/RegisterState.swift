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
    /// The serials that are revoked by themselves, sorted.
    let revoked: [UInt64]
    /// The moments before which what a key signed is revoked.
    let cutOffs: [KeyID: Timestamp]
    /// Whether nothing is there at all.
    let isEmpty: Bool

    private let digest: [UInt8]

    /// Reads the state as it stands in the tables.
    ///
    /// - Throws: `DamagedRow` for a value that Mocban does not write.
    init(_ db: Database) throws {
        var hash = StateHash()
        var rows = 0
        for table in Self.tables {
            hash.begin(table.name)
            let cursor = try Row.fetchCursor(db.cachedStatement(sql: table.sql))
            while let row = try cursor.next() {
                rows += 1
                try hash.add(row, count: table.columns)
            }
        }
        hash.begin("revoked")
        var revoked: [UInt64] = []
        // The index says which; whether they are is read from their rows.
        let cards = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT id, serial, revoked FROM card NOT INDEXED
                    WHERE id IN (SELECT id FROM card WHERE revoked IS NOT NULL) ORDER BY id
                    """))
        while let row = try cards.next() {
            rows += 1
            try hash.add(row, count: 3)
            revoked.append(UInt64(bitPattern: try row.whole(atIndex: 1)))
        }
        var cutOffs: [KeyID: Timestamp] = [:]
        let keys = try Row.fetchCursor(db.cachedStatement(sql: "SELECT kid, moment FROM cut_off"))
        while let row = try keys.next() { cutOffs[try row.key(atIndex: 0)] = try row.moment(atIndex: 1) }
        self.revoked = revoked.sorted()
        self.cutOffs = cutOffs
        digest = hash.end()
        // The row of counts is always there.
        isEmpty = try rows == 1 && db.greatestNumber(in: "card") == 0
    }

    private static let tables: [(name: String, columns: Int, sql: String)] = [
        ("place", 5, "SELECT id, commune, hamlet, people, counted FROM place ORDER BY id"),
        ("cut_off", 3, "SELECT kid, moment, event FROM cut_off ORDER BY kid"),
        (
            "revocation_list", 4,
            "SELECT sequence, issued, next_update, serials FROM revocation_list ORDER BY sequence"
        ),
        (
            "counts", 5,
            """
            SELECT (SELECT count(*) FROM card), (SELECT coalesce(max(id), 0) FROM card),
                (SELECT coalesce(max(id), 0) FROM holder), (SELECT coalesce(max(id), 0) FROM file),
                (SELECT coalesce(max(id), 0) FROM run)
            """
        ),
    ]

    /// The seal of the state with an end of the log.
    func mac(at head: LogHead, key: RegisterKey) -> [UInt8] {
        var writer = CBORWriter(capacity: 80)
        writer.array(4)
        writer.text("state")
        writer.integer(Int64(head.entry))
        writer.byteString(head.mac)
        writer.byteString(digest)
        return Array(key.authenticate(writer.bytes).prefix(LogEntry.macLength))
    }

    /// Whether a serial is revoked by itself.
    func contains(_ serial: Serial) -> Bool {
        let index = revoked.partitioningIndex { $0 >= serial.rawValue }
        return index < revoked.count && revoked[index] == serial.rawValue
    }
}

/// A SHA-256 of rows as CBOR, without having them all in memory.
private struct StateHash {
    private static let room = 1 << 16

    private var hash = SHA256()
    private var writer = CBORWriter(capacity: room)

    mutating func begin(_ table: String) { writer.text(table) }

    mutating func add(_ row: Row, count: Int) throws {
        writer.array(count)
        for index in 0..<count {
            switch (row[index] as DatabaseValue).storage {
            case .null: writer.array(0)
            case .int64(let number): writer.integer(number)
            case .string(let text): writer.text(text)
            case .blob, .double: throw DamagedRow(reason: "a value in it is of the wrong kind")
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

extension Array {
    /// The first index whose element fulfils a condition that all after it fulfil too.
    fileprivate func partitioningIndex(_ isAfter: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
