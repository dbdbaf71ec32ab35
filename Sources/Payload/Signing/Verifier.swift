/// A keyring and what is known of revocations made ready to verify one text after another.
public struct Verifier: Sendable {
    /// How far clocks may be apart each way, in seconds.
    public static let clockSkew: Int64 = 300

    /// What says which cards and posters are no longer good; `nil` where nothing is known.
    public var revocations: (any Revocations)?

    private let keys: [KeyID: [VerifyingKey]]

    /// Creates a verifier; root and serial keys are left aside.
    public init(keyring: Keyring, revocations: (any Revocations)? = nil) {
        self.revocations = revocations
        keys = Dictionary(grouping: keyring.keys.compactMap(VerifyingKey.init), by: \.key.id)
    }

    /// Verifies the text of a card or poster, exactly as it was scanned.
    ///
    /// Throws only what ``Revocations/revokes(_:signedBy:issued:)`` throws.
    public func verify(_ text: String, at now: Timestamp) throws -> Verification {
        guard let payload = try? SignedPayload(text: text) else { return Verification(verdict: .malformed) }
        return try verify(message: payload.message, at: now)
    }

    /// Verifies a tagged COSE message.
    ///
    /// The algorithm is the key's, never the message's. Where several keys have the message's key ID, each is tried, and
    /// one whose binding fits the claims goes before one whose binding does not.
    /// Throws only what ``Revocations/revokes(_:signedBy:issued:)`` throws.
    public func verify(message bytes: [UInt8], at now: Timestamp) throws -> Verification {
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
        let verdict = try verdict(on: claims, from: signers, keyID: message.keyID, at: now)
        return Verification(verdict: verdict, claims: claims, keyID: message.keyID)
    }

    /// The verdict on claims that these keys, at least one and all of one ID, have signed.
    private func verdict(on claims: Claims, from signers: [Key], keyID: KeyID, at now: Timestamp) throws -> Verdict {
        let bound = signers.filter { $0.purpose.covers(claims.kind) && $0.unit == claims.unit }
        guard !bound.isEmpty else { return .wrongPurpose }
        guard bound.contains(where: { $0.mayHaveIssued(at: claims.issued) }) else { return .unknownKey }
        if try revocations?.revokes(claims.serial, signedBy: keyID, issued: claims.issued) == true { return .revoked }
        if now < claims.issued.adding(seconds: -Self.clockSkew) { return .notYetValid }
        if now > claims.expires.adding(seconds: Self.clockSkew) { return .expired }
        return .valid
    }
}

extension Verifier: CustomStringConvertible, CustomReflectable {
    /// How many keys the verifier knows, and whether it knows of revocations.
    public var description: String {
        "verifier with \(keys.count) key IDs and \(revocations == nil ? "no" : "known") revocations"
    }

    /// A mirror without keys.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension Key {
    /// Whether claims issued at that moment may come from this key, with the clocks' skew each way.
    func mayHaveIssued(at issued: Timestamp) -> Bool {
        issued >= notBefore.adding(seconds: -Verifier.clockSkew)
            && expires.map { issued <= $0.adding(seconds: Verifier.clockSkew) } ?? true
    }
}

/// Where it is known which cards and posters are no longer good: a list that an office has signed, or its register.
public protocol Revocations: Sendable {
    /// Whether a card or poster is revoked, by its serial or because of the key that signed it.
    ///
    /// The serial and the time of issue are those of its claims; the key is the one whose signature holds. Throws what
    /// keeps the source from knowing it, such as a register that cannot be read.
    func revokes(_ serial: Serial, signedBy key: KeyID, issued: Timestamp) throws -> Bool
}
