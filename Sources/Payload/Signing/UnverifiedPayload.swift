public import Files

/// What a payload says of itself, with nothing checked but its form: for looking at, never for trusting.
public struct UnverifiedPayload: Sendable, Hashable {
    /// The key that the message names.
    public let keyID: KeyID
    /// The algorithm that the message names.
    public let algorithm: Algorithm
    /// What the payload says.
    public let claims: Claims

    /// Why a text cannot be looked into.
    public enum ParseError: Failure, Sendable, Hashable {
        /// The text carries no message.
        case text(SignedPayload.TextError)
        /// The message is not a COSE message of ours; `reason` says why and at which byte.
        case message(reason: String)
        /// The payload is not a claims set of ours; `reason` says why and at which byte of the message.
        case claims(reason: String)
    }

    /// Reads the text of a card or poster.
    public init(text: String) throws(ParseError) {
        let payload: SignedPayload
        do {
            payload = try SignedPayload(text: text)
        } catch {
            throw .text(error)
        }
        try self.init(payload)
    }

    /// Reads a signed payload.
    public init(_ payload: SignedPayload) throws(ParseError) {
        let message: COSEMessage
        do {
            message = try COSEMessage(parsing: payload.message)
        } catch {
            throw .message(reason: error.description)
        }
        do {
            claims = try Claims(decoding: message.payload)
        } catch {
            throw .claims(reason: error.description)
        }
        keyID = message.keyID
        algorithm = message.algorithm
    }
}

extension UnverifiedPayload.ParseError {
    /// Bad input.
    public var category: FailureCategory { .badInput }

    /// The fault in words.
    public var description: String {
        switch self {
        case .text(let error): error.description
        case .message(let reason): "the text carries no message of ours: \(reason)"
        case .claims(let reason): "the message carries no claims of ours: \(reason)"
        }
    }
}
