import Calendar

/// A date as a cell writes it, of two numbers and a year, with the first two not yet told apart.
package struct WrittenDate: Equatable, Sendable {
    /// The first number and the second, 1 to 31.
    package let first, second: UInt8
    package let year: UInt16
    private let sign: UInt8
    private let isFirstPadded, isSecondPadded: Bool

    /// Reads `3/4/1980` or `03-04-1980` or `03.04.1980`; gives nothing for any other text.
    package init?(_ text: String) {
        guard let written = WrittenNumbers(text), case (1...2, 1...2, 4) = written.digits else { return nil }
        let (first, second, year) = written.numbers
        guard (1...31).contains(first), (1...31).contains(second) else { return nil }
        (self.first, self.second, self.year) = (UInt8(first), UInt8(second), UInt16(year))
        sign = written.sign
        isFirstPadded = written.digits.0 == 2 && first < 10
        isSecondPadded = written.digits.1 == 2 && second < 10
    }

    /// Whether it is a date with the month first alone.
    package var isMonthFirst: Bool { first <= 12 && second > 12 }
    /// Whether it is a date with the day first alone.
    package var isDayFirst: Bool { first > 12 && second <= 12 }
    /// Whether it is one date with the day first and another with the month first.
    package var isAmbiguous: Bool { first <= 12 && second <= 12 && first != second }

    /// The date with the month first as Vietnam writes it: `04/03/1980` for `3-4-1980`.
    package var monthFirst: String {
        CalendarDate(year: Int(year), month: Int(first), day: Int(second))?.description ?? text
    }

    /// The cell's text.
    package var text: String {
        let sign = Unicode.Scalar(sign)
        return "\(isFirstPadded ? "0" : "")\(first)\(sign)\(isSecondPadded ? "0" : "")\(second)\(sign)\(year)"
    }
}
