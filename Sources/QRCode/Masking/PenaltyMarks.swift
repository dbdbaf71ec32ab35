/// Marks each module that costs a mask something, a bit a module, for the masks of a group at once.
///
/// Lines are looked at side by side: bit `n` of a word and of the words before and after it are neighbours in one
/// line across them. A run along rows is thus seen in the words of the columns, and no bit has to be shifted from one
/// word to the next, however wide the symbol is.
struct PenaltyMarks {
    // The modules from the third on of each run of five or more of one colour: as many as the run costs.
    private var runs: BitTally
    // The last module of each block of two by two of one colour.
    private var blocks: BitTally
    // The first module of each pattern like a finder's, dark, light, dark three times, light, dark, with four light
    // modules before or behind it; the quiet zone counts as light.
    private var finders: BitTally
    // The dark modules.
    private var dark: BitTally

    private let width: Int
    private let planes: Int
    // The masked lines of each plane, with four light ones before and behind.
    private var lines: [MaskWords]
    // Where any of a line and the three before it is dark.
    private var darkInFour: [MaskWords]

    private static let margin = 4
    private var stride: Int { width + 2 * Self.margin }

    init(width: Int) {
        self.width = width
        planes = ModuleGrid.planes(width: width)
        let stride = width + 2 * Self.margin
        lines = Array(repeating: MaskWords(), count: planes * stride)
        darkInFour = lines
        runs = BitTally(capacity: 2 * planes * (width + 2))
        blocks = BitTally(capacity: planes * width)
        finders = BitTally(capacity: 2 * planes * (width - 6))
        dark = BitTally(capacity: planes * width)
    }

    var counts: (runs: MaskWords, blocks: MaskWords, finders: MaskWords, dark: MaskWords) {
        (runs.count, blocks.count, finders.count, dark.count)
    }

    mutating func mark(rows: ModuleGrid, _ rowMasks: [MaskWords], columns: ModuleGrid, _ columnMasks: [MaskWords]) {
        runs.restart()
        blocks.restart()
        finders.restart()
        dark.restart()
        lay(rowMasks, over: rows)
        markDark()
        for plane in 0..<planes {
            markRuns(plane)
            markFinders(plane)
        }
        lay(columnMasks, over: columns)
        for plane in 0..<planes {
            markRuns(plane)
            markFinders(plane)
            markBlocks(plane)
        }
    }

    private mutating func lay(_ masks: [MaskWords], over grid: ModuleGrid) {
        for plane in 0..<planes {
            let start = plane * stride + Self.margin
            for line in 0..<width {
                let index = plane * width + line
                lines[start + line] = MaskWords(repeating: grid.words[index]) ^ masks[index]
            }
        }
    }

    private mutating func markDark() {
        for plane in 0..<planes {
            let start = plane * stride + Self.margin
            for line in start..<start + width { dark.append(lines[line]) }
        }
    }

    /// The bits of a plane that are modules, but for the last few.
    private func modules(_ plane: Int, butLast count: Int = 0) -> MaskWords {
        let bits = max(0, min(64, width - count - plane * 64))
        return MaskWords(repeating: bits == 64 ? ~0 : (1 << UInt64(bits)) - 1)
    }

    private mutating func markRuns(_ plane: Int) {
        let start = plane * stride + Self.margin
        let modules = modules(plane)
        let all = MaskWords(repeating: ~0)
        // Where colour changes within a line and the one before, within four, and in the two lines before all within four.
        var change = all
        var (pair, earlierPair) = (all, all)
        var (four, earlierFour) = (all, all)
        var previous = ~lines[start]
        for line in start..<start + width {
            let here = lines[line]
            let newChange = here ^ previous
            let newPair = newChange | change
            let newFour = newPair | earlierPair
            runs.append(modules & ~(newFour & four & earlierFour))
            (previous, change) = (here, newChange)
            (earlierPair, pair) = (pair, newPair)
            (earlierFour, four) = (four, newFour)
        }
        runs.append(modules & ~(four & earlierFour))
        runs.append(modules & ~four)
    }

    private mutating func markFinders(_ plane: Int) {
        let start = plane * stride + Self.margin
        var (previous, earlierPair, pair) = (MaskWords(), MaskWords(), MaskWords())
        for line in start - 1..<start + width + Self.margin {
            let newPair = lines[line] | previous
            darkInFour[line] = newPair | earlierPair
            (previous, earlierPair, pair) = (lines[line], pair, newPair)
        }
        for line in start..<start + width - 6 {
            let dark = lines[line] & lines[line + 2] & lines[line + 3] & lines[line + 4] & lines[line + 6]
            let light = lines[line - 1] | lines[line + 1] | lines[line + 5] | lines[line + 7]
            finders.append(dark & ~(light | darkInFour[line - 1] & darkInFour[line + 10]))
        }
    }

    private mutating func markBlocks(_ plane: Int) {
        let start = plane * stride + Self.margin
        let modules = modules(plane, butLast: 1)
        let isLast = plane == planes - 1
        // Where a module's colour is another than that of the next in its own line.
        func changes(_ line: Int) -> MaskWords {
            let beyond = isLast ? MaskWords() : lines[line + stride] &<< 63
            return lines[line] ^ (lines[line] &>> 1 | beyond)
        }
        var previous = changes(start)
        for line in start + 1..<start + width {
            let here = changes(line)
            blocks.append(modules & ~(here | previous | (lines[line] ^ lines[line - 1])))
            previous = here
        }
    }
}
