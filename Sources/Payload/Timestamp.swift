public import Calendar
import FoundationEssentials

/// A moment in time as whole seconds since 1970-01-01T00:00:00Z.
///
/// This is the NumericDate of RFC 8392 and RFC 7519, without fractions and without leap seconds.
public struct Timestamp: Sendable, Hashable, Comparable {
    /// Seconds since 1970-01-01T00:00:00Z; negative before it.
    public let secondsSince1970: Int64

    /// Creates the moment that many seconds after 1970-01-01T00:00:00Z.
    public init(secondsSince1970: Int64) { self.secondsSince1970 = secondsSince1970 }

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
    public static func < (left: Timestamp, right: Timestamp) -> Bool { left.secondsSince1970 < right.secondsSince1970 }
}

extension Timestamp: LosslessStringConvertible {
    /// The moment in UTC, in the form `2026-11-24T06:43:29Z` (ISO 8601, RFC 3339).
    public var description: String {
        let (date, second) = CalendarDate.utc(Int(secondsSince1970))
        let (hours, minutes) = (second / 3600, second / 60 % 60)
        return "\(date.iso)T\(hours.padded(to: 2)):\(minutes.padded(to: 2)):\((second % 60).padded(to: 2))Z"
    }

    /// Reads `2026-11-24T06:43:29Z`, or `2026-11-24` as that day's midnight in UTC.
    ///
    /// Nothing else is accepted: no other zone, no fraction, no date that the calendar lacks.
    public init?(_ description: String) {
        let text = Array(description.utf8.prefix(21))
        guard text.count == 10 || text.count == 20, let date = CalendarDate(iso: text[0..<10]) else { return nil }
        var seconds = date.daysSince1970 * CalendarDate.seconds
        if text.count == 20 {
            guard text[10] == UInt8(ascii: "T"), let hour = Int(digits: text[11..<13]), hour < 24,
                text[13] == UInt8(ascii: ":"), let minute = Int(digits: text[14..<16]), minute < 60,
                text[16] == UInt8(ascii: ":"), let second = Int(digits: text[17..<19]), second < 60,
                text[19] == UInt8(ascii: "Z")
            else { return nil }
            seconds += hour * 3600 + minute * 60 + second
        }
        self.init(secondsSince1970: Int64(seconds))
    }
}

extension Timestamp {
    /// The day that the moment falls on in Việt Nam.
    public var vietnamDay: CalendarDate { CalendarDate.vietnam(Int(secondsSince1970)).date }

    /// The moment as Việt Nam writes it, `14:03 on 08/11/2021`.
    package var inVietnam: String {
        let (date, second) = CalendarDate.vietnam(Int(secondsSince1970))
        return "\((second / 3600).padded(to: 2)):\((second / 60 % 60).padded(to: 2)) on \(date)"
    }

    /// The same in Vietnamese, `14:03 ngày 08/11/2021`.
    package var inVietnamese: String {
        let (date, second) = CalendarDate.vietnam(Int(secondsSince1970))
        return "\((second / 3600).padded(to: 2)):\((second / 60 % 60).padded(to: 2)) ngày \(date)"
    }

    package init(endOf day: CalendarDate) { self.init(secondsSince1970: Int64(day.endInVietnam)) }
}
