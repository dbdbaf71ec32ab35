import GRDB
public import Payload

extension Register.Snapshot {
    /// The serials that are revoked by themselves and whose time is not over, sorted.
    public func revokedSerials(at clock: Timestamp) throws -> [Serial] {
        try Int64.fetchAll(
            db,
            sql: """
                SELECT serial FROM card JOIN run ON run.id = card.run
                WHERE revoked IS NOT NULL AND expires >= ? ORDER BY serial
                """, arguments: [clock.secondsSince1970]
        ).compactMap { Serial(rawValue: UInt64(bitPattern: $0)) }
    }

    /// The moments before which what a key signed is revoked.
    public var cutOffs: [KeyID: Timestamp] {
        get throws {
            let rows = try Row.fetchAll(db, sql: "SELECT kid, moment FROM cut_off")
            return Dictionary(
                uniqueKeysWithValues: try rows.map { (try $0.key(atIndex: 0), try $0.moment(atIndex: 1)) })
        }
    }

    /// Whether a serial is revoked by itself, or by its key and time of issue; registered or not.
    public func revokes(_ serial: Serial, signedBy key: KeyID, issued: Timestamp) throws -> Bool {
        let statement = try db.cachedStatement(
            sql: """
                SELECT EXISTS (SELECT 1 FROM card WHERE serial = ? AND revoked IS NOT NULL)
                    OR EXISTS (SELECT 1 FROM cut_off WHERE kid = ? AND moment > ?)
                """)
        return try Bool.fetchOne(
            statement,
            arguments: [Int64(bitPattern: serial.rawValue), Int64(key.rawValue), issued.secondsSince1970]) ?? false
    }
}

extension Register: Revocations {
    /// Asks the register as it is at this moment, so that a card that another process revoked is refused at once.
    public func revokes(_ serial: Serial, signedBy key: KeyID, issued: Timestamp) throws -> Bool {
        try reading { snapshot in try snapshot.revokes(serial, signedBy: key, issued: issued) }
    }
}

extension Register.Transaction {
    /// Takes the next sequence number for a list of what is revoked.
    public func nextRevocationList(issued: Timestamp, nextUpdate: Timestamp, serials: Int) throws -> UInt64 {
        try db.execute(
            sql: """
                INSERT INTO revocation_list (sequence, issued, next_update, serials)
                VALUES ((SELECT coalesce(max(sequence), 0) + 1 FROM revocation_list), ?, ?, ?)
                """, arguments: [issued.secondsSince1970, nextUpdate.secondsSince1970, serials])
        guard db.lastInsertedRowID > 0 else { throw DamagedRow(reason: "a revocation list's number is none") }
        return UInt64(db.lastInsertedRowID)
    }
}
