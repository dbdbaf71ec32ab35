/// What verifying a text or message came to.
public enum Verdict: String, Sendable, Hashable, CaseIterable {
    /// Everything holds.
    case valid
    /// The card or poster is past its end.
    case expired
    /// The card or poster is issued later than now.
    case notYetValid = "not-yet-valid"
    /// The serial is on the list of revoked ones.
    case revoked
    /// The signature does not hold, or is not of the key's algorithm.
    case forged
    /// The keyring has no such key, or had it not when the card or poster was issued.
    case unknownKey = "unknown-key"
    /// The key is for another kind of claims or another unit.
    case wrongPurpose = "wrong-purpose"
    /// The text or the message is not in the format.
    case malformed
}

/// A verdict with what it is about.
public struct Verification: Sendable, Hashable {
    /// The verdict.
    public let verdict: Verdict
    /// What the payload says; only where the signature holds.
    public let claims: Claims?
    /// The key that the message names, not trusted unless the signature holds; `nil` where it could not be read.
    public let keyID: KeyID?

    /// Creates a verification.
    public init(verdict: Verdict, claims: Claims? = nil, keyID: KeyID? = nil) {
        (self.verdict, self.claims, self.keyID) = (verdict, claims, keyID)
    }
}
