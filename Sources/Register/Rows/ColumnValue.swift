package import GRDB
package import Payload

/// A value that a column of the register holds.
package protocol ColumnValue: DatabaseValueConvertible, Codable {}

extension ClaimsKind: ColumnValue {}
extension Algorithm: ColumnValue {}
extension NameForm: ColumnValue {}

/// A value that a column holds as a whole number.
package protocol WholeNumberValue: ColumnValue {
    var wholeNumber: Int64 { get }

    init?(wholeNumber: Int64)
}

extension WholeNumberValue {
    package var databaseValue: DatabaseValue { wholeNumber.databaseValue }

    package static func fromDatabaseValue(_ value: DatabaseValue) -> Self? {
        Int64.fromDatabaseValue(value).flatMap(Self.init(wholeNumber:))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wholeNumber)
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let value = Self(wholeNumber: try container.decode(Int64.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "the number is out of range")
        }
        self = value
    }
}

extension Serial: WholeNumberValue {
    package var wholeNumber: Int64 { Int64(bitPattern: rawValue) }
    package init?(wholeNumber: Int64) { self.init(rawValue: UInt64(bitPattern: wholeNumber)) }
}

extension KeyID: WholeNumberValue {
    package var wholeNumber: Int64 { Int64(rawValue) }

    package init?(wholeNumber: Int64) {
        guard let kid = UInt32(exactly: wholeNumber) else { return nil }
        self.init(rawValue: kid)
    }
}

extension Timestamp: WholeNumberValue {
    package var wholeNumber: Int64 { secondsSince1970 }

    package init?(wholeNumber: Int64) {
        // Further from 1970 than any calendar that is printed, and near enough for all arithmetic.
        guard -(1 << 40)...(1 << 40) ~= wholeNumber else { return nil }
        self.init(secondsSince1970: wholeNumber)
    }
}
