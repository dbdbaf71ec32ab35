/// One of the eight patterns that are laid over a symbol's data, 0 to 7, ISO/IEC 18004 table 10.
package struct Mask: RawRepresentable, Hashable, Sendable, CaseIterable {
    /// The number of the mask in the format information, 0 to 7.
    package let rawValue: Int

    /// A mask by its number; nil outside 0 to 7.
    package init?(rawValue: Int) {
        guard (0..<8).contains(rawValue) else { return nil }
        self.rawValue = rawValue
    }

    /// A mask by its number, which must be 0 to 7.
    init(unchecked rawValue: Int) { self.rawValue = rawValue }

    package static var allCases: [Mask] { (0..<8).map(Mask.init(unchecked:)) }

    /// Whether the mask turns over the data module in column `x` of row `y`.
    package func inverts(_ x: Int, _ y: Int) -> Bool {
        switch rawValue {
        case 0: (x + y) % 2 == 0
        case 1: y % 2 == 0
        case 2: x % 3 == 0
        case 3: (x + y) % 3 == 0
        case 4: (x / 3 + y / 2) % 2 == 0
        case 5: x * y % 2 + x * y % 3 == 0
        case 6: (x * y % 2 + x * y % 3) % 2 == 0
        default: ((x + y) % 2 + x * y % 3) % 2 == 0
        }
    }
}
