import GRDB
public import Payload

extension Register.Snapshot {
    /// The serials that are revoked by themselves and whose time is not over, sorted.
    public func revokedSerials(at clock: Timestamp) throws -> [Serial] {
        let cards = try RegisterState(db).revoked.compactMap { Serial(rawValue: $0) }
        return try cards.filter { serial in
            guard let card = try card(serial) else {
                throw DamagedRow(reason: "the card \(serial) is revoked, and an index does not find it")
            }
            return card.expires >= clock
        }
    }

    /// The moments before which what a key signed is revoked.
    public var cutOffs: [KeyID: Timestamp] { get throws { try RegisterState(db).cutOffs } }

    /// Whether a serial is revoked by itself, or by its key and time of issue, as the view began; registered or not.
    public func revokes(_ serial: Serial, signedBy key: KeyID, issued: Timestamp) throws -> Bool {
        let state = try state ?? RegisterState(db)
        if let moment = state.cutOffs[key], issued < moment { return true }
        return state.contains(serial)
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
