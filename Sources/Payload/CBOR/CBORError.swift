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

    package var message: Message {
        switch self {
        case .lengthBeyondInput(let offset):
            Message(
                en: "the CBOR item at byte \(offset) is longer than the input",
                vi: "phần tử CBOR ở byte \(offset) dài hơn dữ liệu")
        case .indefiniteLength(let offset):
            Message(
                en: "the CBOR item at byte \(offset) has an indefinite length",
                vi: "phần tử CBOR ở byte \(offset) không ghi độ dài")
        case .headNotShortest(let offset):
            Message(
                en: "the CBOR head at byte \(offset) is not in its shortest form",
                vi: "phần đầu CBOR ở byte \(offset) không ở dạng ngắn nhất")
        case .reservedInformation(let offset):
            Message(
                en: "the CBOR head at byte \(offset) uses reserved information",
                vi: "phần đầu CBOR ở byte \(offset) dùng giá trị để dành")
        case .unsupportedType(let offset):
            Message(
                en: "the CBOR item at byte \(offset) is a float or a simple value",
                vi: "phần tử CBOR ở byte \(offset) là số thực hoặc giá trị đơn")
        case .duplicateKey(let offset):
            Message(
                en: "the CBOR map key at byte \(offset) is there twice",
                vi: "khóa của bảng CBOR ở byte \(offset) có hai lần")
        case .unsortedKeys(let offset):
            Message(
                en: "the CBOR map key at byte \(offset) is out of order",
                vi: "khóa của bảng CBOR ở byte \(offset) không đúng thứ tự")
        case .invalidUTF8(let offset):
            Message(
                en: "the CBOR text at byte \(offset) is not UTF-8",
                vi: "chuỗi CBOR ở byte \(offset) không phải là UTF-8")
        case .trailingBytes(let offset):
            Message(
                en: "bytes follow the CBOR item, from byte \(offset)",
                vi: "còn dữ liệu sau phần tử CBOR, từ byte \(offset)")
        case .unexpectedType(let offset):
            Message(
                en: "the CBOR item at byte \(offset) is not of the expected type",
                vi: "phần tử CBOR ở byte \(offset) không đúng kiểu")
        case .unexpectedValue(let offset):
            Message(
                en: "the CBOR item at byte \(offset) is not one that belongs there",
                vi: "phần tử CBOR ở byte \(offset) không được có ở đó")
        case .integerOutOfRange(let offset):
            Message(
                en: "the CBOR integer at byte \(offset) does not fit 64 bits",
                vi: "số nguyên CBOR ở byte \(offset) không vừa 64 bit")
        }
    }
}
