public import Payload
public import QRCode

extension SignedPayload {
    /// The message as a card carries it: `MB1:` in alphanumeric mode, the digits in numeric mode.
    public var cardSegments: [Segment] {
        [Segment.alphanumeric(DigitText.prefix), Segment.numeric(DigitText.digits(of: message))].compactMap(\.self)
    }

    /// The message as a poster carries it: a web address in byte mode where the office has one, else as on a card.
    public func posterSegments(base: BaseURL?) -> [Segment] {
        guard let base else { return cardSegments }
        return [Segment.byte(url(base: base))]
    }
}
