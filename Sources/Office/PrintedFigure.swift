/// Figures of what is printed, as files may have them: beyond these, a file is none that a run wrote.
///
/// They are far from what a run comes to, and far from what arithmetic with them could overflow.
package enum PrintedFigure {
    package static let rows = 0...1 << 40
    /// Pages or sheets of a file, counted from 1.
    package static let pages = 1...1 << 32
    /// Sheets that a file has; none where there is no file.
    package static let sheets = 0...1 << 32
    /// Positions on a sheet, counted from 1.
    package static let positions = 1...1 << 16
    package static let people = 0...1 << 40
}

extension KeyedDecodingContainer {
    /// A whole number within bounds; throws `DecodingError` for any other.
    package func decode(_ key: Key, in bounds: ClosedRange<Int>) throws -> Int {
        let value = try decode(Int.self, forKey: key)
        guard bounds.contains(value) else {
            throw DecodingError.dataCorruptedError(
                forKey: key, in: self,
                debugDescription: "\(value) is not from \(bounds.lowerBound) to \(bounds.upperBound)")
        }
        return value
    }

    /// So many numbers within bounds; throws `DecodingError` for any others.
    package func decode(_ key: Key, count: Int, in bounds: ClosedRange<Double>) throws -> [Double] {
        let values = try decode([Double].self, forKey: key)
        guard values.count == count, values.allSatisfy(bounds.contains) else {
            throw DecodingError.dataCorruptedError(
                forKey: key, in: self,
                debugDescription: "they are not \(count) numbers from \(bounds.lowerBound) to \(bounds.upperBound)")
        }
        return values
    }
}
