import Crypto

/// An office's or a verifier's keys, in the order of their file.
public struct Keyring: Sendable, Hashable {
    /// The keys.
    public private(set) var keys: [Key]

    /// Creates a keyring of these keys.
    public init(keys: [Key] = []) { self.keys = keys }

    /// Whether there is a number for a new epoch: the last is 4,294,967,294.
    public var hasNextEpoch: Bool { keys.allSatisfy { $0.epoch < Key.epochs.upperBound } }

    /// The same keyring with a new epoch: a fresh root and the card, venue, serial and Ed25519 keys derived from it.
    ///
    /// The five keys are the office's unit's, of an epoch one above the highest so far, and valid from `now`; the
    /// signing keys end at `expires`, the root and serial keys have no end. The root's 32 bytes come from `random`.
    /// ``hasNextEpoch`` must hold.
    public func generating(
        unit: UnitCode, at now: Timestamp, expires: Timestamp? = nil, using random: inout some RandomNumberGenerator
    ) -> Keyring {
        precondition(hasNextEpoch, "a keyring has no epoch above 4,294,967,294")
        let epoch = (keys.map(\.epoch).max() ?? 0) + 1
        while true {
            let grown = adding(RootKey(epoch: epoch, unit: unit, using: &random), at: now, expires: expires)
            // A command line takes a key ID with a hyphen in front for an option.
            if grown.keys.suffix(5).allSatisfy({ !$0.id.description.hasPrefix("-") }) { return grown }
        }
    }

    /// The same keyring with a new epoch whose root comes from the system's random source.
    public func generating(unit: UnitCode, at now: Timestamp, expires: Timestamp? = nil) -> Keyring {
        var random = SystemRandomNumberGenerator()
        return generating(unit: unit, at: now, expires: expires, using: &random)
    }

    /// The same keyring with a root and the keys derived from it.
    package func adding(_ root: RootKey, at now: Timestamp, expires: Timestamp? = nil) -> Keyring {
        let purposes: [KeyPurpose] = [.root, .card, .venue, .serial, .ed25519]
        let added = purposes.map { purpose in
            let end = purpose.isRetirable ? expires : nil
            return root.key(purpose, unit: root.unit, notBefore: now, expires: end)
        }
        return Keyring(keys: keys + added)
    }

    /// The key that signs claims of a kind: of the newest epoch that is valid at the time.
    public func signingKey(for kind: ClaimsKind, algorithm: Algorithm, at now: Timestamp) throws(KeyringError) -> Key {
        guard let key = newestKey(at: now, where: { $0.algorithm == algorithm && $0.purpose.covers(kind) }) else {
            throw .noSigningKey(kind, algorithm, at: now)
        }
        return key
    }

    /// The Ed25519 key that signs a revocation list: of the newest epoch that is valid at the time.
    public func revocationsKey(at now: Timestamp) throws(KeyringError) -> Key {
        guard let key = newestKey(at: now, where: { $0.algorithm == .ed25519 }) else {
            throw .noRevocationsKey(at: now)
        }
        return key
    }

    private func newestKey(at now: Timestamp, where fits: (Key) -> Bool) -> Key? {
        keys.filter { $0.canSign && $0.isValid(at: now) && fits($0) }.max { $0.epoch < $1.epoch }
    }

    /// The key that derives serials: always the first epoch's, since a holder and issue number always give the same
    /// serial.
    public func serialKey() throws(KeyringError) -> SerialKey {
        let candidates = keys.filter { $0.purpose == .serial }
        guard let key = candidates.min(by: { $0.epoch < $1.epoch }), case .symmetric(let secret) = key.material else {
            throw .noSerialKey
        }
        return SerialKey(secret)
    }

    /// The key that authenticates the office's register: always from the first epoch's root, so that a register outlives
    /// its epochs.
    ///
    /// Throws ``KeyringError/noRegisterKey`` where the keyring has no root.
    public func registerKey() throws(KeyringError) -> RegisterKey { try firstRoot().registerKey }

    /// The key of what the office's runs leave on the disk: of the first epoch's root, so that a stopped run outlives a
    /// new epoch.
    ///
    /// Throws ``KeyringError/noRegisterKey`` where the keyring has no root.
    package func stagingKey() throws(KeyringError) -> StagingKey { try firstRoot().stagingKey }

    private func firstRoot() throws(KeyringError) -> RootKey {
        guard let root = keys.compactMap(\.root).min(by: { $0.epoch < $1.epoch }) else { throw .noRegisterKey }
        return root
    }

    /// The same keyring with all keys of that ID ending at `moment`, or earlier where they end earlier already.
    public func retiring(_ id: KeyID, at moment: Timestamp) throws(KeyringError) -> Keyring {
        let found = keys.filter { $0.id == id }
        guard !found.isEmpty else { throw .unknownKey(id) }
        guard found.contains(where: \.purpose.isRetirable) else { throw .notRetirable(id) }
        return Keyring(
            keys: keys.map { key in
                guard key.id == id, key.purpose.isRetirable else { return key }
                return key.expiring(at: min(key.expires ?? moment, moment))
            })
    }

    /// A verifier's keyring: derived HMAC keys and public Ed25519 keys, never a root, serial or private key.
    ///
    /// It is for one kind of claims, to which Ed25519 keys are bound too, or for both. With HMAC keys, which
    /// `verifyOnly` leaves out, a verifier could also issue. For another unit the keys are derived from each root, with
    /// the validity of the root's own keys. Throws ``KeyringError/nothingToExport`` where no key is left.
    public func exported(
        purpose: ClaimsKind? = nil, verifyOnly: Bool = false, unit: UnitCode? = nil
    ) throws(KeyringError) -> Keyring {
        var source = keys.filter { unit == nil || $0.unit == unit }
        if let unit {
            source += keys.filter { $0.unit != unit }.compactMap(\.root).flatMap { derived(from: $0, for: unit) }
        }
        let exported = source.compactMap { key -> Key? in
            guard key.purpose.isRetirable, purpose.map(key.purpose.covers) ?? true else { return nil }
            if key.algorithm == .hmac256 { return verifyOnly ? nil : key }
            return key.publicHalf(purpose: purpose?.purpose)
        }
        guard !exported.isEmpty else { throw .nothingToExport }
        return Keyring(keys: exported)
    }

    /// The signing keys of a root for another unit, each as long valid as the root's own key of that purpose.
    private func derived(from root: RootKey, for unit: UnitCode) -> [Key] {
        keys.filter { $0.epoch == root.epoch && $0.unit == root.unit && $0.canSign }.map { key in
            root.key(key.purpose, unit: unit, notBefore: key.notBefore, expires: key.expires)
        }
    }
}

extension KeyPurpose {
    /// Whether keys of this purpose sign and may end; roots and serial keys stay.
    var isRetirable: Bool {
        switch self {
        case .card, .venue, .ed25519: true
        case .serial, .root: false
        }
    }
}

extension Keyring: CustomStringConvertible {
    /// The keys' descriptions, a line each, without their bytes.
    public var description: String { keys.map(\.description).joined(separator: "\n") }
}
