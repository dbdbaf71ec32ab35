package import Messages

/// What is wrong with CBOR that was read, and at which byte of the input, counted from 0.
package enum CBORError: Failure, Hashable {
    /// Also where an item announces more than the input still holds.
    case lengthBeyondInput(offset: Int)
    case indefiniteLength(offset: Int)
    case headNotShortest(offset: Int)
    /// A head uses additional information 28 to 30.
    case reservedInformation(offset: Int)
    case unsupportedType(offset: Int)
    case duplicateKey(offset: Int)
    /// A map's keys are not in the bytewise order of their encoding.
    case unsortedKeys(offset: Int)
    case invalidUTF8(offset: Int)
    case trailingBytes(offset: Int)
    case unexpectedType(offset: Int)
    /// An item is of the right type but not what the format asks for: another key, a value out of range.
    case unexpectedValue(offset: Int)
    /// An integer does not fit 64 bits with a sign.
    case integerOutOfRange(offset: Int)

    // What others wrote is refused in its reader's own words, so that this is of bytes that we wrote.
    package var category: FailureCategory { .internalFault }

    package var description: String {
        switch self {
        case .lengthBeyondInput(let offset): "the CBOR item at byte \(offset) is longer than the input"
        case .indefiniteLength(let offset): "the CBOR item at byte \(offset) has an indefinite length"
        case .headNotShortest(let offset): "the CBOR head at byte \(offset) is not in its shortest form"
        case .reservedInformation(let offset): "the CBOR head at byte \(offset) uses reserved information"
        case .unsupportedType(let offset): "the CBOR item at byte \(offset) is a float or a simple value"
        case .duplicateKey(let offset): "the CBOR map key at byte \(offset) is there twice"
        case .unsortedKeys(let offset): "the CBOR map key at byte \(offset) is out of order"
        case .invalidUTF8(let offset): "the CBOR text at byte \(offset) is not UTF-8"
        case .trailingBytes(let offset): "bytes follow the CBOR item, from byte \(offset)"
        case .unexpectedType(let offset): "the CBOR item at byte \(offset) is not of the expected type"
        case .unexpectedValue(let offset): "the CBOR item at byte \(offset) is not one that belongs there"
        case .integerOutOfRange(let offset): "the CBOR integer at byte \(offset) does not fit 64 bits"
        }
    }
}
