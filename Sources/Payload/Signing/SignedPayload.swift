/// A signed message as it is carried by a code: the bytes, and the texts that hold them.
public struct SignedPayload: Sendable, Hashable {
    /// The tagged COSE message.
    public let message: [UInt8]

    /// Why a text carries no message.
    public enum TextError: Error, Sendable, Hashable {
        /// The text is a card's, with wrong digits.
        case digits(DigitText.DecodingError)
        /// The text is an address, but not a poster's.
        case url(PosterURL.DecodingError)
        /// The text begins neither with `MB1:` nor as an address does.
        case neither
    }

    /// Creates the payload of a message, which is not looked at.
    public init(message: [UInt8]) {
        self.message = message
    }

    /// Reads the text of a card (`MB1:` and digits) or of a poster (an address); the message is not looked at.
    public init(text: String) throws(TextError) {
        if text.utf8.starts(with: DigitText.prefix.utf8) {
            do {
                message = try DigitText.decode(text)
            } catch {
                throw .digits(error)
            }
        } else if text.utf8.starts(with: "http".utf8) {
            do {
                message = try PosterURL.decode(text)
            } catch {
                throw .url(error)
            }
        } else {
            throw .neither
        }
    }

    /// The text of a card: `MB1:` and decimal digits.
    public var text: String { DigitText.encode(message) }

    /// The text of a poster: an address at the office that any telephone's camera opens.
    public func url(base: BaseURL) -> String { PosterURL.encode(message, base: base) }
}

extension SignedPayload.TextError: CustomStringConvertible {
    /// The fault in words.
    public var description: String {
        switch self {
        case .digits(let error): error.description
        case .url(let error): error.description
        case .neither: "the text is no card's and no poster's: it begins neither with \(DigitText.prefix) nor with http"
        }
    }
}
