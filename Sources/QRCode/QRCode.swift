/// A QR code as a square of modules, without its quiet zone.
public struct QRCode: Hashable, Sendable {
    /// The light border that a reader needs on each side, 4 modules (ISO/IEC 18004 section 5.3.8).
    public static let quietZone = 4

    /// The version, 1 to 40.
    public let version: Int
    /// The recovery level that the symbol was built with.
    public let level: RecoveryLevel
    /// Modules on a side: 21 for version 1 to 177 for version 40, ISO/IEC 18004.
    public let width: Int
    /// The modules, row by row from the top left, 1 for dark.
    package let modules: [UInt8]

    /// Whether the module in column `x` of row `y` is dark.
    public subscript(x: Int, y: Int) -> Bool { modules[y * width + x] == 1 }

    /// Encodes segments at a level, in the smallest version that holds them and at the mask of least penalty.
    ///
    /// Throws `EncodingError.tooLong` where version 40 does not hold them.
    public init(_ segments: [Segment], level: RecoveryLevel) throws(EncodingError) {
        guard let version = Capacity.smallestVersion(for: segments, at: level) else {
            throw .tooLong(bytes: segments.reduce(0) { $0 + $1.bytes.count }, level: level)
        }
        let symbol = try Symbol(segments, version: version, level: level)
        self.version = symbol.version
        self.level = level
        (width, modules) = symbol.matrix()
    }

    /// The highest level, `lowest` at least, at which the symbol is at most `width` modules wide.
    ///
    /// Nil where even `lowest` is wider: the code would be too fine at its printed size.
    public static func highestLevel(
        for segments: [Segment], atLeast lowest: RecoveryLevel, width: Int
    ) -> RecoveryLevel? {
        RecoveryLevel.allCases.reversed().first { level in
            guard level >= lowest, let version = Capacity.smallestVersion(for: segments, at: level) else {
                return false
            }
            return QRCode.width(version: version) <= width
        }
    }

    /// Modules on a side of a symbol of a version.
    public static func width(version: Int) -> Int { 17 + 4 * version }
}

/// Why a text has no QR code.
public enum EncodingError: Error, Equatable, CustomStringConvertible {
    /// The text is longer than the largest symbol holds at the level.
    case tooLong(bytes: Int, level: RecoveryLevel)
    /// The encoder had no memory left.
    case outOfMemory

    /// The message for a person.
    public var description: String {
        switch self {
        case .tooLong(let bytes, let level):
            "a text of \(bytes) bytes is longer than the largest QR code holds at level \(level.rawValue)"
        case .outOfMemory: "out of memory while encoding a QR code"
        }
    }
}
