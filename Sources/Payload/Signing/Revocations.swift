/// Where it is known which cards and posters are no longer good: a list that an office has signed, or its register.
public protocol Revocations: Sendable {
    /// Whether a card or poster is revoked, by its serial or because of the key that signed it.
    ///
    /// - Parameters:
    ///   - serial: The serial in its claims.
    ///   - key: The ID of the key whose signature holds.
    ///   - issued: When it was issued, as its claims say.
    /// - Returns: Whether it is revoked.
    /// - Throws: What keeps the source from knowing it, such as a register that cannot be read.
    func revokes(_ serial: Serial, signedBy key: KeyID, issued: Timestamp) throws -> Bool
}
