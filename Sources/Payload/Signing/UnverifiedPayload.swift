import Messages

/// What a payload says of itself, with nothing checked but its form: for looking at, never for trusting.
public struct UnverifiedPayload: Sendable, Hashable {
    /// The key that the message names.
    public let keyID: KeyID
    /// The algorithm that the message names.
    public let algorithm: Algorithm
    /// What the payload says.
    public let claims: Claims

    /// Reads the text of a card or poster.
    public init(text: String) throws(PayloadError) { try self.init(SignedPayload(text: text)) }

    /// Reads a signed payload.
    public init(_ payload: SignedPayload) throws(PayloadError) {
        let message: COSEMessage
        do { message = try COSEMessage(parsing: payload.message) } catch { throw .message(reason: error.message) }
        do { claims = try Claims(decoding: message.payload) } catch { throw .claims(reason: error.message) }
        (keyID, algorithm) = (message.keyID, message.algorithm)
    }
}
