/// The end of a CSV file after its last line break, which is a whole row only where nobody was cut short writing it.
package enum LastRow {
    /// Nothing stands there.
    case none
    /// A row of so many fields that lacks nothing but its line break.
    case whole
    /// The beginning of a row.
    case half(String)
    /// The end of a row that began lines before, or something else that no row begins with.
    case unclear

    /// Looks at bytes without a line break.
    ///
    /// - Parameters:
    ///   - text: what stands after the last line break.
    ///   - fields: fields that a row has.
    package init(_ text: ArraySlice<UInt8>, fields: Int) {
        guard !text.isEmpty else {
            self = .none
            return
        }
        var commas = 0
        var isQuoted = false
        var isStart = true
        for byte in text {
            switch byte {
            case UInt8(ascii: "\""):
                guard isQuoted || isStart else {
                    self = .unclear
                    return
                }
                // A doubled quotation mark closes the field and opens it again.
                isQuoted.toggle()
                isStart = !isQuoted
            case UInt8(ascii: ","):
                if !isQuoted { commas += 1 }
                isStart = !isQuoted
            default: if !isQuoted { isStart = false }
            }
        }
        let isWhole = commas == fields - 1 && !isQuoted
        self = isWhole ? .whole : commas < fields ? .half(String(decoding: text, as: UTF8.self)) : .unclear
    }
}
