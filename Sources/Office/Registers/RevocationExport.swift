import Files
import Foundation
import Messages
package import Payload
package import Register

extension Office {
    // A card is good for minutes beyond its end, and more by a gate's clock that is slow.
    private static let secondsKeptAfterExpiry: Int64 = 86_400

    /// Signs a list of what the register has as revoked, with the next number, and writes it to a file, whole or not at
    /// all.
    ///
    /// The register is open for writing, and the caller holds the office's lock; gates should have the next list at
    /// `nextUpdate`. Throws `KeyringError.noRevocationsKey`, `RegisterError`, or `FileError.unwritable`, also where the
    /// file is there and is something else than an older list of the office.
    package func exportRevocations(
        of register: Register, to path: String, at clock: Timestamp, nextUpdate: Timestamp
    ) throws -> RevocationList {
        let keyring = try keyring()
        let key = try keyring.revocationsKey(at: clock)
        try keyring.checkMayReplace(path)
        let list = try register.writing { transaction in
            let serials = try transaction.snapshot.revokedSerials(
                at: clock.adding(seconds: -Self.secondsKeptAfterExpiry))
            let number = try transaction.nextRevocationList(
                issued: clock, nextUpdate: nextUpdate, serials: serials.count)
            return RevocationList(
                unit: key.unit, sequence: number, issued: clock, nextUpdate: nextUpdate, serials: serials,
                cutOffs: try transaction.snapshot.cutOffs, logHead: try transaction.snapshot.logHead.ifAny)
        }
        // The number is taken for good before the file is there: a number that no list has does no harm.
        try AtomicFile.write(try list.signed(with: key), to: path)
        return list
    }
}

extension Keyring {
    /// Refuses to write over what is no list that these keys vouch for: keys, settings, a roster.
    fileprivate func checkMayReplace(_ path: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else { return }
        guard (try? RevocationList(verifying: Array(data), keyring: self)) != nil else {
            throw FileError.unwritable(
                path: path,
                reason: Message(
                    en: "it is there already, and is no revocation list of this office: choose another name",
                    vi: "đã có sẵn và không phải là danh sách thu hồi của cơ quan này: hãy chọn tên khác")
            )
        }
    }
}
