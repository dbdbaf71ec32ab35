/// The data codewords of a symbol, ISO/IEC 18004 section 7.4.
struct DataCodewords {
    private(set) var bytes: [UInt8]
    private var bits: UInt64 = 0
    private var bitCount = 0

    /// The codewords of segments that fit, ended and padded to `count`; `capacity` is what will be appended in all.
    init(_ segments: [Segment], version: Int, count: Int, capacity: Int) {
        bytes = []
        bytes.reserveCapacity(capacity)
        let size = Segment.CountSize(version: version)
        for segment in segments where !segment.bytes.isEmpty {
            append(segment.mode.indicator, width: 4)
            append(segment.bytes.count, width: segment.countBits(size))
            switch segment.mode {
            case .numeric: appendDigits(segment.bytes)
            case .alphanumeric: appendAlphanumeric(segment.bytes)
            case .byte: for byte in segment.bytes { append(Int(byte), width: 8) }
            }
        }
        end(at: count)
    }

    /// Appends the lowest `width` bits of a value, 16 at most.
    private mutating func append(_ value: Int, width: Int) {
        bits = bits << UInt64(width) | UInt64(truncatingIfNeeded: value)
        bitCount += width
        while bitCount >= 8 {
            bitCount -= 8
            bytes.append(UInt8(truncatingIfNeeded: bits >> UInt64(bitCount)))
        }
    }

    /// Three digits in ten bits; two left over in seven, one in four.
    private mutating func appendDigits(_ digits: [UInt8]) {
        func digit(_ index: Int) -> Int { Int(digits[index] & 0xF) }
        let whole = digits.count / 3 * 3
        for index in stride(from: 0, to: whole, by: 3) {
            append(digit(index) * 100 + digit(index + 1) * 10 + digit(index + 2), width: 10)
        }
        switch digits.count - whole {
        case 1: append(digit(whole), width: 4)
        case 2: append(digit(whole) * 10 + digit(whole + 1), width: 7)
        default: break
        }
    }

    /// Two characters in eleven bits; one left over in six.
    private mutating func appendAlphanumeric(_ characters: [UInt8]) {
        let values = Segment.alphanumericValues
        let whole = characters.count / 2 * 2
        for index in stride(from: 0, to: whole, by: 2) {
            let (first, second) = (values[Int(characters[index])], values[Int(characters[index + 1])])
            append(Int(first) * 45 + Int(second), width: 11)
        }
        if whole < characters.count { append(Int(values[Int(characters[whole])]), width: 6) }
    }

    /// The terminator, four light bits or as many as there is room for, and the two padding codewords in turn.
    private mutating func end(at count: Int) {
        append(0, width: min(4, count * 8 - bytes.count * 8 - bitCount))
        if bitCount > 0 { append(0, width: 8 - bitCount) }
        var pad: UInt8 = 0xEC
        while bytes.count < count {
            bytes.append(pad)
            pad ^= 0xEC ^ 0x11
        }
    }
}

extension Segment.Mode {
    /// The four bits before a segment (table 2).
    fileprivate var indicator: Int {
        switch self {
        case .numeric: 0b0001
        case .alphanumeric: 0b0010
        case .byte: 0b0100
        }
    }
}

extension Segment {
    /// The value of each of the 45 characters by its ASCII code (table 5); 0 for what no segment holds.
    fileprivate static let alphanumericValues: [UInt8] = {
        var values = [UInt8](repeating: 0, count: 256)
        for (value, character) in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:".utf8.enumerated() {
            values[Int(character)] = UInt8(value)
        }
        return values
    }()
}
