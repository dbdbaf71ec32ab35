/// A number of a cell, as exact as the file has it.
enum CellNumber: Equatable {
    /// An integer of at most 18 digits.
    case integer(Int)
    /// Another number; finite.
    case decimal(Double)
    /// An integer of 19 digits or more, which stands as it is.
    case long

    /// Integers from here on, 2⁵³, are no longer exact in Excel and its kind.
    private static let exact = 9_007_199_254_740_992.0

    /// The number of a text such as `46187003197`, `4.6187003197E10` or `-0.5`; nil where it is none.
    init?(_ text: some Collection<UInt8>) {
        var value = 0, digits = 0
        var isNegative = false
        var isInteger = true
        for (index, byte) in text.enumerated() {
            switch byte {
            case 0x30...0x39:
                digits += 1
                if digits <= 18 { value = value * 10 + Int(byte - 0x30) }
            case UInt8(ascii: "-") where index == 0: isNegative = true
            case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
                isInteger = false
            default: return nil
            }
        }
        guard digits > 0 else { return nil }
        if isInteger {
            self = digits <= 18 ? .integer(isNegative ? -value : value) : .long
            return
        }
        guard let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite else { return nil }
        self = value.rounded() == value && abs(value) < Self.exact ? .integer(Int(value)) : .decimal(value)
    }

    /// The number as one that days are counted with; nil where it is too long for that.
    var serial: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .decimal(let value): value
        case .long: nil
        }
    }

    /// Whether the number is an integer of more than 15 digits.
    var isLong: Bool {
        switch self {
        case .integer(let value): value.magnitude >= 1_000_000_000_000_000
        case .decimal(let value): abs(value) >= 1e15
        case .long: true
        }
    }

    /// Adds the shortest text that reads as the same number, without an exponent where it has at most 21 digits; the file's
    /// own text of one that is too long.
    func append(given: some Collection<UInt8>, to text: inout [UInt8]) {
        switch self {
        case .integer(let value): text += String(value).utf8
        case .decimal(let value): text += Self.plain(value).utf8
        case .long: text += given
        }
    }

    private static func plain(_ value: Double) -> String {
        let text = value.description
        guard let mark = text.firstIndex(of: "e"), let exponent = Int(text[text.index(after: mark)...]),
            abs(exponent) <= 20
        else { return text.hasSuffix(".0") ? String(text.dropLast(2)) : text }
        let isNegative = text.hasPrefix("-")
        let mantissa = text[..<mark].drop { $0 == "-" }
        let digits = mantissa.filter { $0 != "." }
        let sign = isNegative ? "-" : ""
        if exponent < 0 { return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits.trimmed }
        let whole = digits.prefix(exponent + 1)
        let rest = digits.dropFirst(exponent + 1).description.trimmed
        let zeros = String(repeating: "0", count: max(0, exponent + 1 - digits.count))
        return sign + whole + zeros + (rest.isEmpty ? "" : "." + rest)
    }
}

extension String {
    /// Without zeros at the end.
    fileprivate var trimmed: String {
        var text = self
        while text.last == "0" { text.removeLast() }
        return text
    }
}
