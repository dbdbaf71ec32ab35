/// A pull reader of deterministic CBOR (RFC 8949 section 4.2.1) that holds nothing but its offset in the input.
///
/// It reads unsigned and negative integers, byte and text strings, arrays, maps and tags, each in its only
/// deterministic form, and refuses everything else with a ``CBORError``. Input is never trusted: a count or length is
/// held against the bytes that remain before it is used, and nothing is allocated but the text strings asked for.
package struct CBORReader: Sendable {
    let input: ArraySlice<UInt8>

    /// The index in the input of the next byte to read.
    package private(set) var offset: Int

    /// Creates a reader at the start of `input`, whose own indices are the offsets in errors.
    package init(_ input: ArraySlice<UInt8>) {
        self.input = input
        offset = input.startIndex
    }

    package init(_ input: [UInt8]) { self.init(input[...]) }
    package var isAtEnd: Bool { offset == input.endIndex }
    private var remaining: Int { input.endIndex - offset }

    /// Reads an unsigned integer, 0 to 2^64 - 1.
    package mutating func unsigned() throws(CBORError) -> UInt64 { try argument(of: .unsigned) }

    /// Reads an integer of either sign that fits 64 bits with a sign.
    package mutating func integer() throws(CBORError) -> Int64 {
        let start = offset
        let (type, argument) = try head()
        guard type == .unsigned || type == .negative else { throw .unexpectedType(offset: start) }
        guard let value = Int64(exactly: argument) else { throw .integerOutOfRange(offset: start) }
        return type == .unsigned ? value : ~value
    }

    /// Reads a byte string, as a slice of the input.
    package mutating func byteString() throws(CBORError) -> ArraySlice<UInt8> { try string(.byteString) }

    /// Reads a text string and checks that it is UTF-8.
    package mutating func text() throws(CBORError) -> String {
        let start = offset
        let bytes = try string(.text)
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .invalidUTF8(offset: start) }
        return text
    }

    /// Reads an array's header: the number of items that follow.
    package mutating func array() throws(CBORError) -> Int { try count(.array, bytesPerEntry: 1) }

    /// Reads a map's header: the number of pairs that follow.
    package mutating func map() throws(CBORError) -> Int { try count(.map, bytesPerEntry: 2) }

    /// Reads a tag's number; the tagged item follows.
    package mutating func tag() throws(CBORError) -> UInt64 { try argument(of: .tag) }

    package mutating func integer(in range: ClosedRange<Int64>) throws(CBORError) -> Int64 {
        let start = offset
        let value = try integer()
        guard range.contains(value) else { throw .unexpectedValue(offset: start) }
        return value
    }

    /// Reads the integer `value`, such as a map's key.
    package mutating func expect(_ value: Int64) throws(CBORError) { _ = try integer(in: value...value) }

    package mutating func expectArray(_ count: Int) throws(CBORError) {
        let start = offset
        guard try array() == count else { throw .unexpectedValue(offset: start) }
    }

    package mutating func expectMap(_ count: Int) throws(CBORError) {
        let start = offset
        guard try map() == count else { throw .unexpectedValue(offset: start) }
    }

    package func finish() throws(CBORError) { guard isAtEnd else { throw .trailingBytes(offset: offset) } }

    private mutating func argument(of type: CBORMajorType) throws(CBORError) -> UInt64 {
        let start = offset
        let (found, argument) = try head()
        guard found == type else { throw .unexpectedType(offset: start) }
        return argument
    }

    private mutating func string(_ type: CBORMajorType) throws(CBORError) -> ArraySlice<UInt8> {
        let start = offset
        return try take(argument(of: type), from: start)
    }

    private mutating func count(_ type: CBORMajorType, bytesPerEntry: Int) throws(CBORError) -> Int {
        let start = offset
        return try checked(argument(of: type), bytesPerEntry: bytesPerEntry, from: start)
    }

    func checked(_ count: UInt64, bytesPerEntry: Int, from start: Int) throws(CBORError) -> Int {
        guard count <= UInt64(remaining / bytesPerEntry) else { throw .lengthBeyondInput(offset: start) }
        return Int(count)
    }

    mutating func take(_ length: UInt64, from start: Int) throws(CBORError) -> ArraySlice<UInt8> {
        let end = offset + (try checked(length, bytesPerEntry: 1, from: start))
        defer { offset = end }
        return input[offset..<end]
    }

    /// Reads an item's head: its major type and its argument, which must be in its shortest form.
    mutating func head() throws(CBORError) -> (CBORMajorType, UInt64) {
        let start = offset
        guard remaining > 0 else { throw .lengthBeyondInput(offset: start) }
        let first = input[start]
        guard let type = CBORMajorType(rawValue: first >> 5) else { throw .unsupportedType(offset: start) }
        guard type != .simple else { throw .unsupportedType(offset: start) }
        let information = first & 0x1f
        offset += 1
        switch information {
        case 0..<24: return (type, UInt64(information))
        case 24...27:
            let byteCount = 1 << Int(information - 24)
            guard remaining >= byteCount else { throw .lengthBeyondInput(offset: start) }
            var value: UInt64 = 0
            for byte in input[offset..<offset + byteCount] { value = value << 8 | UInt64(byte) }
            offset += byteCount
            // The least value that needs this many bytes: 24, 2^8, 2^16, 2^32.
            let least: UInt64 = byteCount == 1 ? 24 : 1 << UInt64(4 * byteCount)
            guard value >= least else { throw .headNotShortest(offset: start) }
            return (type, value)
        case 31:
            throw type == .unsigned || type == .negative || type == .tag
                ? .reservedInformation(offset: start) : .indefiniteLength(offset: start)
        default: throw .reservedInformation(offset: start)
        }
    }
}
