/// The text on a card: `MB1:` and decimal digits that hold the message.
///
/// The message is cut into blocks of 7 bytes, big-endian, 17 digits each; a last block of 1 to 6 bytes takes 3, 5, 8,
/// 10, 13 or 15 digits. Every message has exactly one such text.
public enum DigitText {
    /// What every card's text begins with.
    public static let prefix = "MB1:"

    private static let bytesPerBlock = 7
    private static let digitsPerBlock = 17
    /// Digits that a last block of 0 to 7 bytes takes.
    private static let digitsForBytes = [0, 3, 5, 8, 10, 13, 15, 17]

    /// The text of a message, prefix and digits.
    public static func encode(_ message: [UInt8]) -> String { text(beginningWith: prefix, of: message) }

    /// The digits of a message without the prefix, for a QR code's numeric segment.
    public static func digits(of message: [UInt8]) -> String { text(beginningWith: "", of: message) }

    /// The message of a text.
    public static func decode(_ text: String) throws(PayloadError) -> [UInt8] {
        var text = text
        text.makeContiguousUTF8()
        return try decode(utf8: text.utf8.span)
    }

    private static func decode(utf8 text: Span<UInt8>) throws(PayloadError) -> [UInt8] {
        let prefixCount = prefix.utf8.count
        guard text.count >= prefixCount else { throw .wrongPrefix }
        var index = 0
        for byte in prefix.utf8 {
            guard text[index] == byte else { throw .wrongPrefix }
            index += 1
        }
        let digitCount = text.count - prefixCount
        guard let lastBytes = digitsForBytes.firstIndex(of: digitCount % digitsPerBlock) else {
            for offset in index..<text.count where text[offset] &- UInt8(ascii: "0") > 9 {
                throw .notADigit(offset: offset)
            }
            throw .wrongLength(digits: digitCount)
        }
        var message: [UInt8] = []
        message.reserveCapacity(digitCount / digitsPerBlock * bytesPerBlock + lastBytes)
        while index < text.count {
            let start = index
            let full = text.count - index >= digitsPerBlock
            let byteCount = full ? bytesPerBlock : lastBytes
            let end = full ? index + digitsPerBlock : text.count
            var value: UInt64 = 0
            while index < end {
                let digit = text[index] &- UInt8(ascii: "0")
                guard digit <= 9 else { throw .notADigit(offset: index) }
                value = value &* 10 &+ UInt64(digit)
                index += 1
            }
            guard value >> UInt64(8 * byteCount) == 0 else { throw .blockOutOfRange(offset: start) }
            for shift in stride(from: 8 * (byteCount - 1), through: 0, by: -8) {
                message.append(UInt8(truncatingIfNeeded: value >> UInt64(shift)))
            }
        }
        return message
    }

    private static func text(beginningWith start: String, of message: [UInt8]) -> String {
        var text = Array(start.utf8)
        let blocks = message.count / bytesPerBlock
        let lastDigits = digitsForBytes[message.count % bytesPerBlock]
        var end = text.count
        text.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: blocks * digitsPerBlock + lastDigits))
        // Written through a span, so that not every digit asks whether the array is shared.
        var digits = text.mutableSpan
        var index = 0
        while index < message.count {
            let byteCount = min(bytesPerBlock, message.count - index)
            var value: UInt64 = 0
            for byte in index..<index + byteCount { value = value << 8 | UInt64(message[byte]) }
            index += byteCount
            end += digitsForBytes[byteCount]
            var position = end - 1
            while value > 0 {
                let (quotient, digit) = value.quotientAndRemainder(dividingBy: 10)
                digits[position] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
                value = quotient
                position -= 1
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
