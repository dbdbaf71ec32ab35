public import Messages

/// A card's or poster's serial: 55 bits, right-aligned in 8 bytes.
///
/// It is printed as 11 Crockford base32 digits and a Luhn mod 32 check digit, such as `7K3M-92QF-A0X4`.
public struct Serial: Sendable, Hashable, Comparable {
    /// The serial as a number below 2^55.
    public let rawValue: UInt64

    /// Creates the serial with this number; `nil` for 2^55 and above.
    public init?(rawValue: UInt64) {
        guard rawValue >> 55 == 0 else { return nil }
        self.rawValue = rawValue
    }

    /// Creates a serial from the first 55 bits of 64.
    init(leading bits: UInt64) { rawValue = bits >> 9 }

    /// Creates a serial from exactly 8 big-endian bytes whose first 9 bits are 0.
    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 8 else { return nil }
        self.init(rawValue: bytes.reduce(0) { $0 << 8 | UInt64($1) })
    }

    /// The serial as 8 bytes, big-endian.
    public var bytes: [UInt8] {
        stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: rawValue >> UInt64($0)) }
    }

    /// Orders serials by number.
    public static func < (left: Serial, right: Serial) -> Bool { left.rawValue < right.rawValue }
}

extension Serial: Encodable {
    /// Writes the serial as it is printed.
    public func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        try value.encode(description)
    }
}

extension Serial: CustomStringConvertible {
    /// Why a text is not a serial.
    public enum ParseError: Failure, Hashable {
        /// A character is neither a base32 digit nor a hyphen or space.
        case wrongCharacter(Character)
        /// A serial has 12 characters besides hyphens and spaces; this text has `count`.
        case wrongLength(count: Int)
        /// The check digit does not fit the others: a character is mistyped, or two are swapped.
        case wrongCheckDigit
    }

    /// Crockford's base32 alphabet, by value.
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
    private static let digitCount = 11

    /// The serial as it is printed: `XXXX-XXXX-XXXX`, the last character being the check digit.
    public var description: String {
        var text: [UInt8] = []
        text.reserveCapacity(14)
        for index in 0..<Self.digitCount {
            text.append(Self.alphabet[digit(index)])
            if index % 4 == 3 { text.append(UInt8(ascii: "-")) }
        }
        text.append(Self.alphabet[checkDigit])
        return String(decoding: text, as: UTF8.self)
    }

    /// Reads a serial as people type it: in either case, with or without hyphens and spaces, with I or L for 1 and O
    /// for 0.
    public init(parsing text: String) throws(ParseError) {
        var digits: [Int] = []
        digits.reserveCapacity(Self.digitCount + 1)
        var count = 0
        for character in text where character != "-" && character != " " {
            guard let digit = Self.value(of: character) else { throw .wrongCharacter(character) }
            count += 1
            if count <= Self.digitCount + 1 { digits.append(digit) }
        }
        guard count == Self.digitCount + 1 else { throw .wrongLength(count: count) }
        rawValue = digits[..<Self.digitCount].reduce(0) { $0 << 5 | UInt64($1) }
        guard digits[Self.digitCount] == checkDigit else { throw .wrongCheckDigit }
    }

    private static func value(of character: Character) -> Int? {
        guard let ascii = character.asciiValue else { return nil }
        let upper = ascii >= UInt8(ascii: "a") && ascii <= UInt8(ascii: "z") ? ascii - 32 : ascii
        return switch upper {
        case UInt8(ascii: "I"), UInt8(ascii: "L"): 1
        case UInt8(ascii: "O"): 0
        default: alphabet.firstIndex(of: upper)
        }
    }

    private func digit(_ index: Int) -> Int { Int(rawValue >> UInt64(5 * (Self.digitCount - 1 - index)) & 31) }

    /// The Luhn mod 32 check digit (Luhn mod N, doubling every other digit from the last): it tells every single wrong
    /// digit and every swap of two neighbours but `0` and `Z`.
    private var checkDigit: Int {
        var sum = 0
        for index in 0..<Self.digitCount {
            let digit = digit(index)
            let doubled = (Self.digitCount - 1 - index) % 2 == 0
            sum += doubled ? digit * 2 / 32 + digit * 2 % 32 : digit
        }
        return (32 - sum % 32) % 32
    }
}

extension Serial.ParseError {
    /// Bad input.
    public var category: FailureCategory { .badInput }

    /// The fault in words.
    public var message: Message {
        switch self {
        case .wrongCharacter(let character):
            Message(
                en: "a serial has no “\(character)”: it has digits and letters other than U",
                vi: "số thẻ không có “\(character)”: chỉ có chữ số và chữ cái không dấu, trừ U")
        case .wrongLength(let count):
            Message(en: "a serial has 12 characters, not \(count)", vi: "số thẻ có 12 ký tự, không phải \(count)")
        case .wrongCheckDigit:
            Message(
                en: "the serial's last character does not fit the others: compare it with the card again",
                vi: "ký tự cuối của số thẻ không khớp với các ký tự khác: hãy đối chiếu lại với thẻ")
        }
    }
}
