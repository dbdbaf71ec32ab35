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

    /// Looks at what stands after the last line break, in a file of rows of so many fields.
    package static func of(_ text: ArraySlice<UInt8>, fields: Int) -> LastRow {
        if text.isEmpty { return .none }
        var commas = 0
        var (isQuoted, isStart) = (false, true)
        for byte in text {
            switch byte {
            case UInt8(ascii: "\""):
                guard isQuoted || isStart else { return .unclear }
                // A doubled quotation mark closes the field and opens it again.
                isQuoted.toggle()
                isStart = !isQuoted
            case UInt8(ascii: ","):
                if !isQuoted { commas += 1 }
                isStart = !isQuoted
            default: if !isQuoted { isStart = false }
            }
        }
        if commas == fields - 1, !isQuoted { return .whole }
        return commas < fields ? .half(String(decoding: text, as: UTF8.self)) : .unclear
    }
}
