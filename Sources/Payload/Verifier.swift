import Crypto

/// A keyring and a list of revoked serials made ready to verify one text after another.
public struct Verifier: Sendable {
    /// How far clocks may be apart each way, in seconds.
    public static let clockSkew: Int64 = 300

    /// The serials that are no longer good.
    public var revoked: Set<Serial>

    private let keys: [KeyID: [Candidate]]

    /// A key with what it verifies with.
    fileprivate struct Candidate: Sendable {
        let key: Key
        let secret: Secret

        enum Secret: Sendable {
            case hmac(SymmetricKey)
            case ed25519(Curve25519.Signing.PublicKey)
        }
    }

    /// Creates a verifier; root and serial keys are left aside.
    public init(keyring: Keyring, revoked: Set<Serial> = []) {
        self.revoked = revoked
        var keys: [KeyID: [Candidate]] = [:]
        for key in keyring.keys where key.purpose != .root && key.purpose != .serial {
            let secret: Candidate.Secret =
                switch key.material {
                case .symmetric(let secret): .hmac(secret)
                case .ed25519Private(let secret): .ed25519(secret.publicKey)
                case .ed25519Public(let half): .ed25519(half)
                }
            keys[key.id, default: []].append(Candidate(key: key, secret: secret))
        }
        self.keys = keys
    }

    /// Verifies the text of a card or poster, exactly as it was scanned.
    public func verify(_ text: String, at now: Timestamp) -> Verification {
        guard let payload = try? SignedPayload(text: text) else { return Verification(verdict: .malformed) }
        return verify(message: payload.message, at: now)
    }

    /// Verifies a tagged COSE message.
    ///
    /// The algorithm is the key's, never the message's. Where several keys have the message's key ID, each is tried, and
    /// one whose binding fits the claims goes before one whose binding does not.
    public func verify(message bytes: [UInt8], at now: Timestamp) -> Verification {
        guard let message = try? COSEMessage(parsing: bytes) else { return Verification(verdict: .malformed) }
        guard let candidates = keys[message.keyID] else {
            return Verification(verdict: .unknownKey, keyID: message.keyID)
        }
        let authenticated = message.authenticated
        let signers = candidates.filter { $0.holds(message, authenticated: authenticated) }.map(\.key)
        guard !signers.isEmpty else { return Verification(verdict: .forged, keyID: message.keyID) }
        guard let claims = try? Claims(decoding: message.payload) else {
            return Verification(verdict: .malformed, keyID: message.keyID)
        }
        return Verification(verdict: verdict(on: claims, from: signers, at: now), claims: claims, keyID: message.keyID)
    }

    /// The verdict on claims that these keys, at least one, have signed.
    private func verdict(on claims: Claims, from signers: [Key], at now: Timestamp) -> Verdict {
        let bound = signers.filter { $0.purpose.covers(claims.kind) && $0.unit == claims.unit }
        guard !bound.isEmpty else { return .wrongPurpose }
        guard bound.contains(where: { $0.mayHaveIssued(at: claims.issued) }) else { return .unknownKey }
        if revoked.contains(claims.serial) { return .revoked }
        if now < claims.issued.adding(seconds: -Self.clockSkew) { return .notYetValid }
        if now > claims.expires.adding(seconds: Self.clockSkew) { return .expired }
        return .valid
    }
}

extension Verifier.Candidate {
    /// Whether the message is of the key's algorithm and its authenticator holds.
    fileprivate func holds(_ message: COSEMessage, authenticated: [UInt8]) -> Bool {
        guard message.algorithm == key.algorithm else { return false }
        switch secret {
        case .hmac(let secret):
            return HMAC<SHA256>.isValidAuthenticationCode(
                Array(message.authenticator), authenticating: authenticated, using: secret)
        case .ed25519(let half):
            return half.isValidSignature(message.authenticator, for: authenticated)
        }
    }
}

extension Verifier: CustomStringConvertible, CustomReflectable {
    /// How many keys and revoked serials the verifier knows.
    public var description: String { "verifier with \(keys.count) key IDs and \(revoked.count) revoked serials" }

    /// A mirror without keys.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
