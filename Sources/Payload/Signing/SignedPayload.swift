/// A signed message as it is carried by a code: the bytes, and the texts that hold them.
public struct SignedPayload: Sendable, Hashable {
    /// The tagged COSE message.
    public let message: [UInt8]

    /// Creates the payload of a message, which is not looked at.
    public init(message: [UInt8]) { self.message = message }

    /// Reads the text of a card (`MB1:` and digits) or of a poster (an address); the message is not looked at.
    public init(text: String) throws(PayloadError) {
        if text.utf8.starts(with: DigitText.prefix.utf8) {
            message = try DigitText.decode(text)
        } else if text.utf8.starts(with: "http".utf8) {
            message = try PosterURL.decode(text)
        } else {
            throw .otherText
        }
    }

    /// The text of a card: `MB1:` and decimal digits.
    public var text: String { DigitText.encode(message) }

    /// The text of a poster: an address at the office that any telephone's camera opens.
    public func url(base: BaseURL) -> String { PosterURL.encode(message, base: base) }
}
