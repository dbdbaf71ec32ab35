public import Messages

/// Why an office, its keys or its register cannot be used.
public enum OfficeError: Failure, Equatable {
    /// The folder has no `mocban.yaml`.
    case notAnOffice(folder: String)
    /// The folder is an office already.
    case officeExists(folder: String)
    /// The folder has keys but no settings.
    case halfAnOffice(folder: String)
    /// The settings name another unit than the keys are for.
    case otherUnit(settings: String, keys: String)
    /// The office has no keyring, or it cannot be read.
    case keyringUnreadable(path: String, reason: String)
    /// Others than the owner can read the keyring.
    case keyringExposed(path: String, mode: UInt32)
    /// The file holds an office's secrets and is not written over.
    case holdsSecrets(path: String)
    /// Another command works in the office; nobody is named where its lock does not say who.
    case officeBusy(folder: String, holder: OfficeLock.Holder?)
    /// The office has keys and no register, which every office is made with.
    case registerMissing(folder: String)
    /// The office has a register.
    case registerExists(folder: String)
    /// The office had a register that is gone.
    case registerLost(folder: String)
    /// Nothing was issued in the office yet.
    case nothingRegistered(folder: String)

    /// What kind of failure it is.
    public var category: FailureCategory {
        switch self {
        case .notAnOffice, .halfAnOffice, .otherUnit, .keyringUnreadable, .keyringExposed, .registerMissing,
            .registerLost:
            .badConfiguration
        case .officeExists, .holdsSecrets, .officeBusy, .registerExists: .outputNotMade
        case .nothingRegistered: .inputMissing
        }
    }

    /// The message for a person.
    public var description: String {
        switch self {
        case .notAnOffice(let folder):
            "\(folder) is not an office: it has no mocban.yaml. "
                + "Make one with `mocban init DIR`, or name it with --office DIR"
        case .officeExists(let folder): "\(folder) is an office already; its keys and settings stay as they are"
        case .halfAnOffice(let folder):
            "\(folder) has keys but no mocban.yaml: restore that file, or move keyring.jwks away"
        case .otherUnit(let settings, let keys):
            "mocban.yaml names the unit \(settings), but the keys are for the unit \(keys): "
                + "set it back, or make a new office for the other unit"
        case .keyringUnreadable(let path, let reason): "the keyring \(path) cannot be read: \(reason)"
        case .keyringExposed(let path, let mode):
            "others can read the keyring \(path) (mode \(String(mode, radix: 8))): run `chmod 600 \(path)`, "
                + "and if anyone may have copied it, retire its keys"
        case .holdsSecrets(let path): "\(path) is an office's own keyring and is not written over: choose another file"
        case .officeBusy(let folder, let holder):
            "\(OfficeLock.work(of: holder, in: folder)): wait, or give --wait"
        case .registerMissing(let folder):
            "the office \(folder) has keys and no register.sqlite: nobody can tell which of its cards are revoked, and "
                + "serials would be issued twice. Put a backup in its place with `mocban register restore BACKUP`, or an "
                + "export with `mocban register import FILE`; `mocban register new` is for an office that never had one"
        case .registerExists(let folder): "the office \(folder) has a register already; nothing was changed"
        case .registerLost(let folder):
            "the office \(folder) had a register, as register.head tells: put a backup in its place with "
                + "`mocban register restore BACKUP`. Where there is none, --lost gives up what it knew: revoked cards are "
                + "good again unless their keys are retired (`mocban key new`, `mocban revoke --key`)"
        case .nothingRegistered(let folder):
            "nothing was registered in this office (\(folder)) yet: `mocban cards` and `mocban posters` register what they print"
        }
    }
}
