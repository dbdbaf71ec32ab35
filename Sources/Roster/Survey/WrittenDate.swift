/// A date as a cell writes it, of two numbers and a year, with the first two not yet told apart.
struct WrittenDate: Equatable, Sendable {
    /// The first number and the second, 1 to 31.
    let first, second: UInt8
    /// The year.
    let year: UInt16
    private let separator: UInt8
    private let isFirstPadded, isSecondPadded: Bool

    /// Reads `3/4/1980` or `03-04-1980` or `03.04.1980`; gives nothing for any other text.
    init?(_ text: String) {
        let bytes = text.utf8Span.span
        var numbers: (UInt16, UInt16, UInt16) = (0, 0, 0)
        var part = 0
        var secondStart = 0
        var separator: UInt8 = 0
        var start = 0
        for index in bytes.indices {
            let byte = bytes[index]
            let digit = byte &- UInt8(ascii: "0")
            if digit < 10 {
                guard index - start < (part == 2 ? 4 : 2) else { return nil }
                switch part {
                case 0: numbers.0 = numbers.0 * 10 + UInt16(digit)
                case 1: numbers.1 = numbers.1 * 10 + UInt16(digit)
                default: numbers.2 = numbers.2 * 10 + UInt16(digit)
                }
                continue
            }
            let isSeparator = byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
            guard isSeparator, part < 2, index > start, separator == 0 || separator == byte else { return nil }
            separator = byte
            part += 1
            start = index + 1
            if part == 1 { secondStart = start }
        }
        guard part == 2, bytes.count - start == 4 else { return nil }
        guard (1...31).contains(numbers.0), (1...31).contains(numbers.1) else { return nil }
        (first, second, year) = (UInt8(numbers.0), UInt8(numbers.1), numbers.2)
        self.separator = separator
        isFirstPadded = bytes[0] == UInt8(ascii: "0")
        isSecondPadded = bytes[secondStart] == UInt8(ascii: "0")
    }

    /// Whether it is a date with the month first alone.
    var isMonthFirst: Bool { first <= 12 && second > 12 }
    /// Whether it is a date with the day first alone.
    var isDayFirst: Bool { first > 12 && second <= 12 }
    /// Whether it is one date with the day first and another with the month first.
    var isAmbiguous: Bool { first <= 12 && second <= 12 && first != second }

    /// The date with the month first as Vietnam writes it: `04/03/1980` for `3-4-1980`.
    var monthFirst: String {
        CalendarDate(year: Int(year), month: Int(first), day: Int(second))?.description ?? text
    }

    /// The cell's text.
    var text: String {
        let sign = Unicode.Scalar(separator)
        return "\(isFirstPadded ? "0" : "")\(first)\(sign)\(isSecondPadded ? "0" : "")\(second)\(sign)\(year)"
    }
}
