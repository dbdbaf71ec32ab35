/// Words of some masks side by side, so that one operation serves them all.
///
/// Two fill a register of any x86-64 or ARM processor, and leave room for all that is looked at together.
typealias MaskWords = SIMD2<UInt64>

struct MaskLines: Sendable {
    /// Of each group of masks: the grid's words.
    let groups: [[MaskWords]]

    init(_ grids: [ModuleGrid]) {
        groups = stride(from: 0, to: grids.count, by: MaskWords.scalarCount).map { first in
            grids[first].words.indices.map { index in
                var words = MaskWords()
                for lane in words.indices { words[lane] = grids[first + lane].words[index] }
                return words
            }
        }
    }

    /// The words of one grid, laid over another's.
    func lay(_ mask: Mask, over grid: ModuleGrid) -> ModuleGrid {
        let group = groups[mask.rawValue / MaskWords.scalarCount]
        let lane = mask.rawValue % MaskWords.scalarCount
        var result = grid
        for index in result.words.indices { result.words[index] ^= group[index][lane] }
        return result
    }
}

/// The choice among the eight masks by the penalties of ISO/IEC 18004 section 7.8.3.
///
/// The standard leaves open what is read here as most encoders, and libqrencode, read it: the pattern like a finder's is
/// a ratio, so that it may be of any size, with a light area four times as wide as its narrow bars; the quiet zone
/// counts as light; and a pattern with light areas on both sides costs as much as one. libqrencode departs from the text
/// in one thing: it rounds the share of dark modules to a whole per cent before it measures how far that is off 50 %.
struct MaskChoice {
    /// The mask of least penalty, the first of equal ones.
    let best: Mask
    /// The penalty of each mask, by number; without wide patterns like a finder's where these cannot change the choice.
    private(set) var penalties: [Int]

    /// Chooses for data that is not masked yet; `lines` are the masks, and the masks with rows and columns exchanged.
    init(data: ModuleGrid, lines: (rows: MaskLines, columns: MaskLines)) {
        let columns = data.transposed
        var penalties = Self.penalties(rows: data, columns: columns, lines)
        // Wide patterns are rare, and only make a mask worse: they are looked for in the best mask, and in the next one
        // only where there are some.
        var isCounted = [Bool](repeating: false, count: penalties.count)
        var best = Self.least(penalties)
        while !isCounted[best.rawValue] {
            isCounted[best.rawValue] = true
            let wide =
                WidePatterns.count(in: lines.rows.lay(best, over: data))
                + WidePatterns.count(in: lines.columns.lay(best, over: columns))
            penalties[best.rawValue] += Self.patternPenalty * wide
            best = Self.least(penalties)
        }
        self.best = best
        self.penalties = penalties
    }

    private static let patternPenalty = 40

    private static func least(_ penalties: [Int]) -> Mask {
        var best = 0
        for mask in penalties.indices where penalties[mask] < penalties[best] { best = mask }
        return Mask(unchecked: best)
    }

    /// The penalties but for wide patterns.
    private static func penalties(
        rows: ModuleGrid, columns: ModuleGrid, _ lines: (rows: MaskLines, columns: MaskLines)
    ) -> [Int] {
        var penalties: [Int] = []
        penalties.reserveCapacity(8)
        var marks = PenaltyMarks(width: rows.width)
        for group in lines.rows.groups.indices {
            marks.mark(rows: rows, lines.rows.groups[group], columns: columns, lines.columns.groups[group])
            let (runs, blocks, finders, dark) = marks.counts
            for lane in runs.indices {
                penalties.append(
                    Int(runs[lane]) + 3 * Int(blocks[lane]) + patternPenalty * Int(finders[lane])
                        + balance(dark: Int(dark[lane]), of: rows.width * rows.width))
            }
        }
        return penalties
    }

    /// Ten for every whole five per cent that the share of dark modules is off one half.
    private static func balance(dark: Int, of modules: Int) -> Int { abs(2 * dark - modules) * 10 / modules * 10 }
}
