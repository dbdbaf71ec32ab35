public import Messages

/// Why a keyring cannot give or change a key.
public enum KeyringError: Failure, Hashable {
    /// No key of the keyring signs claims of this kind with this algorithm at this time.
    case noSigningKey(ClaimsKind, Algorithm, at: Timestamp)
    /// No Ed25519 key of the keyring signs a revocation list at this time.
    case noRevocationsKey(at: Timestamp)
    /// The keyring has no serial key: it is a verifier's, not an office's.
    case noSerialKey
    /// The keyring has no root, from which the register's key comes: it is a verifier's, not an office's.
    case noRegisterKey
    /// No key of the keyring has this ID.
    case unknownKey(KeyID)
    /// The key is a root or serial key, which stays: serials must remain what they are.
    case notRetirable(KeyID)
    /// The keyring has no key that the export asks for.
    case nothingToExport
    /// The keyring has the last epoch that there is.
    case noNextEpoch

    /// Bad configuration.
    public var category: FailureCategory { .badConfiguration }

    /// The fault, and what to do next.
    public var description: String {
        switch self {
        case .noSigningKey(let kind, let algorithm, let moment):
            "no \(algorithm.rawValue) key signs a \(kind) at \(moment): `mocban key list` shows when keys are valid, "
                + "and `mocban key new` makes keys that are valid from now on"
        case .noRevocationsKey(let moment):
            "no ed25519 key signs a revocation list at \(moment): `mocban key list` shows when keys are valid, "
                + "and `mocban key new` makes keys that are valid from now on"
        case .noSerialKey: "the keyring has no serial key: use the office's own keyring, not an exported one"
        case .noRegisterKey:
            "the keyring has no root, from which the register's key comes: use the office's own keyring, "
                + "not an exported one"
        case .unknownKey(let id): "the keyring has no key \(id): `mocban key list` shows those it has"
        case .notRetirable(let id):
            "key \(id) is a root or serial key and cannot be retired: retire the keys derived from it"
        case .nothingToExport: "the keyring has no key for that unit and purpose"
        case .noNextEpoch: "the keyring has the last epoch that there is, 4294967294: make a new office"
        }
    }
}
