import Calendar

/// A date as a cell writes it, of two numbers and a year, with the first two not yet told apart.
struct WrittenDate: Equatable, Sendable {
    /// The first number and the second, 1 to 31.
    let first, second: UInt8
    let year: UInt16
    private let sign: UInt8
    private let isFirstPadded, isSecondPadded: Bool

    /// Reads `3/4/1980` or `03-04-1980` or `03.04.1980`; gives nothing for any other text.
    init?(_ text: String) {
        guard let written = WrittenNumbers(text), case (1...2, 1...2, 4) = written.digits else { return nil }
        let (first, second, year) = written.numbers
        guard (1...31).contains(first), (1...31).contains(second) else { return nil }
        (self.first, self.second, self.year) = (UInt8(first), UInt8(second), UInt16(year))
        sign = written.sign
        isFirstPadded = written.digits.0 == 2 && first < 10
        isSecondPadded = written.digits.1 == 2 && second < 10
    }

    /// Whether it is a date with the month first alone.
    var isMonthFirst: Bool { first <= 12 && second > 12 }
    /// Whether it is a date with the day first alone.
    var isDayFirst: Bool { first > 12 && second <= 12 }
    /// Whether it is one date with the day first and another with the month first.
    var isAmbiguous: Bool { first <= 12 && second <= 12 && first != second }

    /// The date with the month first as Vietnam writes it: `04/03/1980` for `3-4-1980`.
    var monthFirst: String { CalendarDate(year: Int(year), month: Int(first), day: Int(second))?.description ?? text }

    /// The cell's text.
    var text: String {
        let sign = Unicode.Scalar(sign)
        return "\(isFirstPadded ? "0" : "")\(first)\(sign)\(isSecondPadded ? "0" : "")\(second)\(sign)\(year)"
    }
}
