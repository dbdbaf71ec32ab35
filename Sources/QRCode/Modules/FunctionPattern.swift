/// The modules of a version that carry no codewords (ISO/IEC 18004 section 6.3), before data is laid around them.
struct FunctionPattern {
    let width: Int
    /// Of each module, row by row; `codeword` for those that are left.
    private(set) var roles: [CodewordMap.Role]
    let alignmentCentres: [(x: Int, y: Int)]

    init(version: Int) {
        width = 17 + 4 * version
        roles = Array(repeating: .codeword, count: width * width)
        let (first, last) = (6, width - 7)
        let lines = Self.alignmentLines(version: version)
        // Three of the crossings are where the finder patterns stand.
        alignmentCentres = lines.flatMap { y in
            lines.filter { x in ![(first, first), (first, last), (last, first)].contains { $0 == (x, y) } }
                .map { (x: $0, y: y) }
        }
        take(.timing, columns: 0..<width, rows: 6..<7)
        take(.timing, columns: 6..<7, rows: 0..<width)
        for (x, y) in alignmentCentres { take(.alignment, columns: x - 2..<x + 3, rows: y - 2..<y + 3) }
        // The format information stands around the finder patterns, which take their own part back.
        take(.format, columns: 0..<9, rows: 8..<9)
        take(.format, columns: 8..<9, rows: 0..<9)
        take(.format, columns: width - 8..<width, rows: 8..<9)
        take(.format, columns: 8..<9, rows: width - 8..<width)
        take(.timing, columns: 6..<7, rows: 8..<9)
        take(.timing, columns: 8..<9, rows: 6..<7)
        take(.dark, columns: 8..<9, rows: width - 8..<width - 7)
        for (x, y) in [(0, 0), (width - 8, 0), (0, width - 8)] { take(.finder, columns: x..<x + 8, rows: y..<y + 8) }
        if version >= 7 {
            take(.version, columns: width - 11..<width - 8, rows: 0..<6)
            take(.version, columns: 0..<6, rows: width - 11..<width - 8)
        }
    }

    private mutating func take(_ role: CodewordMap.Role, columns: Range<Int>, rows: Range<Int>) {
        for row in rows {
            for column in columns { roles[row * width + column] = role }
        }
    }

    /// The columns, and rows, on which alignment patterns are centred (annex E): evenly spaced, the odd rest at the left.
    private static func alignmentLines(version: Int) -> [Int] {
        guard version > 1 else { return [] }
        let count = version / 7 + 2
        let last = 10 + 4 * version
        let gaps = count - 1
        // The rule behind the annex's table, of which version 32 is the one exception.
        let spacing = version == 32 ? 26 : (version * 4 + count * 2 + 1) / (gaps * 2) * 2
        return [6] + (0..<gaps).reversed().map { last - $0 * spacing }
    }
}
