public import Messages

/// Why a text carries no payload of ours; offsets count bytes of UTF-8 from the text's start.
public enum PayloadError: Failure, Hashable {
    /// The text begins neither with `MB1:` nor as an address does.
    case otherText
    /// A card's text does not begin with `MB1:`, in capitals.
    case wrongPrefix
    /// The byte at this offset is not an ASCII digit.
    case notADigit(offset: Int)
    /// No message has this many digits.
    case wrongLength(digits: Int)
    /// The block of digits at this offset has a value too large for its bytes.
    case blockOutOfRange(offset: Int)
    /// An address is not `http://` or `https://`, a host and a path that ends with `/v/` and the message.
    case wrongAddress
    /// The last path component of an address is not the unpadded base64url of any bytes.
    case notBase64URL
    /// The message is not a COSE message of ours; `reason` says why and at which byte.
    case message(reason: String)
    /// The payload is not a claims set of ours; `reason` says why and at which byte of the message.
    case claims(reason: String)

    /// Bad input.
    public var category: FailureCategory { .badInput }

    /// The fault in words.
    public var description: String {
        switch self {
        case .otherText:
            "the text is no card's and no poster's: it begins neither with \(DigitText.prefix) nor with http"
        case .wrongPrefix: "the text does not begin with \(DigitText.prefix)"
        case .notADigit(let offset): "character \(offset + 1) of the text is not a digit"
        case .wrongLength(let digits): "no message has \(digits) digits: the text is cut short or too long"
        case .blockOutOfRange(let offset): "the digits from character \(offset + 1) have too large a value"
        case .wrongAddress: "the address does not end with /v/ and a message"
        case .notBase64URL: "the last part of the address is cut short or mistyped"
        case .message(let reason): "the text carries no message of ours: \(reason)"
        case .claims(let reason): "the message carries no claims of ours: \(reason)"
        }
    }
}
