/// The time that programs write behind a date.
package enum TimeOfDay {
    /// The text before a midnight: `05/03/1980` for `05/03/1980 00:00:00`, `1980-03-05T00:00` or `05/03/1980 12:00:00 SA`.
    ///
    /// Nil where no midnight stands there. Any other time is kept: behind 17:00 of UTC hides the next day in Vietnam.
    package static func withoutMidnight(_ text: String) -> String? {
        guard let end = text.utf8.firstIndex(where: { $0 == UInt8(ascii: "T") || $0 == 0x20 }) else { return nil }
        var time = text[text.utf8.index(after: end)...]
        // SA is sáng, the AM of Vietnamese Windows.
        let half = ["AM", "SA"].first { time.hasSuffix($0) }
        if half != nil { time = time.dropLast(2) }
        if time.utf8.last == UInt8(ascii: "Z") || time.utf8.last == 0x20 { time = time.dropLast() }
        if half != nil, time.hasPrefix("12:") { time = time.dropFirst(2) }
        let isMidnight = time.utf8.allSatisfy {
            $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".")
        }
        return isMidnight && time.utf8.contains(UInt8(ascii: ":")) ? String(text[..<end]) : nil
    }
}
