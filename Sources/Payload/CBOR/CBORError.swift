/// What is wrong with CBOR that was read, and at which byte of the input, counted from 0.
package enum CBORError: Error, Sendable, Hashable {
    /// The input ends within an item, or an item announces more than the input still holds.
    case lengthBeyondInput(offset: Int)
    /// An item has an indefinite length.
    case indefiniteLength(offset: Int)
    /// A head is longer than its value needs.
    case headNotShortest(offset: Int)
    /// A head uses additional information 28 to 30.
    case reservedInformation(offset: Int)
    /// A float or a simple value.
    case unsupportedType(offset: Int)
    /// A map has one key twice.
    case duplicateKey(offset: Int)
    /// A map's keys are not in the bytewise order of their encoding.
    case unsortedKeys(offset: Int)
    /// A text string is not UTF-8.
    case invalidUTF8(offset: Int)
    /// Arrays, maps and tags are nested more than eight deep.
    case tooDeep(offset: Int)
    /// Bytes follow the last item.
    case trailingBytes(offset: Int)
    /// An item is of another type than the one asked for.
    case unexpectedType(offset: Int)
    /// An item is of the right type but not what the format asks for: another key, a value out of range.
    case unexpectedValue(offset: Int)
    /// An integer does not fit 64 bits with a sign.
    case integerOutOfRange(offset: Int)
}

extension CBORError: CustomStringConvertible {
    /// The fault and its offset in words.
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
        case .tooDeep(let offset): "the CBOR item at byte \(offset) is nested too deep"
        case .trailingBytes(let offset): "bytes follow the CBOR item, from byte \(offset)"
        case .unexpectedType(let offset): "the CBOR item at byte \(offset) is not of the expected type"
        case .unexpectedValue(let offset): "the CBOR item at byte \(offset) is not one that belongs there"
        case .integerOutOfRange(let offset): "the CBOR integer at byte \(offset) does not fit 64 bits"
        }
    }
}
