package import Calendar

/// A date of birth in 23 bits, of which a year alone is a span of days.
package struct PackedBirth: Equatable, Sendable {
    /// Year, month and day in 14, 4 and 5 bits; month and day 0 for a year alone; 0 for an unknown birth.
    package let bits: UInt32

    package static let unknown = PackedBirth(bits: 0)

    private init(bits: UInt32) { self.bits = bits }

    package init(_ birth: BirthDate) {
        bits = UInt32(truncatingIfNeeded: birth.year << 9 | (birth.month ?? 0) << 5 | (birth.day ?? 0))
    }

    package init(_ date: CalendarDate) { self.init(.day(date)) }

    package var isKnown: Bool { bits != 0 }

    /// The date; none where it is unknown.
    package var date: BirthDate? {
        let year = Int(bits >> 9)
        guard isKnown else { return nil }
        let day = CalendarDate(year: year, month: Int(bits >> 5 & 15), day: Int(bits & 31))
        return day.map { .day($0) } ?? .year(year)
    }

    /// Whether one was for sure born less than so many years after another, or before them.
    ///
    /// Of a year alone, the day is taken that fits best.
    package func isSurelyBorn(lessThan years: UInt32, after elder: PackedBirth) -> Bool {
        latest < elder.earliest + years << 9
    }

    private var isYear: Bool { bits & 0x1FF == 0 }
    private var earliest: UInt32 { isYear ? bits | 1 << 5 | 1 : bits }
    private var latest: UInt32 { isYear ? bits | 12 << 5 | 31 : bits }
}
