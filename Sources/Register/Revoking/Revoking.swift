import GRDB
import Messages
package import Payload

extension Register.Transaction {
    /// Revokes a card or poster; throws `RegisterError.unknownSerial` or `alreadyRevoked`.
    package func revoke(_ serial: Serial, reason: String, at clock: Timestamp) throws {
        let card = try snapshot.knownCard(serial).row
        guard card.revoked == nil else { throw RegisterError.alreadyRevoked(serial) }
        try revoke(card: card.id, reason: reason, at: clock)
    }

    /// Undoes a revocation by serial; throws `unknownSerial`, `notRevoked`, or `replaced` by a card that is good by
    /// now.
    package func restore(_ serial: Serial, reason: String, at clock: Timestamp) throws {
        let card = try snapshot.knownCard(serial).row
        guard card.revoked != nil else { throw RegisterError.notRevoked(serial) }
        if let newer = try snapshot.goodCard(of: card.holder, at: clock), newer != serial {
            throw RegisterError.replaced(serial, by: newer)
        }
        try log.add(LogEntry(.restored, clock, card: card.id, detail: reason))
        try mark(card: card.id, revokedBy: nil)
    }

    /// Revokes the card of a row, which is not revoked yet.
    func revoke(card: Int64, reason: String, at clock: Timestamp, run: Int64? = nil) throws {
        try mark(card: card, revokedBy: try log.add(LogEntry(.revoked, clock, card: card, run: run, detail: reason)))
    }

    /// Notes in the row of a card which entry revokes it; nil for none.
    package func mark(card: Int64, revokedBy entry: Int64?) throws {
        try db.execute(sql: "UPDATE card SET revoked = ? WHERE id = ?", arguments: [entry, card])
    }
}

extension Register.Snapshot {
    /// The serials that are revoked by themselves and whose time is not over, sorted.
    package func revokedSerials(at clock: Timestamp) throws -> [Serial] {
        try RegisterState(db).revoked.sorted().filter { serial in
            guard let card = try card(serial) else {
                throw DamagedRow(
                    en: "the card \(serial) is revoked, and an index does not find it",
                    vi: "thẻ \(serial) đã bị thu hồi mà chỉ mục không tìm thấy")
            }
            return card.expires >= clock
        }
    }

    package var cutOffs: [KeyID: Timestamp] { get throws { try RegisterState(db).cutOffs } }

    /// Whether a serial is revoked by itself, or by its key and time of issue, as the view began; registered or not.
    package func revokes(_ serial: Serial, signedBy key: KeyID, issued: Timestamp) throws -> Bool {
        let state = try state ?? RegisterState(db)
        if let moment = state.cutOffs[key], issued < moment { return true }
        return state.revoked.contains(serial)
    }
}

extension Register: Revocations {
    /// Asks the register as it is at this moment, so that a card that another process revoked is refused at once.
    package func revokes(_ serial: Serial, signedBy key: KeyID, issued: Timestamp) throws -> Bool {
        try reading { snapshot in try snapshot.revokes(serial, signedBy: key, issued: issued) }
    }
}

extension Register.Transaction {
    /// Takes the next sequence number for a list of what is revoked.
    package func nextRevocationList(issued: Timestamp, nextUpdate: Timestamp, serials: Int) throws -> UInt64 {
        let last = try Int64.fetchOne(db, sql: "SELECT coalesce(max(sequence), 0) FROM revocation_list") ?? 0
        guard 0..<Int64.max ~= last else {
            throw DamagedRow(
                en: "a revocation list's number is none", vi: "số của một danh sách thu hồi không phải là số")
        }
        try RevocationListRow(sequence: last + 1, issued: issued, nextUpdate: nextUpdate, serials: serials).insert(db)
        return UInt64(last + 1)
    }
}
