/// The numbers of a text of digits with one kind of sign between them, as in `05/03/1980`.
package struct WrittenNumbers {
    /// The numbers, and how many digits each has; 0 of what is not there.
    private(set) var numbers = (0, 0, 0), digits = (0, 0, 0)
    /// The sign: a slash, a hyphen or a point; 0 where there is none.
    private(set) var sign: UInt8 = 0
    /// How many signs there are, at most two.
    private(set) var signs = 0

    /// Reads a text; gives nothing where it holds anything else, or a number of five digits.
    @inline(__always)
    package init?(_ text: String) {
        let bytes = text.utf8Span.span
        for index in bytes.indices {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                let digit = Int(byte - UInt8(ascii: "0"))
                switch signs {
                case 0: (numbers.0, digits.0) = (numbers.0 * 10 + digit, digits.0 + 1)
                case 1: (numbers.1, digits.1) = (numbers.1 * 10 + digit, digits.1 + 1)
                default: (numbers.2, digits.2) = (numbers.2 * 10 + digit, digits.2 + 1)
                }
                guard digits.0 <= 4, digits.1 <= 4, digits.2 <= 4 else { return nil }
            case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."):
                guard sign == 0 || sign == byte, signs < 2 else { return nil }
                sign = byte
                signs += 1
            default: return nil
            }
        }
    }
}
