/// The code of an administrative unit or issuing office, such as 19867 for Quảng Điền.
///
/// An unsigned integer in the payload. A code alone does not name a unit for all time: codes are reused.
public struct UnitCode: RawRepresentable, Sendable, Hashable, Comparable, ExpressibleByIntegerLiteral,
    CustomStringConvertible
{
    /// The code as a number, without leading zeros.
    public let rawValue: UInt64

    /// Creates the unit code with this number.
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    /// Creates the unit code from a literal: `let unit: UnitCode = 19867`.
    public init(integerLiteral value: UInt64) { self.init(rawValue: value) }

    /// The code in decimal digits.
    public var description: String { String(rawValue) }

    /// Orders codes by number.
    public static func < (left: UnitCode, right: UnitCode) -> Bool { left.rawValue < right.rawValue }
}
