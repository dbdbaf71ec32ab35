/// One row of a file, as it stands there.
package struct Row: Equatable, Sendable {
    /// The number that Excel shows beside the row: 1 for the first of the file, blank rows counted.
    package let number: Int
    /// The cells' text without the quotation marks around it, otherwise untouched.
    package let fields: [String]
    /// What is wrong with the row as CSV, in the order found, at most 22 findings; usually none.
    package let damage: [Damage]
    /// Of the first 64 fields those that are days which Excel counts, and no texts: a bit each.
    package let dates: UInt64
    /// The fields of each cell that is merged over several columns.
    package let spans: [ClosedRange<Int>]
    /// Whether all that stands in the row is struck out.
    package let isStruck: Bool

    package init(
        number: Int, fields: [String], damage: [Damage] = [], dates: UInt64 = 0, spans: [ClosedRange<Int>] = [],
        isStruck: Bool = false
    ) {
        (self.number, self.fields, self.damage) = (number, fields, damage)
        (self.dates, self.spans, self.isStruck) = (dates, spans, isStruck)
    }

    /// The row with other fields, or with more damage.
    package func with(fields: [String]? = nil, damage more: [Damage] = []) -> Row {
        Row(
            number: number, fields: fields ?? self.fields, damage: damage + more, dates: dates, spans: spans,
            isStruck: isStruck)
    }

    /// Whether a field is a day that Excel counts.
    package func isDate(_ field: Int) -> Bool { field < 64 && dates & 1 << UInt64(field) != 0 }

    /// What is wrong with the row as CSV: the fields may not be what was written.
    ///
    /// `field` counts from 0.
    package enum Damage: Hashable, Sendable {
        /// Fewer fields than the header has columns.
        case tooFewFields(found: Int, expected: Int)
        /// Text beyond the header's last column.
        case tooManyFields(found: Int, expected: Int)
        /// A quotation mark within a field without quotation marks around it, or text after the closing one.
        case strayQuote(field: Int)
        /// A quotation mark opened and not closed before the file's end; `lines` were taken into the field.
        case unclosedQuote(field: Int, lines: Int)
        /// A quoted field that holds the line breaks and delimiters of whole rows; `lines` were taken into it.
        case swallowedRows(field: Int, lines: Int)
        case zeroByte(field: Int)
        /// Bytes that mean nothing in the file's encoding; U+FFFD stands for them.
        case undecodable(field: Int)
        /// Another control character than a tab or a quoted line break.
        case controlCharacter(field: Int)
    }
}
