/// Patterns like a finder's with bars of two modules and more, along the lines across which a grid's words stand.
enum WidePatterns {
    static func count(in grid: ModuleGrid) -> Int {
        let words = grid.words
        var count = 0
        for start in stride(from: 0, to: words.count, by: grid.width) {
            for line in start + 2..<start + grid.width - 5 {
                // A run of six dark modules at least, behind two light ones: some hundredth of the modules.
                var centres =
                    words[line] & words[line + 1] & words[line + 2] & words[line + 3] & words[line + 4]
                    & words[line + 5] & ~(words[line - 1] | words[line - 2])
                while centres != 0 {
                    let bit = UInt64(centres.trailingZeroBitCount)
                    let modules = Line(words: words[start..<start + grid.width], bit: bit)
                    if modules.hasPattern(aroundRunAt: line) { count += 1 }
                    centres &= centres - 1
                }
            }
        }
        return count
    }

    private struct Line {
        let words: ArraySlice<UInt64>
        let bit: UInt64

        /// Whether the dark run that begins at `start` is the centre of a pattern.
        func hasPattern(aroundRunAt start: Int) -> Bool {
            let centre = length(from: start, by: 1, dark: true)
            let bar = centre / 3
            guard centre % 3 == 0 else { return false }
            let (before, behind) = (start - 1, start + centre)
            guard length(from: before, by: -1, dark: false) == bar, length(from: behind, by: 1, dark: false) == bar,
                length(from: before - bar, by: -1, dark: true) == bar,
                length(from: behind + bar, by: 1, dark: true) == bar
            else { return false }
            return isClear(from: before - 2 * bar, by: -1, bar: bar) || isClear(from: behind + 2 * bar, by: 1, bar: bar)
        }

        /// Whether the light area is four times as wide as a bar, or goes on in the quiet zone.
        private func isClear(from start: Int, by step: Int, bar: Int) -> Bool {
            let light = length(from: start, by: step, dark: false)
            return light >= 4 * bar || !words.indices.contains(start + light * step)
        }

        /// How many modules in a row are dark, or light, from an index on.
        private func length(from start: Int, by step: Int, dark: Bool) -> Int {
            var index = start
            while words.indices.contains(index), (words[index] >> bit & 1 == 1) == dark { index += step }
            return abs(index - start)
        }
    }
}
