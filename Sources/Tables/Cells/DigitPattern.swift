/// A number format of digits and plain text only, such as `000000000000`, `0000 000 000` or `"+84"#########`.
struct DigitPattern: Equatable {
    /// Bytes in UTF-8 of the text; 0 stands for a digit.
    private var bytes: [UInt8] = []
    private var slots = 0
    /// Digits that are shown where the number has fewer: a `0`, and every slot behind one.
    private var required = 0
    private var hasLiteralDigit = false

    private static let digit: UInt8 = 0

    mutating func append(isRequired: Bool) {
        bytes.append(Self.digit)
        slots += 1
        if isRequired || required > 0 { required += 1 }
    }

    /// Adds a character that is shown as it is.
    mutating func append(literal scalar: Unicode.Scalar) {
        if scalar.value >= 0x30, scalar.value <= 0x39 { hasLiteralDigit = true }
        if scalar.value != 0 { bytes += Array(String(scalar).utf8) }
    }

    /// Whether the pattern adds digits to a number: zeros in front, or digits of its own.
    var changesNumbers: Bool { slots > 0 && (required > 1 || hasLiteralDigit) }

    /// Adds the text that is shown for an integer's digits; those that are more than the slots go to the first.
    func append(_ digits: some Collection<UInt8>, to text: inout [UInt8]) {
        var shown = [UInt8](repeating: 0x30, count: max(0, required - digits.count))
        shown += digits
        var next = 0, slot = 0
        for byte in bytes {
            guard byte == Self.digit else {
                text.append(byte)
                continue
            }
            slot += 1
            let end = shown.count - (slots - slot)
            if end > next {
                text += shown[next..<end]
                next = end
            }
        }
    }
}
