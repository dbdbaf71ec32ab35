/// A telephone number of Vietnam, as digits.
package enum PhoneNumber {
    package enum Verdict: Equatable {
        /// A number that can be dialled.
        case good
        /// A number in another form, and the number to dial now.
        case mended(Rule, String)
        /// No number.
        case bad
    }

    /// Whether a text is ten digits of a mobile telephone, as most are.
    package static func isUsual(_ text: String) -> Bool {
        let bytes = text.utf8Span.span
        guard bytes.count == 10, bytes[0] == UInt8(ascii: "0") else { return false }
        for index in 2..<10 where bytes[index] &- UInt8(ascii: "0") > 9 { return false }
        return isMobile(bytes[1])
    }

    /// Judges one number; spaces, points, hyphens and parentheses do not matter.
    package static func verdict(_ text: String) -> Verdict {
        guard let digits = CellDigits.digits(text, without: " .-()", keepsPlus: true) else { return .bad }
        if digits.hasPrefix("+") { return withoutCountry(digits.dropFirst()) }
        if canBeDialled(digits) { return .good }
        if digits.hasPrefix("00") { return withoutCountry(digits.dropFirst(2)) }
        if let new = withNewPrefix(digits) { return .mended(.phoneOldPrefix, new) }
        if digits.utf8.count >= 11, digits.hasPrefix("84") { return withoutCountry(digits[...]) }
        guard !digits.hasPrefix("0") else { return .bad }
        let whole = "0" + digits
        if canBeDialled(whole) { return .mended(.phoneLostZero, whole) }
        return withNewPrefix(whole).map { .mended(.phoneOldPrefix, $0) } ?? .bad
    }

    /// The number behind the country's 84, which may keep its zero.
    private static func withoutCountry(_ digits: Substring) -> Verdict {
        guard digits.hasPrefix("84") else { return .bad }
        let rest = digits.dropFirst(2)
        let number = rest.hasPrefix("0") ? String(rest) : "0" + rest
        if canBeDialled(number) { return .mended(.phoneCountryCode, number) }
        return withNewPrefix(number).map { .mended(.phoneCountryCode, $0) } ?? .bad
    }

    /// Whether digits are a mobile number (10 from 03, 05, 07, 08, 09), a landline (10 or 11 from 02) or a hotline (1800,
    /// 1900, and 4 or 6 more).
    private static func canBeDialled(_ digits: String) -> Bool {
        let count = digits.utf8.count
        let head = Array(digits.utf8.prefix(2))
        guard head.count == 2 else { return false }
        if head[0] == UInt8(ascii: "0") {
            return isMobile(head[1]) && count == 10 || head[1] == UInt8(ascii: "2") && (count == 10 || count == 11)
        }
        return (digits.hasPrefix("1800") || digits.hasPrefix("1900")) && (count == 8 || count == 10)
    }

    private static func isMobile(_ second: UInt8) -> Bool {
        switch second {
        case UInt8(ascii: "3"), UInt8(ascii: "5"), UInt8(ascii: "7"), UInt8(ascii: "8"), UInt8(ascii: "9"): true
        default: false
        }
    }

    /// The ten digits of a mobile number that had eleven before 2018; nil for every other number.
    private static func withNewPrefix(_ digits: String) -> String? {
        guard digits.utf8.count == 11, let new = newPrefixes[String(digits.prefix(4))] else { return nil }
        return new + digits.dropFirst(4)
    }

    /// The prefixes of mobile numbers that changed in 2018: Decision 798/QĐ-BTTTT.
    private static let newPrefixes = [
        "0162": "032", "0163": "033", "0164": "034", "0165": "035", "0166": "036", "0167": "037", "0168": "038",
        "0169": "039", "0120": "070", "0121": "079", "0122": "077", "0126": "076", "0128": "078", "0123": "083",
        "0124": "084", "0125": "085", "0127": "081", "0129": "082", "0186": "056", "0188": "058", "0199": "059",
    ]
}
