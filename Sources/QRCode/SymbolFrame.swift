import Synchronization

/// All of a symbol of a version and level that does not depend on its text.
final class SymbolFrame: Sendable {
    private let version, width: Int
    /// Codewords of data in all blocks.
    private let dataCodewords: Int
    /// The data codewords of each block.
    private let blocks: [Range<Int>]
    /// The error correction of each block.
    private let correction: ReedSolomon
    private let placement: Placement
    /// Of each mask: what is laid over the data, with the function patterns, format and version information.
    let overlays: [ModuleGrid]
    /// The same for the choice among the masks, by rows and by columns.
    let rows, columns: MaskLines

    /// The frame of a version, 1 to 40, at a level, made when it is first asked for.
    ///
    /// Two threads may make one frame at once; the first to end is kept.
    static func of(version: Int, level: RecoveryLevel) -> SymbolFrame {
        let number = (version - 1) * 4 + level.ordinal
        return frames[number].load() ?? frames[number].storeIfNil(SymbolFrame(version: version, level: level))
    }

    private static let frames = InlineArray<160, AtomicLazyReference<SymbolFrame>> { _ in AtomicLazyReference() }

    private init(version: Int, level: RecoveryLevel) {
        let map = CodewordMap(version: version, level: level)
        (self.version, width) = (version, map.width)
        dataCodewords = Capacity.dataCodewords(version, level)
        correction = ReedSolomon(count: map.blocks[0].errorCorrection)
        var start = 0
        blocks = map.blocks.map { block in
            defer { start += block.codewords.count - block.errorCorrection }
            return start..<start + block.codewords.count - block.errorCorrection
        }
        placement = Placement(map)
        overlays = Self.overlays(map, version: version, level: level)
        rows = MaskLines(overlays)
        columns = MaskLines(overlays.map(\.transposed))
    }

    private static func overlays(_ map: CodewordMap, version: Int, level: RecoveryLevel) -> [ModuleGrid] {
        let width = map.width
        var patterns = ModuleGrid(width: width)
        for y in 0..<width {
            for x in 0..<width { patterns[x, y] = isDark(map, x, y) }
        }
        if version >= 7 {
            let word = FormatInformation.word(version: version)
            patterns.write(word, at: FormatInformation.versionPositions(width: width))
        }
        return Mask.allCases.map { mask in
            var overlay = patterns
            for (module, role) in map.roles.enumerated() where role == .codeword || role == .remainder {
                let (x, y) = (module % width, module / width)
                overlay[x, y] = mask.inverts(x, y)
            }
            overlay.write(FormatInformation.word(level, mask), at: FormatInformation.positions(width: width))
            return overlay
        }
    }

    /// Whether a module of a pattern is dark in every symbol of the version (sections 6.3.3 to 6.3.6).
    private static func isDark(_ map: CodewordMap, _ x: Int, _ y: Int) -> Bool {
        func ring(_ centre: (x: Int, y: Int)) -> Int { max(abs(x - centre.x), abs(y - centre.y)) }
        switch map.roles[y * map.width + x] {
        case .finder:
            let centres = [(3, 3), (map.width - 4, 3), (3, map.width - 4)]
            return centres.contains { [0, 1, 3].contains(ring($0)) }
        case .alignment: return map.alignmentCentres.contains { [0, 2].contains(ring($0)) }
        case .timing: return (x + y) % 2 == 0
        case .dark: return true
        case .format, .version, .codeword, .remainder: return false
        }
    }

    /// The modules of segments that fit: at a stated mask, or else at the one of least penalty.
    func grid(of segments: [Segment], mask: Mask?) -> ModuleGrid {
        var grid = data(of: segments)
        let mask = mask ?? MaskChoice(data: grid, lines: (rows, columns)).best
        grid.formSymmetricDifference(overlays[mask.rawValue])
        return grid
    }

    /// The codewords of segments that fit, data first and then error correction, each in the order of the blocks.
    func codewords(of segments: [Segment]) -> [UInt8] {
        var codewords = DataCodewords(
            segments, version: version, count: dataCodewords, capacity: placement.codewords
        ).bytes
        for block in blocks { correction.appendCorrection(of: block, to: &codewords) }
        return codewords
    }

    /// The data's modules before masking, all else light.
    func data(of segments: [Segment]) -> ModuleGrid {
        var grid = ModuleGrid(width: width)
        placement.darken(codewords(of: segments), in: &grid)
        return grid
    }
}

extension ModuleGrid {
    /// Writes the bits of a word, from the lowest, to each of some copies.
    fileprivate mutating func write(_ word: Int, at copies: [[(x: Int, y: Int)]]) {
        for positions in copies {
            for (bit, position) in positions.enumerated() { self[position.x, position.y] = word >> bit & 1 == 1 }
        }
    }
}
