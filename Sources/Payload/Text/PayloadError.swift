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
    case message(reason: Message)
    /// The payload is not a claims set of ours; `reason` says why and at which byte of the message.
    case claims(reason: Message)

    /// Bad input.
    public var category: FailureCategory { .badInput }

    /// The fault in words.
    public var message: Message {
        switch self {
        case .otherText:
            Message(
                en: "the text is no card's and no poster's: it begins neither with \(DigitText.prefix) nor with http",
                vi: "đây không phải là mã của thẻ hay áp phích: không bắt đầu bằng \(DigitText.prefix) hay http")
        case .wrongPrefix:
            Message(
                en: "the text does not begin with \(DigitText.prefix)", vi: "mã không bắt đầu bằng \(DigitText.prefix)")
        case .notADigit(let offset):
            Message(
                en: "character \(offset + 1) of the text is not a digit",
                vi: "ký tự thứ \(offset + 1) của mã không phải là chữ số")
        case .wrongLength(let digits):
            Message(
                en: "no message has \(digits) digits: the text is cut short or too long",
                vi: "không có mã nào dài \(digits) chữ số: mã bị thiếu hoặc thừa")
        case .blockOutOfRange(let offset):
            Message(
                en: "the digits from character \(offset + 1) have too large a value",
                vi: "các chữ số từ ký tự thứ \(offset + 1) có giá trị quá lớn")
        case .wrongAddress:
            Message(
                en: "the address does not end with /v/ and a message",
                vi: "địa chỉ không kết thúc bằng /v/ và một mã ký")
        case .notBase64URL:
            Message(
                en: "the last part of the address is cut short or mistyped",
                vi: "phần cuối của địa chỉ bị thiếu hoặc gõ sai")
        case .message(let reason):
            Message(
                en: "the text carries no message of ours: \(reason.english)",
                vi: "mã không chứa mã ký của Mocban: \(reason.vietnamese)")
        case .claims(let reason):
            Message(
                en: "the message carries no claims of ours: \(reason.english)",
                vi: "mã ký không chứa nội dung của Mocban: \(reason.vietnamese)")
        }
    }
}
