/// Why a row is refused.
public struct Fault: Hashable, Sendable {
    /// The rule that the row breaks.
    public let rule: Rule
    /// The roster's own name of the column (`date_of_birth`), whatever the file calls it; none for the row as a whole.
    public let column: String?
    /// One short English sentence without the column, as in `31/02/1980 is not a date`.
    public let reason: String

    /// Makes a fault.
    public init(_ rule: Rule, column: String?, reason: String) {
        self.rule = rule
        self.column = column
        self.reason = reason
    }

    /// The rules; the raw value is the code that a program may rely on.
    public enum Rule: String, CaseIterable, Sendable {
        /// Fewer fields than the header has columns.
        case tooFewFields = "too-few-fields"
        /// Text beyond the header's last column.
        case tooManyFields = "too-many-fields"
        /// A quotation mark where none can be.
        case strayQuote = "stray-quote"
        /// A quotation mark opened and not closed.
        case unclosedQuote = "unclosed-quote"
        /// Whole rows taken into one quoted field.
        case swallowedRows = "swallowed-rows"
        /// A zero byte.
        case zeroByte = "zero-byte"
        /// A control or invisible character.
        case hiddenCharacter = "hidden-character"
        /// A needed value is empty.
        case missingValue = "missing-value"
        /// A value longer than its column may hold.
        case tooLong = "too-long"
        /// A name with anything but Latin letters.
        case notAName = "not-a-name"
        /// Text that is not a date, or a date that no calendar has.
        case notADate = "not-a-date"
        /// A date after today.
        case futureDate = "future-date"
        /// A birth before 1900.
        case tooEarly = "too-early"
        /// A national ID of other than 9 or 12 digits.
        case badNationalID = "bad-national-id"
        /// A word for the sex that is not known.
        case unknownSex = "unknown-sex"
        /// A word for the venue's type that is not known.
        case unknownVenueKind = "unknown-venue-type"
    }
}

extension Fault: CustomStringConvertible {
    /// The column and the reason: `date_of_birth: 31/02/1980 is not a date`.
    public var description: String {
        column.map { "\($0): \(reason)" } ?? reason
    }
}
