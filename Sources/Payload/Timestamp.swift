import FoundationEssentials

/// A moment in time as whole seconds since 1970-01-01T00:00:00Z.
///
/// This is the NumericDate of RFC 8392 and RFC 7519, without fractions and without leap seconds.
public struct Timestamp: Sendable, Hashable, Comparable {
    /// Seconds since 1970-01-01T00:00:00Z; negative before it.
    public let secondsSince1970: Int64

    /// Creates the moment that many seconds after 1970-01-01T00:00:00Z.
    public init(secondsSince1970: Int64) {
        self.secondsSince1970 = secondsSince1970
    }

    /// Reads the system's clock, rounded down to a whole second.
    public static func now() -> Timestamp {
        #if DEBUG || MOCBAN_FAULTS
            if let clock = Self.testClock {
                return clock.isRunning
                    ? clock.start.adding(seconds: clock.since.duration(to: .now).components.seconds) : clock.start
            }
        #endif
        return Timestamp(secondsSince1970: Int64(Date().timeIntervalSince1970.rounded(.down)))
    }

    #if DEBUG || MOCBAN_FAULTS
        /// The moment that tests name in the environment, so that what they print is the same every day; with a `+` behind it,
        /// the clock runs on from there.
        private static let testClock: (start: Timestamp, isRunning: Bool, since: ContinuousClock.Instant)? = {
            let text = ProcessInfo.processInfo.environment["MOCBAN_CLOCK"] ?? ""
            guard let start = Timestamp(String(text.prefix(20))) else { return nil }
            return (start, text.hasSuffix("+"), .now)
        }()
    #endif

    /// The moment `seconds` later, or earlier when negative; it stops at the ends of `Int64` instead of overflowing.
    public func adding(seconds: Int64) -> Timestamp {
        let (sum, overflow) = secondsSince1970.addingReportingOverflow(seconds)
        return Timestamp(secondsSince1970: overflow ? (seconds < 0 ? .min : .max) : sum)
    }

    /// Orders moments from earlier to later.
    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.secondsSince1970 < right.secondsSince1970
    }
}

extension Timestamp: LosslessStringConvertible {
    /// The moment in UTC, in the form `2026-11-24T06:43:29Z` (ISO 8601, RFC 3339).
    public var description: String {
        let days = Self.floorDivide(secondsSince1970, by: Self.secondsPerDay)
        let (year, month, day) = Self.date(daysSince1970: days)
        let remainder = secondsSince1970 % Self.secondsPerDay
        let second = remainder < 0 ? remainder + Self.secondsPerDay : remainder
        let date = "\(Self.padded(year, to: 4))-\(Self.padded(month, to: 2))-\(Self.padded(day, to: 2))"
        let hour = Self.padded(second / 3600, to: 2)
        return "\(date)T\(hour):\(Self.padded(second / 60 % 60, to: 2)):\(Self.padded(second % 60, to: 2))Z"
    }

    /// Reads `2026-11-24T06:43:29Z`, or `2026-11-24` as that day's midnight in UTC.
    ///
    /// Nothing else is accepted: no other zone, no fraction, no date that the calendar lacks.
    public init?(_ description: String) {
        let text = Array(description.utf8.prefix(21))
        guard text.count == 10 || text.count == 20,
            let year = Self.digits(text[0..<4]), text[4] == UInt8(ascii: "-"),
            let month = Self.digits(text[5..<7]), text[7] == UInt8(ascii: "-"),
            let day = Self.digits(text[8..<10]),
            (1...12).contains(month), (1...Self.days(inMonth: month, year: year)).contains(day)
        else { return nil }
        var seconds = Self.daysSince1970(year: year, month: month, day: day) * Self.secondsPerDay
        if text.count == 20 {
            guard text[10] == UInt8(ascii: "T"), let hour = Self.digits(text[11..<13]), hour < 24,
                text[13] == UInt8(ascii: ":"), let minute = Self.digits(text[14..<16]), minute < 60,
                text[16] == UInt8(ascii: ":"), let second = Self.digits(text[17..<19]), second < 60,
                text[19] == UInt8(ascii: "Z")
            else { return nil }
            seconds += hour * 3600 + minute * 60 + second
        }
        self.init(secondsSince1970: seconds)
    }

    private static let secondsPerDay: Int64 = 86_400
    private static let daysPerEra: Int64 = 146_097

    private static func floorDivide(_ value: Int64, by divisor: Int64) -> Int64 {
        value / divisor - (value % divisor < 0 ? 1 : 0)
    }

    private static func padded(_ value: Int64, to width: Int) -> String {
        let digits = String(value.magnitude)
        return (value < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    private static func digits(_ text: ArraySlice<UInt8>) -> Int64? {
        var value: Int64 = 0
        for byte in text {
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
            value = value * 10 + Int64(byte - UInt8(ascii: "0"))
        }
        return value
    }

    private static func days(inMonth month: Int64, year: Int64) -> Int64 {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The proleptic Gregorian calendar in eras of 400 years that begin on 1 March (Howard Hinnant's `days_from_civil`).
    private static func daysSince1970(year: Int64, month: Int64, day: Int64) -> Int64 {
        let year = month <= 2 ? year - 1 : year
        let era = floorDivide(year, by: 400)
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return era * daysPerEra + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func date(daysSince1970 days: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let shifted = days + 719_468
        let era = floorDivide(shifted, by: daysPerEra)
        let dayOfEra = shifted - era * daysPerEra
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}
