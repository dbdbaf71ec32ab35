import Files
package import Payload
import Register
import Synchronization

/// What an office knows of revocations: its register, as it is at each question, and a list that it keeps.
package final class OfficeRevocations: Revocations {
    private let office: Office
    private let list: RevocationList?
    private let opened = Mutex<Opened?>(nil)

    /// A register with the file that it was opened from; another file may take its place while a gate works.
    private struct Opened {
        var register: Register
        var file: FileStamp
    }

    /// The revocations of an office, with those of a list where it keeps one.
    package init(office: Office, list: RevocationList?) {
        (self.office, self.list) = (office, list)
    }

    /// Whether a serial is revoked; throws what opening or reading the register throws.
    package func revokes(_ serial: Serial, signedBy key: KeyID, issued: Timestamp) throws -> Bool {
        if list?.revokes(serial, signedBy: key, issued: issued) == true { return true }
        return try register().revokes(serial, signedBy: key, issued: issued)
    }

    /// Whether the register has cards but none of a serial: who made the card has a key of the office.
    package func isStranger(_ serial: Serial) throws -> Bool {
        try register().reading { try $0.card(serial) == nil && !$0.isEmpty }
    }

    private func register() throws -> Register {
        guard let file = FileStamp(office.registerPath) else {
            // A register that is gone may have had the card as revoked.
            return try office.register(.reading)
        }
        return try opened.withLock { opened in
            if let opened, opened.file.isSameFile(as: file) { return opened.register }
            let register = try office.register(.reading)
            opened = Opened(register: register, file: file)
            return register
        }
    }
}

extension KeptRevocations {
    /// The file beside an office's own keyring: `revocations` in its folder.
    ///
    /// Throws what ``Office/keyring()`` throws.
    package init(office: Office) throws {
        self.init(keyring: try office.keyring(), path: office.folder + "/revocations", keyringPath: office.keyringPath)
    }
}
