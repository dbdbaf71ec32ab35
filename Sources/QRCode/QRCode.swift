public import Messages

/// A QR code as a square of modules, without its quiet zone.
public struct QRCode: Hashable, Sendable {
    /// The light border that a reader needs on each side, 4 modules (ISO/IEC 18004 section 5.3.8).
    public static let quietZone = 4

    /// The recovery level that the symbol was built with.
    public let level: RecoveryLevel
    /// The modules, 64 to a word.
    let grid: ModuleGrid

    /// Whether the module in column `x` of row `y` is dark.
    public subscript(x: Int, y: Int) -> Bool { grid[x, y] }

    /// Encodes segments at a level, in the smallest version that holds them and at the mask of least penalty.
    ///
    /// Throws `EncodingError.tooLong` where version 40 does not hold them.
    public init(_ segments: [Segment], level: RecoveryLevel, encoder: Encoder = .builtIn) throws(EncodingError) {
        let version = try Self.version(for: segments, at: level)
        self.level = level
        switch encoder {
        case .builtIn: grid = SymbolFrame.of(version: version, level: level).grid(of: segments, mask: nil)
        case .qrencode: grid = try LibrarySymbol(segments, version: version, level: level).grid()
        }
    }

    /// Encodes segments at a level and a stated mask, in the smallest version that holds them.
    ///
    /// Throws `EncodingError.tooLong` where version 40 does not hold them.
    package init(_ segments: [Segment], level: RecoveryLevel, mask: Mask) throws(EncodingError) {
        let version = try Self.version(for: segments, at: level)
        self.level = level
        grid = SymbolFrame.of(version: version, level: level).grid(of: segments, mask: mask)
    }

    private static func version(for segments: [Segment], at level: RecoveryLevel) throws(EncodingError) -> Int {
        guard let version = Capacity.smallestVersion(for: segments, at: level) else {
            throw .tooLong(bytes: segments.reduce(0) { $0 + $1.bytes.count }, level: level)
        }
        return version
    }

    /// The version, 1 to 40.
    public var version: Int { (width - 17) / 4 }

    /// Modules on a side: 21 for version 1 to 177 for version 40, ISO/IEC 18004.
    public var width: Int { grid.width }

    /// The modules, row by row from the top left, 1 for dark; made anew at each call.
    package var modules: [UInt8] {
        var modules: [UInt8] = []
        modules.reserveCapacity(width * width)
        for y in 0..<width {
            for x in 0..<width { modules.append(self[x, y] ? 1 : 0) }
        }
        return modules
    }

    /// Modules `8 * number` to `8 * number + 7` of a row, the leftmost in the lowest bit, 1 for dark; light beyond the width.
    package func octet(_ number: Int, row: Int) -> UInt8 {
        UInt8(truncatingIfNeeded: grid.words[number / 8 * width + row] >> UInt64(number % 8 * 8))
    }

    /// Modules `64 * number` to `64 * number + 63` of a row, the leftmost in the lowest bit, 1 for dark; light beyond the width.
    package func word(_ number: Int, row: Int) -> UInt64 { grid.words[number * width + row] }

    /// The mask that the format information names.
    package var mask: Mask {
        let positions = FormatInformation.positions(width: width)[0]
        let word = positions.enumerated().reduce(0) { $0 | (self[$1.element.x, $1.element.y] ? 1 : 0) << $1.offset }
        return FormatInformation.mask(word)
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

extension CodewordMap {
    package init(of code: QRCode) { self.init(version: code.version, level: code.level) }
}

/// Why a text has no QR code.
public enum EncodingError: Failure, Equatable {
    /// The text is longer than the largest symbol holds at the level.
    case tooLong(bytes: Int, level: RecoveryLevel)
    /// The encoder had no memory left.
    case outOfMemory

    /// The message for a person.
    public var message: Message {
        switch self {
        case .tooLong(let bytes, let level):
            Message(
                en: "a text of \(bytes) bytes is longer than the largest QR code holds at level \(level.rawValue)",
                vi: "nội dung \(bytes) byte dài quá mức mã QR lớn nhất chứa được ở mức sửa lỗi \(level.rawValue)")
        case .outOfMemory: Message(en: "out of memory while encoding a QR code", vi: "hết bộ nhớ khi tạo mã QR")
        }
    }

    /// A text's length is known before it is encoded; a template's code is refused by `CodeError`.
    public var category: FailureCategory { .internalFault }
}
