/// Ascending serials' numbers as bytes: the first, then the difference of each to the one before, as LEB128.
///
/// LEB128 writes a number 7 bits a byte, the lowest first; each byte but a number's last has its highest bit set.
enum SerialDeltas {
    // 55 bits at 7 a byte.
    private static let bytesPerNumber = 8

    /// The bytes of numbers below 2^55 that ascend.
    static func encode(_ numbers: [UInt64]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(numbers.count * bytesPerNumber)
        var previous: UInt64 = 0
        for number in numbers {
            var delta = number - previous
            while delta >= 0x80 {
                bytes.append(UInt8(truncatingIfNeeded: delta) | 0x80)
                delta >>= 7
            }
            bytes.append(UInt8(delta))
            previous = number
        }
        return bytes
    }

    /// The numbers of bytes, exactly `count` of them, ascending and below 2^55.
    ///
    /// Memory for as many as the bytes can hold, eight bytes each, is all that is taken. Errors have the offset of the
    /// number at fault.
    static func decode(_ bytes: ArraySlice<UInt8>, count: UInt64) throws(CBORError) -> [UInt64] {
        guard let count = Int(exactly: count), count <= bytes.count else {
            throw .unexpectedValue(offset: bytes.startIndex)
        }
        var numbers: [UInt64] = []
        numbers.reserveCapacity(count)
        var offset = bytes.startIndex
        while numbers.count < count {
            let start = offset
            let delta = try number(in: bytes, at: &offset)
            guard delta > 0 || numbers.isEmpty, let serial = Serial(rawValue: (numbers.last ?? 0) + delta) else {
                throw .unexpectedValue(offset: start)
            }
            numbers.append(serial.rawValue)
        }
        guard offset == bytes.endIndex else { throw .trailingBytes(offset: offset) }
        return numbers
    }

    /// One number, in as few bytes as it needs and at most eight.
    private static func number(in bytes: ArraySlice<UInt8>, at offset: inout Int) throws(CBORError) -> UInt64 {
        let start = offset
        var number: UInt64 = 0
        for index in 0..<UInt64(bytesPerNumber) {
            guard offset < bytes.endIndex else { throw .lengthBeyondInput(offset: start) }
            let byte = bytes[offset]
            offset += 1
            number |= UInt64(byte & 0x7f) << (7 * index)
            guard byte & 0x80 == 0 else { continue }
            guard byte != 0 || index == 0 else { throw .headNotShortest(offset: start) }
            return number
        }
        throw .integerOutOfRange(offset: start)
    }
}
